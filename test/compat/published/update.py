import requests

invoice_id = '507f1f77bcf86cd799439020'

response = requests.patch(
    f'https://api.cashfin.africa/business/invoice/update/{invoice_id}',
    headers={
        'Authorization': 'cs_your_client_secret',
        'Content-Type': 'application/json'
    },
    json={
        'status': 'paid',
        'description': 'Paid in full on 2024-01-20'
    }
)

result = response.json()
print(result)
