const invoiceData = {
  customerid: "507f1f77bcf86cd799439011",
  items: [
    {
      itemid: "507f191e810c19729de860ea",
      name: "Website Development",
      quantity: 1,
      rate: 150000.0,
    },
    {
      itemid: "507f191e810c19729de860eb",
      name: "Hosting (Annual)",
      quantity: 1,
      rate: 12000.0,
    },
  ],
  title: "Website Development Project",
  description: "Complete website redesign with hosting",
  duedate: "2024-02-15",
  discount: 10,
  discounttype: "percentage",
};

const response = await fetch(
  "https://api.cashfin.africa/business/invoice/create",
  {
    method: "POST",
    headers: {
      Authorization: "cs_your_client_secret",
      "Content-Type": "application/json",
    },
    body: JSON.stringify(invoiceData),
  }
);

const data = await response.json();
console.log(data);
