import { Alert, Button, CloseButton, Group, Stack, Title } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useId, type FormEvent, type ReactNode, type SyntheticEvent } from 'react'
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

/** Holds a form, or what is shown once, over the page. The browser's own: it keeps the focus inside, and gives it back. */
export function Dialog({ opened, ...props }: DialogProps) {
  return opened && <Opened {...props} />
}

function Opened({ close, title, wide = false, children }: Omit<DialogProps, 'opened'>) {
  const id = useId()
  // What is written, and what is shown only once, is not thrown away by a press beside it.
  const pressBeside = ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>) =>
    wide && target === currentTarget && !currentTarget.querySelector('form') && close()
  return (
    <dialog
      className="dialog"
      data-wide={wide}
      aria-labelledby={id}
      ref={show}
      onMouseDown={pressBeside}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return // of a file that was not chosen
        event.preventDefault()
        close()
      }}
      onClose={({ currentTarget }) => currentTarget.isConnected && !currentTarget.open && close()}
    >
      <div className="dialog-inside">
        <div className="dialog-head">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          <CloseButton aria-label={say('Close')} onClick={close} />
        </div>
        {children}
      </div>
    </dialog>
  )
}

/** Opened by hand, because only so the browser holds the focus inside; closed before it goes, so that the focus goes back. */
function show(dialog: HTMLDialogElement): () => void {
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  return () => dialog.close()
}
