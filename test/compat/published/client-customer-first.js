const customer = await cashfin.customers.get(customerId);
if (!customer) {
  // Create customer first
  const newCustomer = await cashfin.customers.create({...});
  customerId = newCustomer.id;
}
