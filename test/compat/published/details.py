import requests

invoice_id = '507f1f77bcf86cd799439020'

response = requests.get(
    f'https://api.cashfin.africa/business/invoice/details/{invoice_id}',
    headers={'Authorization': 'cs_your_client_secret'}
)

data = response.json()
print(data)
