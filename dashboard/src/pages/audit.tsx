import { Button, Code, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayDeed } from '../parts/deeds.ts'
import { Dialog } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { say, type Sentence } from '../words/say.ts'
import { whenAndWho } from './audit-columns.tsx'

type Line = Schemas['AuditLine']

const subjects: Record<string, Sentence> = {
  invoice: 'Invoice',
  payment: 'Payment',
  credit_note: 'Credit note',
  customer: 'Customer',
  account: 'Account',
  payment_link: 'Payment link',
  business: 'Business',
  api_key: 'API key',
}

const columns: Column<Line>[] = [
  ...whenAndWho,
  { head: 'What', cell: ({ action }) => sayDeed(action) },
  { head: 'Why', extra: true, cell: ({ reason }) => <span className="clamped">{reason}</span> },
  { head: 'Before and after', cell: (line) => <Pictures line={line} /> },
]

/** Who changed what in the books. Nothing is ever taken out of it. */
export function Audit() {
  const [filters, change] = useFilters()
  const query = useQuery({
    queryKey: ['audit', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/audit/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Audit trail')} />
      <SectionLinks of="reports" />
      <Select
        aria-label={say('Changes to what')}
        placeholder={say('All')}
        mb="md"
        maw={240}
        data={Object.entries(subjects).map(([value, name]) => ({ value, label: say(name) }))}
        value={filters['type'] ?? null}
        onChange={(type) => change({ type })}
      />
      <List
        label={say('Audit trail')}
        query={query}
        columns={columns}
        empty={say('Who changes something in the books appears here, with the reason.')}
      />
    </>
  )
}

function Pictures({ line: { before, after, action } }: { line: Line }) {
  const [opened, { open, close }] = useDisclosure()
  if (!before && !after) return null
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {say('Show')}
      </Button>
      <Dialog opened={opened} close={close} title={sayDeed(action)} wide>
        <Stack>
          {[[say('Before'), before] as const, [say('After'), after] as const].map(
            ([name, picture]) =>
              picture && (
                <div key={name}>
                  <Text size="sm" fw={550}>
                    {name}
                  </Text>
                  <Code block tabIndex={0} aria-label={name}>
                    {JSON.stringify(picture, null, 2)}
                  </Code>
                </div>
              ),
          )}
        </Stack>
      </Dialog>
    </>
  )
}
