import { Alert, Button, Group, Modal, Stack } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Problem } from '../api.ts'
import { say, type Sentence } from '../words/say.ts'

type Work = Pick<UseMutationResult<unknown, Error, never>, 'error' | 'isPending'>
export type Written = Record<string, string>

/** What is wrong with each field, by its name on the wire. */
export function wrongIn({ error }: Pick<Work, 'error'>): Record<string, string> {
  return error instanceof Problem ? error.errors : {}
}

/** What went wrong, said where somebody who cannot see hears it. */
export function Refused({ error }: { error: Error | null }) {
  return (
    error && (
      <Alert color="red" role="alert">
        {error.message}
      </Alert>
    )
  )
}

type Props = {
  work: Work
  /** What was written, by the names of the fields. A box that is not ticked is absent. */
  send: (written: Written) => void
  button: Sentence
  cancel?: () => void
  colour?: 'red'
  /** Why it cannot be sent by who is signed in. */
  why?: string | null
  children?: ReactNode
}

/** Fields, what is wrong with them, and the button that sends them. */
export function Form({ work, send, button, cancel, colour, why = null, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    send(Object.fromEntries(new FormData(event.currentTarget)) as Written)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {children}
        <Refused error={work.error} />
        {why && <Alert color="gray">{why}</Alert>}
        <Group justify="flex-end">
          {cancel && (
            <Button variant="default" onClick={cancel}>
              {say('Not now')}
            </Button>
          )}
          <Button type="submit" loading={work.isPending} disabled={why !== null} {...(colour && { color: colour })}>
            {say(button)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type DialogProps = { opened: boolean; close: () => void; title: string; wide?: boolean; children: ReactNode }

/** Holds a form, or what is shown once, over the page. */
export function Dialog({ opened, close, title, wide = false, children }: DialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      size={wide ? 'lg' : 'md'}
      closeButtonProps={{ 'aria-label': say('Close') }}
      // Else its head is taken for a second head of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {children}
    </Modal>
  )
}
