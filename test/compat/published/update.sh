curl -X PATCH "https://api.cashfin.africa/business/invoice/update/507f1f77bcf86cd799439020" \
  -H "Authorization: cs_your_client_secret" \
  -H "Content-Type: application/json" \
  -d '{
    "status": "paid",
    "description": "Paid in full on 2024-01-20"
  }'
