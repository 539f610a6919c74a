// A customer with require().
const { Kusanya, KusanyaError, default: byDefault } = require('@kusanya/sdk')

async function main() {
  const kusanya = new Kusanya()
  const { title } = await kusanya.products.create({ title: 'Tuition', price: 1000 })
  const missing = await kusanya.customers.get('customer_456')
  const refused = await kusanya.invoices.create({}).catch((error) => error instanceof KusanyaError && error.code)
  console.log(JSON.stringify({ title, missing, refused, same: byDefault === Kusanya }))
}
main()
