import { Button, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayMinute } from '../parts/dates.ts'
import { Dialog, Form } from '../parts/form.tsx'
import { List, type Column } from '../parts/list.tsx'
import { Money } from '../parts/money.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { tell } from '../parts/toasts.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Statement = Schemas['Statement']

const mostBytes = 5_000_000

const columns: Column<Statement>[] = [
  {
    head: 'File',
    cell: ({ _id, filename, createdat }) => (
      <>
        <Link to="/statements/$id" params={{ id: _id }} className="row-link breaks">
          {filename || say('Without a name')}
        </Link>
        <Text size="xs" c="dimmed">
          {sayMinute(createdat)}
        </Text>
      </>
    ),
  },
  { head: 'Business number', minor: true, cell: ({ shortcode }) => shortcode },
  { head: 'Lines', amount: true, cell: ({ lines }) => lines.toLocaleString('en-GB') },
  {
    head: 'To look at',
    minor: true,
    amount: true,
    cell: ({ fates }) => (fates.contradicts + fates.unreadable).toLocaleString('en-GB'),
  },
  { head: 'News to us', amount: true, cell: ({ booked }) => <Money amount={booked} fw={550} /> },
]

/** Files of the M-PESA organisation portal: they confirm what we know, and bring what was lost. */
export function Statements() {
  const [filters] = useFilters()
  const [importing, { open, close }] = useDisclosure()
  const query = useQuery({
    queryKey: ['statements', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/statement/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  const why = whyNot(useSession(), 'payments')
  return (
    <>
      <PageHead title={say('Statements of M-PESA')}>
        <WithReason why={why}>
          <Button onClick={open} disabled={why !== null}>
            {say('Import a statement')}
          </Button>
        </WithReason>
      </PageHead>
      <SectionLinks of="payments" />
      <List
        label={say('Statements of M-PESA')}
        query={query}
        columns={columns}
        empty={say(
          'Statements of the M-PESA organisation portal appear here, with what became of each line. Press “Import a statement” to bring the first one.',
        )}
      />
      <Dialog opened={importing} close={close} title={say('Import a statement')}>
        <ImportStatement />
      </Dialog>
    </>
  )
}

function ImportStatement() {
  // Another file is another wish.
  const [header, wish] = useState(wishKey)
  const [file, choose] = useState<File | null>(null)
  const [shortcode, setShortcode] = useState<string | null>(null)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['shortcodes'],
    queryFn: () => answered(api.GET('/business/shortcode/list', { params: { query: { limit: '50' } } })),
  })
  const shortcodes = data?.data.map(({ shortcode }) => shortcode) ?? []
  const chosen = shortcode ?? shortcodes[0] ?? null
  const importing = useMutation({
    mutationFn: async ({ file, shortcode }: { file: File; shortcode: string }) => {
      const body = { shortcode, filename: file.name.slice(0, 200), ...(await readFile(file)) }
      return (await answered(api.POST('/business/statement/import', { params: { header }, body }))).data
    },
    onSuccess: async ({ _id, repeated }) => {
      await queries.invalidateQueries()
      tell(say(repeated ? 'This file was imported before: nothing changed' : 'Statement imported'))
      await navigate({ to: '/statements/$id', params: { id: _id } })
    },
  })
  return (
    <Form
      work={importing}
      button="Import"
      send={() => file && chosen && importing.mutate({ file, shortcode: chosen })}
      why={data && shortcodes.length === 0 ? say('No Paybill is connected: whose statement would it be?') : null}
    >
      <Select label={say('Business number')} data={shortcodes} value={chosen} onChange={setShortcode} required />
      <TextInput
        type="file"
        label={say('File')}
        description={say('As the M-PESA organisation portal gives it: CSV or Excel (.xlsx), up to 5 MB.')}
        accept=".csv,.txt,.xlsx"
        required
        onChange={({ currentTarget: { files } }) => {
          importing.reset()
          wish(wishKey)
          choose(files?.[0] ?? null)
        }}
      />
      <Text size="sm" role="status">
        {importing.isPending &&
          say('Each line is held against the books; five thousand lines take some seconds. Nothing is taken twice.')}
      </Text>
    </Form>
  )
}

/** The file as the API takes it: CSV as text, a workbook in base64. Throws a Problem for what is too large to send. */
async function readFile(file: File): Promise<{ csv: string } | { xlsx: string }> {
  if (file.size > mostBytes) throw new Problem(413, say('The file is larger than 5 MB: export fewer days at a time.'))
  if (!/\.xlsx?$/i.test(file.name)) return { csv: await file.text() }
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve({ xlsx: String(reader.result).replace(/^[^,]*,/, '') })
    reader.onerror = () => reject(new Problem(0, say('The file cannot be read. Choose it again.')))
    reader.readAsDataURL(file)
  })
}
