<?php
$params = http_build_query([
  'page' => 1,
  'limit' => 20,
  'status' => 'unpaid'
]);

$curl = curl_init();

curl_setopt_array($curl, [
  CURLOPT_URL => "https://api.cashfin.africa/business/invoice/list?{$params}",
  CURLOPT_RETURNTRANSFER => true,
  CURLOPT_HTTPHEADER => [
    "Authorization: cs_your_client_secret"
  ],
]);

$response = curl_exec($curl);
$data = json_decode($response, true);

print_r($data);
