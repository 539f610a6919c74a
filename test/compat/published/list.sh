curl -X GET "https://api.cashfin.africa/business/invoice/list?page=1&limit=20&status=unpaid" \
  -H "Authorization: cs_your_client_secret"
