import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import { keepFile } from '../keep-file.ts'
import { Dialog, Form, Refused } from '../parts/form.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, spokenLanguage } from '../words/say.ts'

type Row = Schemas['InvoiceInList']
type Done = { done: number; refused: { name: string; why: string }[] }

/** What may be done with all invoices that are ticked. Each is done or refused by itself, and told of. */
export function InvoiceBulk({ chosen, clear }: { chosen: Row[]; clear: () => void }) {
  const session = useSession()
  const [asking, setAsking] = useState<'unpaid' | 'cancelled' | null>(null)
  const [progress, setProgress] = useState(0)
  const queries = useQueryClient()
  const changing = useMutation({
    mutationFn: (status: 'unpaid' | 'cancelled') => changeAll(eligible(chosen, status), status, setProgress),
    onSuccess: async ({ refused }) => {
      await queries.invalidateQueries()
      if (refused.length === 0) clear()
      setAsking(null)
      setProgress(0)
    },
  })
  const zipping = useMutation({ mutationFn: () => zip(chosen.map(({ _id }) => _id)) })
  const role = whyNot(session, 'write')
  const drafts = eligible(chosen, 'unpaid').length
  const cancellable = eligible(chosen, 'cancelled').length
  const whyNotIssued = role ?? (drafts === 0 ? say('None of them is a draft') : null)
  const whyNotCancelled =
    role ?? (cancellable === 0 ? say('There is money on all of them, or they are cancelled') : null)
  return (
    <Alert color="gray" mb="md" role="region" aria-label={say('What is chosen')}>
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {say('{count} chosen', { count: chosen.length })}
        </Text>
        <Group gap="xs">
          <WithReason why={whyNotIssued}>
            <Button size="xs" variant="default" disabled={whyNotIssued !== null} onClick={() => setAsking('unpaid')}>
              {say('Send drafts ({count})', { count: drafts })}
            </Button>
          </WithReason>
          <WithReason why={whyNotCancelled}>
            <Button
              size="xs"
              variant="default"
              disabled={whyNotCancelled !== null}
              onClick={() => setAsking('cancelled')}
            >
              {say('Cancel ({count})', { count: cancellable })}
            </Button>
          </WithReason>
          <Button size="xs" variant="default" loading={zipping.isPending} onClick={() => zipping.mutate()}>
            {say('PDFs as ZIP')}
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            {say('Choose none')}
          </Button>
        </Group>
      </Group>
      <Refused error={zipping.error} />
      {changing.data && changing.data.refused.length > 0 && (
        <Text size="sm" mt="xs" role="alert">
          {say('{done} done, {refused} refused:', { done: changing.data.done, refused: changing.data.refused.length })}{' '}
          {changing.data.refused.map(({ name, why }) => `${name}: ${why}`).join('; ')}
        </Text>
      )}
      <Dialog
        opened={asking !== null}
        close={() => setAsking(null)}
        title={asking === 'unpaid' ? say('Send drafts') : say('Cancel invoices')}
      >
        <Form
          work={changing}
          button={asking === 'unpaid' ? 'Send' : 'Cancel invoices'}
          cancel={() => setAsking(null)}
          send={() => asking && changing.mutate(asking)}
        >
          <Text>
            {asking === 'unpaid'
              ? say('{count} drafts get their numbers and are sent.', { count: drafts })
              : say('{count} invoices will ask for nothing any more.', { count: cancellable })}
          </Text>
          {changing.isPending && <Progress value={progress} aria-label={say('How far it is')} />}
        </Form>
      </Dialog>
    </Alert>
  )
}

function eligible(rows: Row[], status: 'unpaid' | 'cancelled'): Row[] {
  return rows.filter((row) =>
    status === 'unpaid' ? row.status === 'draft' : row.status !== 'cancelled' && row.amountpaid === 0,
  )
}

/** One after the other: what is refused does not stop the others, a server that is away does. */
async function changeAll(rows: Row[], status: 'unpaid' | 'cancelled', tell: (percent: number) => void): Promise<Done> {
  const outcome: Done = { done: 0, refused: [] }
  for (const [at, { _id, invoiceno, title }] of rows.entries()) {
    try {
      const params = { path: { id: _id }, header: wishKey() }
      await answered(api.PATCH('/business/invoice/update/{id}', { params, body: { status } }))
      outcome.done++
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status < 400 || problem.status >= 500) throw problem
      outcome.refused.push({ name: invoiceno ?? title, why: problem.message })
    }
    tell((100 * (at + 1)) / rows.length)
  }
  return outcome
}

async function zip(ids: string[]): Promise<void> {
  const body = { ids, lang: spokenLanguage() }
  const asked = api.POST('/business/invoice/pdf-zip', { body, parseAs: 'blob' })
  keepFile('invoices.zip', (await answered(asked as never)) as unknown as Blob)
}
