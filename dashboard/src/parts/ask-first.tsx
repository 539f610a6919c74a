import { Button, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useAct } from '../act.ts'
import { say, type Sentence } from '../words/say.ts'
import { Dialog, Form } from './form.tsx'
import { WithReason } from './with-reason.tsx'

type Props = {
  button: Sentence
  /** What will happen, in a sentence. */
  question: string
  said: Sentence
  /** Whether the books keep why: then a reason is wanted. */
  reason?: boolean
  why?: string | null
  colour?: 'red'
  size?: 'xs' | 'sm'
  /** Names one row's button among many, as `Dismiss SGL31HA2AB`. */
  of?: string
  work: (reason: string) => Promise<unknown>
  /** What else is to be decided. */
  children?: ReactNode
}

/** A deed that is not done by one press: asks first, and for the reason where the books keep one. */
export function AskFirst({
  button,
  question,
  said,
  reason = false,
  why = null,
  colour,
  size = 'sm',
  of,
  work,
  children,
}: Props) {
  const [opened, { open, close }] = useDisclosure()
  const doing = useAct(work, said, close)
  return (
    <>
      <WithReason why={why}>
        <Button
          variant="default"
          size={size}
          disabled={why !== null}
          onClick={open}
          {...(of !== undefined && { 'aria-label': of })}
        >
          {say(button)}
        </Button>
      </WithReason>
      <Dialog opened={opened} close={close} title={say(button)}>
        <Form
          work={doing}
          button={button}
          cancel={close}
          {...(colour && { colour })}
          send={({ reason: written = '' }) => doing.mutate(written)}
        >
          <Text>{question}</Text>
          {children}
          {reason && <TextInput label={say('Why')} name="reason" required maxLength={500} data-autofocus />}
        </Form>
      </Dialog>
    </>
  )
}
