import { Alert, Card, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '../api.ts'
import { Refused } from '../parts/form.tsx'
import { say } from '../words/say.ts'
import type { Draft } from './message-editor.tsx'

type Preview = Schemas['MessagePreview']

/** How a text reads, asked for while one writes. Each question is its own, so an answer that comes late is not shown. */
export function MessagePreview({ template, written }: { template: Schemas['MessageTemplate']; written: Draft }) {
  const [{ title, text }] = useDebouncedValue(written, 250)
  const { purpose, channel, language } = template
  const { data, error } = useQuery({
    queryKey: ['message-preview', template._id, title, text],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.POST('/business/message/preview', {
          body: { purpose, channel, language, text, ...(channel === 'email' && { title }) },
        }),
      ),
  })
  return (
    <Stack gap="xs" component="section" aria-label={say('How it reads')}>
      <Text size="sm" c="dimmed">
        {say('How it reads, of an example')}
      </Text>
      <Refused error={error} />
      {data && <Reading preview={data.data} />}
    </Stack>
  )
}

/** A message as its reader sees it, and what an SMS counts as. */
export function Reading({ preview, short = false }: { preview: Preview; short?: boolean }) {
  return (
    <>
      <Words title={preview.title} text={preview.text} short={short} />
      <Length preview={preview} />
    </>
  )
}

/** A subject, if there is one, and a text with its lines; a short one is moved where it is long. */
export function Words({ title, text, short = false }: { title: string | null; text: string; short?: boolean }) {
  const moved = {
    mah: 180,
    style: { overflowY: 'auto' },
    tabIndex: 0,
    role: 'group',
    'aria-label': say('Text'),
  } as const
  return (
    <Card withBorder radius="lg" padding="md" {...(short && moved)}>
      {title !== null && (
        <Text fw={650} mb="xs" className="breaks">
          {title}
        </Text>
      )}
      <Text size="sm" className="as-written">
        {text}
      </Text>
    </Card>
  )
}

function Length({ preview: { encoding, length, parts, left, unusual } }: { preview: Preview }) {
  if (length === null || parts === null) return null
  const counted = { length, parts, left: left ?? 0 }
  return (
    <>
      <Text size="sm" role="status">
        {parts === 1
          ? say('{length} characters: one SMS, with room for {left} more', counted)
          : say('{length} characters: charged as {parts} SMS, with room for {left} more', counted)}
      </Text>
      {encoding === 'UCS-2' && (
        <Alert color="yellow">
          {say(
            'With {signs} an SMS holds 70 characters instead of 160, and costs more. Without, it would be shorter.',
            {
              signs: unusual.join(' '),
            },
          )}
        </Alert>
      )}
    </>
  )
}
