// A customer with ES modules: key and address are in the environment. Prints what came back.
import Kusanya, { Kusanya as Named, KusanyaError } from '@kusanya/sdk'

const kusanya = new Kusanya()
const { id, title } = await kusanya.products.create({ title: 'Tuition', price: 1000 })
const refused = await kusanya.invoices.create({}).catch((error) => error instanceof KusanyaError && error.code)
const titles = []
for await (const product of kusanya.products.list()) if (product.id === id) titles.push(product.title)
console.log(JSON.stringify({ title, titles, refused, same: Kusanya === Named }))
