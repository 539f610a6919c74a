import { Text, UnstyledButton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Dialog } from '../parts/form.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'
import { sayFate, sayMessage, statuses, type Message } from './message-words.ts'

const MessageShown = lazy(async () => ({ default: (await import('./message-shown.tsx')).MessageShown }))

/** What became of a message: one word, and a sentence. */
export function Fate({ message }: { message: Message }) {
  const [colour, word] = statuses[message.status]
  return (
    <>
      <Tag colour={colour}>{say(word)}</Tag>
      <Text size="xs" c="dimmed" mt={2} className="breaks">
        {sayFate(message)}
      </Text>
    </>
  )
}

/** The name of a message, to be pressed. */
export function MessageName({ message, open }: { message: Message; open: (id: string) => void }) {
  return (
    <UnstyledButton className="row-link" fz="inherit" onClick={() => open(message._id)}>
      {sayMessage(message)}
    </UnstyledButton>
  )
}

/** One message over the list it is in; what shows it is fetched by who opens one. */
export function MessageDialog({ message, close }: { message: Message | undefined; close: () => void }) {
  return (
    <Dialog opened={message !== undefined} close={close} title={message ? sayMessage(message) : ''} wide>
      <Suspense>{message && <MessageShown message={message} done={close} />}</Suspense>
    </Dialog>
  )
}
