import Cashfin from "@cashfin/node";

const cashfin = new Cashfin({ apiKey: process.env.CASHFIN_API_KEY });

async function createAndSendInvoice(customerId, items, dueDate) {
  // 1. Create the invoice
  const invoice = await cashfin.invoices.create({
    customerid: customerId,
    items: items,
    duedate: dueDate.toISOString(),
  });

  console.log(`Invoice ${invoice.invoiceno} created`);
  console.log(`Payment link: ${invoice.paymentlink.shorturl}`);

  return invoice;
}

// Usage
const items = [
  { itemid: "product_123", name: "Consulting", quantity: 10, rate: 5000 },
];

const invoice = await createAndSendInvoice(
  "customer_456",
  items,
  new Date("2024-02-28")
);
