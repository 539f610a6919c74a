async function getOverdueInvoices() {
  const invoices = await cashfin.invoices.list({
    status: "overdue",
    limit: 100,
  });

  console.log(`Found ${invoices.pagination.total} overdue invoices`);

  for (const invoice of invoices.data) {
    console.log(`${invoice.invoiceno}: KES ${invoice.balance} due`);
  }

  return invoices.data;
}
