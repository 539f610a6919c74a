import { Anchor, Card, Grid, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Copying } from '../parts/copying.tsx'
import { sayDay, sayPhone } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Form, wrongIn } from '../parts/form.tsx'
import { Going } from '../parts/going.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Tag } from '../parts/tag.tsx'
import { Failed } from '../parts/trouble.tsx'
import { say } from '../words/say.ts'
import { Books } from './books.tsx'
import { PaidFrom } from './paid-from.tsx'
import { kinds, languages, wishes } from './customer-words.ts'

type Customer = Schemas['Customer']

// Fetched by who changes one.
const CustomerForm = lazy(async () => ({ default: (await import('./customer-form.tsx')).CustomerForm }))

/** Who pays: what he owes and has, how to reach him, his accounts, and his books. */
export function CustomerPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['customer', id],
    queryFn: () => answered(api.GET('/business/customer/details/{id}', { params: { path: { id } } })),
  })
  if (query.error && !query.data) return <Failed query={query} back={['/customers', 'Customers']} />
  if (!query.data) return null
  const customer = query.data.data
  return (
    <>
      <PageHead title={customer.name}>
        <Opening button={say('Change')} plain title={say('Change {name}', { name: customer.name })} wide>
          {(done) => <CustomerForm customer={customer} done={done} />}
        </Opening>
        <Opening button={say('New account')} plain title={say('New account')}>
          {(done) => <NewAccount customerid={id} done={done} />}
        </Opening>
        <Going to="/invoices/new" search={{ customerid: id }}>
          {say('New invoice')}
        </Going>
      </PageHead>
      <SectionLinks of="customers" />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack>
            <About customer={customer} />
            <Accounts of={customer} />
            <PaidFrom whose={{ customerid: id }} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Books whose={{ customerid: id }} statement={{ customer: id }} />
        </Grid.Col>
      </Grid>
    </>
  )
}

function About({ customer }: { customer: Customer }) {
  const { phone, email, currency, balance, credit, company, address, city, country, type, language } = customer
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {say('Owes')}
        </Text>
        {!customer.active && <Tag colour="gray">{say('Not a customer any more')}</Tag>}
      </Group>
      <Text fz={28} fw={650}>
        <Money amount={balance} currency={currency} />
      </Text>
      <Facts
        of={[
          ['Credit', credit > 0 ? sayMoney(credit, currency) : null],
          [
            'Phone',
            phone && (
              <Anchor inherit href={`tel:${phone.replaceAll(' ', '')}`}>
                {sayPhone(phone)}
              </Anchor>
            ),
          ],
          [
            'E-mail',
            email && (
              <Anchor inherit href={`mailto:${email}`} className="breaks">
                {email}
              </Anchor>
            ),
          ],
          ['Company', company && <span className="breaks">{company}</span>],
          ['Postal address', [address, city, country].filter(Boolean).join(', ') || null],
          ['Kind', type === 'business' ? say(kinds[type]) : null],
          ['Language', language && languages[language]],
          ['Messages by e-mail', say(wishes[customer.emails])],
          ['Messages by SMS', say(wishes[customer.sms])],
          ['Customer since', sayDay(customer.createdat)],
        ]}
      />
    </Card>
  )
}

/** What payers type, in groups that can be read over the phone. */
function Accounts({ of: { accounts, currency } }: { of: Customer }) {
  return (
    <Card withBorder component="section" aria-label={say('Accounts')}>
      <Title order={2} size="h5" mb="xs">
        {say('Accounts')}
      </Title>
      <Stack gap="sm">
        {accounts.map(({ _id, accountno, name, balance, credit }) => (
          <div key={_id}>
            <Group gap="xs">
              <Anchor component={Link} to={`/accounts/${_id}`} fw={650} className="figures">
                {spokenAccountNumber(accountno)}
              </Anchor>
              <Copying what={accountno} value={accountno} />
            </Group>
            <Text size="sm" className="breaks">
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {say('Owes')} {sayMoney(balance, currency)}
              {credit > 0 && ` · ${say('Credit')} ${sayMoney(credit, currency)}`}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

function NewAccount({ customerid, done }: { customerid: string; done: () => void }) {
  const [header] = useState(wishKey)
  const opening = useAct(
    (name: string) =>
      answered(api.POST('/business/account/create', { params: { header }, body: { customerid, name: name || null } })),
    'Account opened',
    done,
  )
  return (
    <Form work={opening} button="Open the account" cancel={done} send={({ name = '' }) => opening.mutate(name)}>
      <TextInput
        label={say('What it is for')}
        description={say('A second child, another room. It gets a number of its own')}
        name="name"
        maxLength={200}
        data-autofocus
        error={wrongIn(opening)['name']}
      />
    </Form>
  )
}
