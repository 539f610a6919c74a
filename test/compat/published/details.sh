curl -X GET "https://api.cashfin.africa/business/invoice/details/507f1f77bcf86cd799439020" \
  -H "Authorization: cs_your_client_secret"
