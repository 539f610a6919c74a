import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Suspense, type ReactElement } from 'react'
import { useSession, whyNot } from '../session.ts'
import { Dialog } from './form.tsx'
import { WithReason } from './with-reason.tsx'

type Opens = { title: string; wide?: boolean; children: (done: () => void) => ReactElement }
type Props = Opens & {
  button: string
  /** One row's among many. */
  of?: string
  /** Not the page's one primary action. */
  plain?: boolean
  /** Why it cannot be done; whether one may write, when nothing is said. */
  why?: string | null
}

/** A button that opens a form in a dialog, for those who may do what it is for; others are told why not. */
export function Opening({ button, of, plain = false, why, title, wide = false, children }: Props) {
  const [opened, { open, close }] = useDisclosure()
  const role = whyNot(useSession(), 'write')
  const reason = why === undefined ? role : why
  const inRow = of === undefined ? {} : ({ size: 'xs', variant: 'default', 'aria-label': of } as const)
  return (
    <>
      <WithReason why={reason}>
        <Button disabled={reason !== null} onClick={open} {...(plain && { variant: 'default' })} {...inRow}>
          {button}
        </Button>
      </WithReason>
      <Dialog opened={opened} close={close} title={title} wide={wide}>
        <Suspense>{children(close)}</Suspense>
      </Dialog>
    </>
  )
}
