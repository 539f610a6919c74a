import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'

type Tax = Schemas['Tax']

const columns: Column<Tax>[] = [
  { head: 'Name', cell: ({ name }) => name },
  { head: 'How it is counted', minor: true, cell: ({ inclusive }) => say(inclusive ? 'In the price' : 'On top') },
  {
    head: 'Status',
    cell: ({ active }) => <Tag colour={active ? 'green' : 'gray'}>{active ? say('In use') : say('Not in use')}</Tag>,
  },
  { head: 'Per cent', amount: true, cell: ({ rate }) => `${rate} %` },
  { head: 'What to do', cell: (tax) => <Change tax={tax} /> },
]

/** Rates. An invoice keeps the rate it was made with. */
export function Taxes() {
  const [filters] = useFilters()
  const query = useQuery({
    queryKey: ['taxes', filters],
    queryFn: () => answered(api.GET('/business/tax/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Taxes')}>
        <Opening button={say('New tax')} title={say('New tax')}>
          {(done) => <Write done={done} />}
        </Opening>
      </PageHead>
      <SectionLinks of="products" />
      <List
        label={say('Taxes')}
        query={query}
        columns={columns}
        empty={say('Rates such as VAT appear here. Press “New tax” to add the first one.')}
      />
    </>
  )
}

function Change({ tax }: { tax: Tax }) {
  return (
    <Opening button={say('Change')} of={say('Change {name}', { name: tax.name })} title={tax.name}>
      {(done) => <Write tax={tax} done={done} />}
    </Opening>
  )
}

function Write({ tax, done }: { tax?: Tax; done: () => void }) {
  const [header] = useState(wishKey)
  const writing = useAct(
    (body: Schemas['CreateTax']): Promise<unknown> =>
      tax
        ? answered(
            api.PATCH('/business/tax/update/{id}', { params: { path: { id: tax._id }, header: wishKey() }, body }),
          )
        : answered(api.POST('/business/tax/create', { params: { header }, body })),
    'Tax saved',
    done,
  )
  const wrong = wrongIn(writing)
  return (
    <Form
      work={writing}
      button="Save"
      cancel={done}
      send={({ name = '', rate = '', inclusive, active }) =>
        writing.mutate({
          name,
          rate: Number(rate.replace(/[^\d.]/g, '')),
          inclusive: inclusive !== undefined,
          active: active !== undefined,
        })
      }
    >
      <TextInput label={say('Name')} name="name" defaultValue={tax?.name ?? ''} required error={wrong['name']} />
      <NumberInput
        label={say('Per cent')}
        name="rate"
        suffix=" %"
        min={0}
        max={100}
        required
        defaultValue={tax?.rate ?? ''}
        error={wrong['rate']}
      />
      <Checkbox
        label={say('Prices have it in them already')}
        name="inclusive"
        defaultChecked={tax?.inclusive ?? false}
      />
      <Checkbox label={say('In use')} name="active" defaultChecked={tax?.active ?? true} />
    </Form>
  )
}
