async function markInvoiceAsPaid(invoiceId, paymentNote) {
  const updated = await cashfin.invoices.update(invoiceId, {
    status: "paid",
    description: paymentNote,
  });

  console.log(`Invoice ${updated.invoiceno} marked as paid`);
  return updated;
}

// Usage after receiving payment webhook
markInvoiceAsPaid("invoice_789", "Paid via M-Pesa on 2024-01-20");
