const invoiceId = "507f1f77bcf86cd799439020";

const response = await fetch(
  `https://api.cashfin.africa/business/invoice/details/${invoiceId}`,
  {
    headers: {
      Authorization: "cs_your_client_secret",
    },
  }
);

const data = await response.json();
console.log(data);
