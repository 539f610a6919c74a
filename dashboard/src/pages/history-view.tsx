import { Anchor, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api, type Schemas } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayDeed } from '../parts/deeds.ts'
import { List, type Column } from '../parts/list.tsx'
import { sayMoney } from '../parts/money.tsx'
import { say, type Sentence } from '../words/say.ts'
import { whenAndWho } from './audit-columns.tsx'

type Line = Schemas['AuditLine']

/** What of a picture is shown, and how. What is not named here is in the audit trail. */
const facts: Record<string, Sentence> = {
  name: 'Name',
  phone: 'Phone',
  email: 'E-mail',
  company: 'Company',
  address: 'Postal address',
  city: 'Town',
  country: 'Country',
  currency: 'Currency',
  language: 'Language',
  active: 'In use',
  title: 'Title',
  amount: 'Amount',
  amountpaid: 'Paid',
  balance: 'Balance',
  credit: 'Credit',
  expiresat: 'Ends',
}

const pages: Record<string, string> = {
  invoice: '/invoices',
  payment: '/payments',
  account: '/accounts',
  payment_link: '/links',
}

const columns: Column<Line>[] = [...whenAndWho, { head: 'What', cell: (line) => <What line={line} /> }]

/** Who changed what, and why. `about` is a filter of the audit trail. */
export function HistoryView({
  about,
}: {
  about: { customerid: string } | { accountid: string } | { subjectid: string }
}) {
  const [{ page }] = useFilters()
  const filters = { ...about, limit: '20', ...(page && { page }) }
  const query = useQuery({
    queryKey: ['audit', filters],
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.GET('/business/audit/list', { params: { query: filters } })),
  })
  return (
    <List
      label={say('History')}
      query={query}
      columns={columns}
      empty={say('Who changes something about it appears here, with the reason.')}
    />
  )
}

function What({ line }: { line: Line }) {
  const { action, subject, reason } = line
  const name = sayDeed(action)
  const page = pages[subject.type]
  return (
    <>
      {page ? (
        <Anchor component={Link} to={`${page}/${subject._id}`} inherit className="above">
          {name}
        </Anchor>
      ) : (
        name
      )}
      {differences(line).map((difference) => (
        <Text key={difference} size="xs" className="breaks">
          {difference}
        </Text>
      ))}
      {reason && (
        <Text size="xs" c="dimmed" className="breaks">
          {reason}
        </Text>
      )}
    </>
  )
}

function differences({ before, after }: Line): string[] {
  return Object.entries(after ?? {}).flatMap(([field, now]) => {
    const name = facts[field]
    const was = before?.[field]
    return name && was !== now ? [`${say(name)}: ${before ? `${sayFact(was)} → ` : ''}${sayFact(now)}`] : []
  })
}

function sayFact(value: unknown): string {
  if (typeof value === 'number') return sayMoney(value)
  if (typeof value === 'boolean') return value ? say('Yes') : say('No')
  return typeof value === 'string' && value !== '' ? value : say('nothing')
}
