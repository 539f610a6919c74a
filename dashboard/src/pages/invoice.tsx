import { Button, Grid, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { PageHead } from '../parts/page-head.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Failed } from '../parts/trouble.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceCorrections } from './invoice-corrections.tsx'
import { InvoiceHistory } from './invoice-history.tsx'
import { InvoiceInstalments } from './invoice-instalments.tsx'
import { InvoiceItems } from './invoice-items.tsx'
import { InvoicePapers } from './invoice-papers.tsx'
import { InvoiceSummary } from './invoice-summary.tsx'

const InvoiceMessages = lazy(async () => ({ default: (await import('./invoice-messages.tsx')).InvoiceMessages }))

export function InvoicePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['invoice', id],
    queryFn: () => answered(api.GET('/business/invoice/details/{id}', { params: { path: { id } } })),
  })
  const { data, error } = query
  if (error && !data) return <Failed query={query} back={['/invoices', 'Invoices']} />
  return data ? <Shown invoice={data.data} /> : null
}

function Shown({ invoice }: { invoice: Schemas['Invoice'] }) {
  return (
    <>
      <PageHead title={invoice.invoiceno ?? say('Draft invoice')}>
        <Writing id={invoice._id} />
        <InvoiceCorrections invoice={invoice} />
        <InvoiceActions invoice={invoice} />
      </PageHead>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Title order={2} size="h4" className="breaks">
                {invoice.title}
              </Title>
              <StatusBadge status={invoice.status} />
            </Group>
            {invoice.description && (
              <Text c="dimmed" className="as-written">
                {invoice.description}
              </Text>
            )}
            <InvoiceItems invoice={invoice} />
            <InvoiceInstalments invoice={invoice} />
            <InvoicePapers invoice={invoice} />
            <InvoiceHistory invoice={invoice} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <InvoiceSummary invoice={invoice} />
          <Suspense>
            <InvoiceMessages invoice={invoice} />
          </Suspense>
        </Grid.Col>
      </Grid>
    </>
  )
}

/** To the form: this one again, or another one like it. */
function Writing({ id }: { id: string }) {
  const why = whyNot(useSession(), 'write')
  const link = (to: string, name: string) => (
    <WithReason why={why}>
      {why === null ? (
        <Button variant="default" component={Link} to={to}>
          {name}
        </Button>
      ) : (
        <Button variant="default" disabled>
          {name}
        </Button>
      )}
    </WithReason>
  )
  return (
    <>
      {link(`/invoices/${id}/edit`, say('Edit'))}
      {link(`/invoices/new?like=${id}`, say('Another like it'))}
    </>
  )
}
