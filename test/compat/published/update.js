const invoiceId = "507f1f77bcf86cd799439020";

const response = await fetch(
  `https://api.cashfin.africa/business/invoice/update/${invoiceId}`,
  {
    method: "PATCH",
    headers: {
      Authorization: "cs_your_client_secret",
      "Content-Type": "application/json",
    },
    body: JSON.stringify({
      status: "paid",
      description: "Paid in full on 2024-01-20",
    }),
  }
);

const data = await response.json();
console.log(data);
