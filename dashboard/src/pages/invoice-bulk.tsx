import { Alert, Button, Group, Progress, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answered, api, type Schemas } from '../api.ts'
import { keepFile } from '../keep-file.ts'
import { Dialog, Form, Refused } from '../parts/form.tsx'
import { tell } from '../parts/toasts.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, spokenLanguage } from '../words/say.ts'
import { bulkDeeds, doAll, type BulkDeed, type Keys } from './invoice-bulk-deeds.ts'

type Row = Schemas['InvoiceInList']
const names = Object.keys(bulkDeeds) as BulkDeed[]

/** What may be done with all invoices that are ticked. Each is done or refused by itself, and told of. */
export function InvoiceBulk({ chosen, clear }: { chosen: Row[]; clear: () => void }) {
  const session = useSession()
  const [asking, setAsking] = useState<{ deed: BulkDeed; keys: Keys } | null>(null)
  const [progress, setProgress] = useState(0)
  const queries = useQueryClient()
  const doing = useMutation({
    mutationFn: ({ deed, keys }: { deed: BulkDeed; keys: Keys }) => doAll(chosen, deed, keys, setProgress),
    onSuccess: async ({ done, refused }) => {
      await queries.invalidateQueries()
      if (refused.size === 0) {
        clear()
        tell(say('{count} done', { count: done }))
      }
      setAsking(null)
    },
    onSettled: () => setProgress(0),
  })
  const zipping = useMutation({ mutationFn: () => zip(chosen.map(({ _id }) => _id)) })
  const role = whyNot(session, 'write')
  const able = (deed: BulkDeed) => chosen.filter(bulkDeeds[deed].able).length
  const refused = [...(doing.data?.refused.values() ?? [])]
  const asked = asking && bulkDeeds[asking.deed]
  return (
    <Alert color="gray" mb="md" role="region" aria-label={say('What is chosen')}>
      <Group justify="space-between">
        <Text size="sm" fw={550}>
          {say('{count} chosen', { count: chosen.length })}
        </Text>
        <Group gap="xs">
          {names.map((deed) => {
            const why = role ?? (able(deed) === 0 ? say(bulkDeeds[deed].none) : null)
            return (
              <WithReason key={deed} why={why}>
                <Button
                  size="xs"
                  variant="default"
                  disabled={why !== null}
                  onClick={() => setAsking({ deed, keys: new Map() })}
                >
                  {say(bulkDeeds[deed].button, { count: able(deed) })}
                </Button>
              </WithReason>
            )
          })}
          <Button size="xs" variant="default" loading={zipping.isPending} onClick={() => zipping.mutate()}>
            {say('PDFs as ZIP')}
          </Button>
          <Button size="xs" variant="subtle" onClick={clear}>
            {say('Choose none')}
          </Button>
        </Group>
      </Group>
      <Refused error={zipping.error} />
      {doing.data && doing.data.refused.size > 0 && (
        <Text size="sm" mt="xs" role="alert">
          {say('{done} done, {refused} refused:', { done: doing.data.done, refused: refused.flat().length })}{' '}
          {[...doing.data.refused].map(([why, alike]) => `${alike.join(', ')}: ${why}`).join('; ')}
        </Text>
      )}
      <Dialog opened={asking !== null} close={() => setAsking(null)} title={asked ? say(asked.title) : ''}>
        {asking && asked && (
          <Form work={doing} button={asked.go} cancel={() => setAsking(null)} send={() => doing.mutate(asking)}>
            <Text>{say(asked.question, { count: able(asking.deed) })}</Text>
            {doing.isPending && <Progress value={progress} aria-label={say('How far it is')} />}
          </Form>
        )}
      </Dialog>
    </Alert>
  )
}

async function zip(ids: string[]): Promise<void> {
  const body = { ids, lang: spokenLanguage() }
  const asked = api.POST('/business/invoice/pdf-zip', { body, parseAs: 'blob' })
  keepFile('invoices.zip', (await answered(asked as never)) as unknown as Blob)
}
