import { Alert, Group, SegmentedControl, SimpleGrid, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { languages, say, spokenLanguage } from '../words/say.ts'
import { MessageEditor, type Draft } from './message-editor.tsx'
import { MessagePreview } from './message-preview.tsx'
import { channels, purposes, sayChannel, type Purpose } from './message-words.ts'
import { MessagesHead } from './messages-head.tsx'

/** The twelve texts: three purposes, two channels, two languages. What is written stays while one looks at another. */
export function MessageTexts() {
  const [filters, change] = useFilters()
  const { purpose = 'reminder', channel = 'sms', language = spokenLanguage() } = filters
  const [drafts, setDrafts] = useState<Record<string, Draft>>({})
  const { data, error } = useQuery({
    queryKey: ['message-templates'],
    queryFn: () => answered(api.GET('/business/message/templates')),
  })
  const isUnsaved = Object.keys(drafts).length > 0
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      isUnsaved && current.pathname !== next.pathname && !confirm(say('What you wrote is not saved. Leave it?')),
    enableBeforeUnload: isUnsaved,
  })
  const template = data?.data.find(({ _id }) => _id === [purpose, channel, language].join('.')) ?? data?.data[0]
  const keep = (draft: Draft | null) => {
    if (!template) return
    const { [template._id]: _, ...others } = drafts
    setDrafts(draft ? { ...others, [template._id]: draft } : others)
  }
  const pick = (name: string, label: string, value: string, data: { value: string; label: string }[]) => (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={data}
      value={value}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  )
  return (
    <>
      <MessagesHead title={say('Texts of messages')} />
      {error && <Alert color="red">{error.message}</Alert>}
      <Group mb="lg" gap="sm">
        {pick(
          'purpose',
          say('What it is for'),
          purpose,
          Object.keys(purposes).map((value) => ({ value, label: say(purposes[value as Purpose]) })),
        )}
        {pick(
          'channel',
          say('Channel'),
          channel,
          channels.map((value) => ({ value, label: sayChannel(value) })),
        )}
        {pick(
          'language',
          say('Language'),
          language,
          Object.entries(languages).map(([value, label]) => ({ value, label })),
        )}
      </Group>
      {!data && !error && <Skeleton height={320} aria-busy="true" />}
      {template && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" key={template._id}>
          <MessageEditor template={template} draft={drafts[template._id] ?? null} keep={keep} />
          <MessagePreview template={template} written={drafts[template._id] ?? template} />
        </SimpleGrid>
      )}
    </>
  )
}
