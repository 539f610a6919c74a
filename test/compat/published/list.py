import requests

response = requests.get(
    'https://api.cashfin.africa/business/invoice/list',
    headers={'Authorization': 'cs_your_client_secret'},
    params={
        'page': 1,
        'limit': 20,
        'status': 'unpaid'
    }
)

data = response.json()
print(data)
