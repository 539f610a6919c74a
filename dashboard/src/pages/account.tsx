import { Anchor, Card, Grid, Group, Stack, Text, TextInput } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Copying } from '../parts/copying.tsx'
import { sayDay } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Form, wrongIn } from '../parts/form.tsx'
import { Going } from '../parts/going.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Failed } from '../parts/trouble.tsx'
import { say } from '../words/say.ts'
import { Books } from './books.tsx'
import { CreditDeeds } from './credit-deeds.tsx'
import { PaidFrom } from './paid-from.tsx'

type Account = Schemas['Account']

/** What is billed, under the number that payers type: what it owes, its credit, and its books. */
export function AccountPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['account', id],
    queryFn: () => answered(api.GET('/business/account/details/{id}', { params: { path: { id } } })),
  })
  if (query.error && !query.data) return <Failed query={query} back={['/accounts', 'Accounts']} />
  if (!query.data) return null
  const account = query.data.data
  const number = spokenAccountNumber(account.accountno)
  return (
    <>
      <PageHead title={say('Account {number}', { number })}>
        <Opening button={say('Rename')} plain title={say('Rename')}>
          {(done) => <Rename account={account} done={done} />}
        </Opening>
        <CreditDeeds account={account} />
        <Going to="/invoices/new" search={{ customerid: account.customerid, accountid: id }}>
          {say('New invoice')}
        </Going>
      </PageHead>
      <SectionLinks of="customers" />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <Stack>
            <About account={account} />
            <PaidFrom whose={{ accountid: id }} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Books whose={{ accountid: id }} statement={{ account: id }} />
        </Grid.Col>
      </Grid>
    </>
  )
}

function About({ account }: { account: Account }) {
  const { accountno, name, customerid, customername, balance, credit, isdefault, createdat } = account
  return (
    <Card withBorder>
      <Text c="dimmed" size="sm">
        {say('Owes')}
      </Text>
      <Text fz={28} fw={650}>
        <Money amount={balance} />
      </Text>
      <Facts
        of={[
          ['Credit', sayMoney(credit)],
          [
            'Customer',
            <Anchor key="customer" component={Link} to={`/customers/${customerid}`} inherit className="breaks">
              {customername}
            </Anchor>,
          ],
          ['What it is for', name && <span className="breaks">{name}</span>],
          [
            'Payers type',
            <Group key="number" gap="xs">
              <Text span inherit fw={650} className="figures">
                {spokenAccountNumber(accountno)}
              </Text>
              <Copying what={accountno} value={accountno} />
            </Group>,
          ],
          ['Opened', sayDay(createdat)],
        ]}
      />
      {isdefault && (
        <Text size="xs" c="dimmed" mt="xs">
          {say('The one that the customer had from the start: bills go to it when no other is named.')}
        </Text>
      )}
    </Card>
  )
}

function Rename({ account, done }: { account: Account; done: () => void }) {
  const renaming = useAct(
    async (name: string | null): Promise<unknown> =>
      name === account.name
        ? null
        : answered(
            api.PATCH('/business/account/update/{id}', {
              params: { path: { id: account._id }, header: wishKey() },
              body: { name },
            }),
          ),
    'Account renamed',
    done,
  )
  return (
    <Form work={renaming} button="Save" cancel={done} send={({ name = '' }) => renaming.mutate(name.trim() || null)}>
      <TextInput
        label={say('What it is for')}
        description={say('Its number stays: payers know it by heart')}
        name="name"
        maxLength={200}
        defaultValue={account.name ?? ''}
        data-autofocus
        error={wrongIn(renaming)['name']}
      />
    </Form>
  )
}
