import { Alert, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import { changesOf, wholeOf } from '../invoice-form/bodies.ts'
import { draftOf, type Draft } from '../invoice-form/draft.ts'
import { InvoiceForm } from '../invoice-form/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Failed } from '../parts/trouble.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Invoice = Schemas['Invoice']

export function EditInvoice() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [round, setRound] = useState(0)
  const query = useQuery({
    queryKey: ['invoice', id],
    queryFn: () => answered(api.GET('/business/invoice/details/{id}', { params: { path: { id } } })),
  })
  const { data, error, refetch } = query
  if (error && !data) return <Failed query={query} back={['/invoices', 'Invoices']} />
  const again = () => void refetch().then(() => setRound(round + 1))
  return data ? <Edit now={data.data} again={again} key={round} /> : null
}

/** `now` is what is there by now; what is written began with what was there first. */
function Edit({ now, again }: { now: Invoice; again: () => void }) {
  const navigate = useNavigate()
  const [invoice] = useState(now)
  const back = () => void navigate({ to: '/invoices/$id', params: { id: invoice._id } })
  const saving = useAct((draft: Draft) => save(invoice, draft), 'Invoice saved', back)
  const isRefused = saving.error instanceof Problem && saving.error.status === 409
  const isStale = isRefused || (saving.isIdle && now.updatedat !== invoice.updatedat)
  return (
    <>
      <PageHead
        title={invoice.invoiceno ? say('Edit {number}', { number: invoice.invoiceno }) : say('Edit the draft')}
      />
      {isStale && (
        <Alert color="yellow" mb="md" maw={860} role="alert">
          <Group justify="space-between">
            <Text size="sm">
              {say(
                'It was changed meanwhile, here or by somebody else. What you write cannot be saved on top of that.',
              )}
            </Text>
            <Button variant="default" size="xs" onClick={again}>
              {say('Begin with what is there now')}
            </Button>
          </Group>
        </Alert>
      )}
      <InvoiceForm
        begun={draftOf(invoice)}
        work={saving}
        button="Save"
        why={whyNot(useSession(), 'write')}
        fixed={fixedIn(invoice)}
        send={(draft) => saving.mutate(draft)}
      >
        <Button variant="default" component={Link} to={`/invoices/${invoice._id}`}>
          {say('Not now')}
        </Button>
      </InvoiceForm>
    </>
  )
}

/** A draft is written anew; of a document that somebody has, only what was changed is sent. */
async function save(invoice: Invoice, draft: Draft): Promise<void> {
  const params = {
    path: { id: invoice._id },
    header: { ...wishKey(), 'if-unmodified-since': new Date(invoice.updatedat).toUTCString() },
  }
  if (invoice.status === 'draft') {
    await answered(api.POST('/business/invoice/{id}/rewrite', { params, body: wholeOf(draft, draftOf(invoice)) }))
    return
  }
  const body = changesOf(invoice, draft)
  if (body) await answered(api.PATCH('/business/invoice/update/{id}', { params, body }))
}

/** What the server would refuse, and why; null for what may be changed. */
function fixedIn({ status, adjusted }: Invoice) {
  const cancelled = status === 'cancelled' ? say('It is cancelled') : null
  return {
    lines:
      status === 'draft'
        ? null
        : say(
            'It was issued, so customer, lines and tax stay as the payer has them. Credit what was too much, or cancel it and make another one like it.',
          ),
    discount: cancelled ?? (adjusted > 0 ? say('It was credited or written off: take that back first') : null),
    schedule: cancelled,
  }
}
