const invoice = await cashfin.invoices.create({
  title: `${projectName} - ${month} ${year}`,
  // ...
});
