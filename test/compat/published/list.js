const params = new URLSearchParams({
  page: "1",
  limit: "20",
  status: "unpaid",
});

const response = await fetch(
  `https://api.cashfin.africa/business/invoice/list?${params}`,
  {
    headers: {
      Authorization: "cs_your_client_secret",
    },
  }
);

const data = await response.json();
console.log(data);
