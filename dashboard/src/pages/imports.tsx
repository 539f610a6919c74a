import { Alert, Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFilters } from '../filters.ts'
import { readRows } from '../importing/read-file.ts'
import { openImporter, type Importer, type What } from '../importing/sheets.ts'
import { PageHead } from '../parts/page-head.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'
import { ImportPlan } from './import-plan.tsx'

type Opened = { rows: string[][]; importer: Importer; name: string }

/** Customers and invoices from a file. It is read in the browser; nothing is written before it was looked at and confirmed. */
export function Imports() {
  const session = useSession()
  const [filters, change] = useFilters()
  const [round, setRound] = useState(0)
  const what: What = filters['what'] === 'invoices' ? 'invoices' : 'customers'
  const opening = useMutation({
    mutationFn: async (file: File): Promise<Opened> => ({
      rows: await readRows(file),
      importer: await openImporter(what),
      name: file.name,
    }),
  })
  const again = () => {
    opening.reset()
    setRound(round + 1)
  }
  const why = whyNot(session, 'write')
  return (
    <>
      <PageHead title={say('Import')}>
        <Button component={Link} to={`/${what}`} variant="default">
          {what === 'customers' ? say('Customers') : say('Invoices')}
        </Button>
      </PageHead>
      <Stack>
        <SegmentedControl
          aria-label={say('What is imported')}
          data={[
            { value: 'customers', label: say('Customers') },
            { value: 'invoices', label: say('Invoices') },
          ]}
          value={what}
          onChange={(what) => {
            again()
            change({ what })
          }}
          style={{ alignSelf: 'start' }}
        />
        {why && <Alert color="gray">{why}</Alert>}
        {!opening.data && (
          <>
            <Text size="sm" maw={620}>
              {what === 'customers'
                ? say(
                    'One row a customer, with name, email and phone; and country, currency, company, address, city, type if you like.',
                  )
                : say(
                    'One row an item: customer (account number or phone), item (title or SKU) and due (a day); and quantity, rate, title. Rows with the same text in the column invoice become one invoice.',
                  )}
            </Text>
            <TextInput
              key={round}
              type="file"
              label={say('File')}
              description={say(
                'CSV in UTF-8, or an Excel workbook (.xlsx). It is read in this browser; nothing is written yet.',
              )}
              accept=".csv,.tsv,.txt,.xlsx"
              maw={420}
              disabled={why !== null || opening.isPending}
              onChange={({ currentTarget: { files } }) => files?.[0] && opening.mutate(files[0])}
            />
          </>
        )}
        {opening.error && (
          <Alert color="red" role="alert">
            {opening.error.message}
          </Alert>
        )}
        {opening.data && <ImportPlan {...opening.data} again={again} />}
      </Stack>
    </>
  )
}
