import requests

invoice_data = {
    'customerid': '507f1f77bcf86cd799439011',
    'items': [
        {
            'itemid': '507f191e810c19729de860ea',
            'name': 'Website Development',
            'quantity': 1,
            'rate': 150000.00
        },
        {
            'itemid': '507f191e810c19729de860eb',
            'name': 'Hosting (Annual)',
            'quantity': 1,
            'rate': 12000.00
        }
    ],
    'title': 'Website Development Project',
    'description': 'Complete website redesign with hosting',
    'duedate': '2024-02-15',
    'discount': 10,
    'discounttype': 'percentage'
}

response = requests.post(
    'https://api.cashfin.africa/business/invoice/create',
    headers={
        'Authorization': 'cs_your_client_secret',
        'Content-Type': 'application/json'
    },
    json=invoice_data
)

result = response.json()
print(result)
