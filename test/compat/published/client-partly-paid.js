if (invoice.status === "partially_paid") {
  const amountPaid = invoice.subtotal - invoice.balance;
  console.log(`Received partial payment of KES ${amountPaid}`);
}
