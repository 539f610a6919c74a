import { Group, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'

type Product = Schemas['Product']
const kinds = { product: 'Product', service: 'Service', plan: 'Plan' } as const
const states = { published: ['green', 'Sold'], draft: ['gray', 'Draft'], archived: ['gray', 'Archived'] } as const

const columns: Column<Product>[] = [
  { head: 'Title', cell: ({ title }) => title },
  { head: 'SKU', minor: true, cell: ({ sku }) => sku },
  { head: 'Kind', minor: true, cell: ({ type }) => say(kinds[type]) },
  { head: 'Status', minor: true, cell: ({ status }) => <Tag colour={states[status][0]}>{say(states[status][1])}</Tag> },
  { head: 'Price', amount: true, cell: ({ price, currency }) => <Money amount={price} currency={currency} fw={550} /> },
  { head: 'What to do', cell: (product) => <Change product={product} /> },
]

/** What is sold. A product that was billed stays on its invoices as it was. */
export function Products() {
  const [filters] = useFilters()
  const query = useQuery({
    queryKey: ['products', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/product/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Products')}>
        <Opening button={say('New product')} title={say('New product')}>
          {(done) => <Write done={done} />}
        </Opening>
      </PageHead>
      <SectionLinks of="products" />
      <Group mb="md" justify="flex-end">
        <SearchBox label={say('Search products')} />
      </Group>
      <List
        label={say('Products')}
        query={query}
        columns={columns}
        empty={say('What you sell appears here, to be put on invoices. Press “New product” to add the first one.')}
      />
    </>
  )
}

function Change({ product }: { product: Product }) {
  return (
    <Opening button={say('Change')} of={say('Change {name}', { name: product.title })} title={product.title}>
      {(done) => <Write product={product} done={done} />}
    </Opening>
  )
}

function Write({ product, done }: { product?: Product; done: () => void }) {
  const [header] = useState(wishKey)
  const writing = useAct(
    (body: Schemas['CreateProduct']): Promise<unknown> =>
      product
        ? answered(
            api.PATCH('/business/product/update/{id}', {
              params: { path: { id: product._id }, header: wishKey() },
              body,
            }),
          )
        : answered(api.POST('/business/product/create', { params: { header }, body })),
    'Product saved',
    done,
  )
  const wrong = wrongIn(writing)
  return (
    <Form
      work={writing}
      button="Save"
      cancel={done}
      send={({ title = '', price = '', sku, type, status }) =>
        writing.mutate({
          title,
          price: Number(price.replaceAll(',', '')),
          ...(sku && { sku }),
          type: type as Product['type'],
          status: status as Product['status'],
        })
      }
    >
      <TextInput
        label={say('Title')}
        name="title"
        defaultValue={product?.title ?? ''}
        required
        error={wrong['title']}
      />
      <NumberInput
        label={say('Price')}
        name="price"
        min={0}
        required
        defaultValue={product?.price ?? ''}
        error={wrong['price']}
      />
      <TextInput label={say('SKU')} name="sku" defaultValue={product?.sku ?? ''} error={wrong['sku']} />
      <Select
        label={say('Kind')}
        name="type"
        data={Object.entries(kinds).map(([value, word]) => ({ value, label: say(word) }))}
        defaultValue={product?.type ?? 'product'}
      />
      <Select
        label={say('Status')}
        name="status"
        data={Object.entries(states).map(([value, [, word]]) => ({ value, label: say(word) }))}
        defaultValue={product?.status ?? 'published'}
      />
    </Form>
  )
}
