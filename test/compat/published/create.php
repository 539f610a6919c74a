<?php
$invoiceData = [
  'customerid' => '507f1f77bcf86cd799439011',
  'items' => [
    [
      'itemid' => '507f191e810c19729de860ea',
      'name' => 'Website Development',
      'quantity' => 1,
      'rate' => 150000.00
    ],
    [
      'itemid' => '507f191e810c19729de860eb',
      'name' => 'Hosting (Annual)',
      'quantity' => 1,
      'rate' => 12000.00
    ]
  ],
  'title' => 'Website Development Project',
  'description' => 'Complete website redesign with hosting',
  'duedate' => '2024-02-15',
  'discount' => 10,
  'discounttype' => 'percentage'
];

$curl = curl_init();

curl_setopt_array($curl, [
  CURLOPT_URL => "https://api.cashfin.africa/business/invoice/create",
  CURLOPT_RETURNTRANSFER => true,
  CURLOPT_POST => true,
  CURLOPT_POSTFIELDS => json_encode($invoiceData),
  CURLOPT_HTTPHEADER => [
    "Authorization: cs_your_client_secret",
    "Content-Type: application/json"
  ],
]);

$response = curl_exec($curl);
$result = json_decode($response, true);

print_r($result);
