import { Alert, Anchor, Button, Card, Code, Grid, Group, Stack, Text } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Copying } from '../parts/copying.tsx'
import { sayDay } from '../parts/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Money, sayMoney } from '../parts/money.tsx'
import { Opening } from '../parts/opening.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Views } from '../parts/views.tsx'
import { useSession, whyNot } from '../session.ts'
import { Failed } from '../parts/trouble.tsx'
import { say } from '../words/say.ts'
import { LinkState, sayEnd } from './link-state.tsx'
import { PaymentsView } from './payments-view.tsx'

type PaymentLink = Schemas['PaymentLink']

// Fetched by who looks at it, or changes the link.
const HistoryView = lazy(async () => ({ default: (await import('./history-view.tsx')).HistoryView }))
const LinkForm = lazy(async () => ({ default: (await import('./link-form.tsx')).LinkForm }))

/** A payment link: where it is paid, what came of it, and how it is taken back. */
export function LinkPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['link', id],
    queryFn: () => answered(api.GET('/business/payment-link/details/{id}', { params: { path: { id } } })),
  })
  if (query.error && !query.data) return <Failed query={query} back={['/links', 'Payment links']} />
  if (!query.data) return null
  const link = query.data.data
  return (
    <>
      <PageHead title={link.title}>
        <Opening button={say('Change')} plain title={say('Change {name}', { name: link.title })}>
          {(done) => <LinkForm link={link} done={done} />}
        </Opening>
        <Renew link={link} />
        <Switch link={link} />
        {link.open && (
          <Button component="a" href={link.rawurl} target="_blank" rel="noreferrer">
            {say('Open the pay page')}
          </Button>
        )}
      </PageHead>
      <SectionLinks of="customers" />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 1, md: 2 }}>
          <About link={link} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 2, md: 1 }}>
          <Views
            of={[
              ['payments', 'Payments', () => <PaymentsView whose={{ paymentlinkid: id }} />],
              ['history', 'History', () => <HistoryView about={{ subjectid: id }} />],
            ]}
          />
        </Grid.Col>
      </Grid>
    </>
  )
}

function Renew({ link: { _id: id } }: { link: PaymentLink }) {
  return (
    <AskFirst
      button="New address"
      question={say(
        'The address that was given out leads nowhere from then on, on paper and in messages too. All else stays.',
      )}
      said="Payment link given a new address"
      reason
      colour="red"
      why={whyNot(useSession(), 'write')}
      work={(reason) =>
        answered(
          api.POST('/business/payment-link/{id}/renew', {
            params: { path: { id }, header: wishKey() },
            body: { reason },
          }),
        )
      }
    />
  )
}

function Switch({ link: { _id: id, active } }: { link: PaymentLink }) {
  const why = whyNot(useSession(), 'write')
  const set = (active: boolean) =>
    answered(
      api.PATCH('/business/payment-link/update/{id}', {
        params: { path: { id }, header: wishKey() },
        body: { active },
      }),
    )
  return active ? (
    <AskFirst
      button="Switch off"
      question={say('Its page is not to be found any more. Money sent to its account number is still booked.')}
      said="Payment link switched off"
      colour="red"
      why={why}
      work={() => set(false)}
    />
  ) : (
    <AskFirst
      button="Switch on"
      question={say('Its page can be opened again, at the same address.')}
      said="Payment link switched on"
      why={why}
      work={() => set(true)}
    />
  )
}

function About({ link }: { link: PaymentLink }) {
  const { rawurl, code, accountno, amount, amountpaid, currency, type, expiresat, invoiceid, createdat } = link
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {say('Paid')}
        </Text>
        <LinkState {...link} />
      </Group>
      <Text fz={28} fw={650}>
        <Money amount={amountpaid} currency={currency} />
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {say('of')} {sayMoney(amount, currency)}
      </Text>
      {link.open ? (
        <Stack gap="xs">
          <Code block tabIndex={0} aria-label={say('Address of the pay page')} className="breaks">
            {rawurl}
          </Code>
          <Group gap="xs">
            <Copying what={say('Address of the pay page')} value={rawurl} />
            <Anchor href={`/qr/${code}.png`} download={`${accountno}.png`} size="sm">
              {say('Keep the QR code')}
            </Anchor>
          </Group>
          <img src={`/qr/${code}.png`} alt={say('QR code of the pay page')} width={160} height={160} className="qr" />
        </Stack>
      ) : (
        <Alert color="gray">
          {link.active
            ? say('It has ended: its page is not to be found. Give it another last day to open it again.')
            : say('It is switched off: its page is not to be found.')}
        </Alert>
      )}
      <Facts
        of={[
          [
            'Payers type',
            <Group key="number" gap="xs">
              <Text span inherit fw={650} className="figures">
                {spokenAccountNumber(accountno)}
              </Text>
              <Copying what={accountno} value={accountno} />
            </Group>,
          ],
          ['Last day', expiresat && sayEnd(expiresat)],
          ['Kind', type === 'general' || invoiceid ? null : type],
          [
            'Invoice',
            invoiceid && (
              <Anchor component={Link} to={`/invoices/${invoiceid}`} inherit>
                {say('To the invoice')}
              </Anchor>
            ),
          ],
          ['Made', sayDay(createdat)],
        ]}
      />
    </Card>
  )
}
