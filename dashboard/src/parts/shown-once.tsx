import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { say } from '../words/say.ts'

/** What nobody can look up later: a key, a secret, an invitation. */
export function ShownOnce({
  label,
  secret,
  note,
  done,
}: {
  label: string
  secret: string
  note?: string
  done: () => void
}) {
  return (
    <Stack>
      <div>
        <Text size="sm" fw={550}>
          {label}
        </Text>
        <Code block tabIndex={0} aria-label={label} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {secret}
        </Code>
      </div>
      <Text size="sm">{say('It is shown only now. Keep it where only those can read it who need it.')}</Text>
      {note && <Text size="sm">{note}</Text>}
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? say('Copied') : say('Copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={done}>{say('I have kept it')}</Button>
      </Group>
    </Stack>
  )
}
