import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactElement } from 'react'
import { useSession, whyNot } from '../session.ts'
import { Dialog } from './form.tsx'
import { WithReason } from './with-reason.tsx'

type Opens = { title: string; children: (done: () => void) => ReactElement }

/** A button that opens a form in a dialog, for those who may write; others are told why not. `of` names one row's among many. */
export function Opening({ button, of, title, children }: Opens & { button: string; of?: string }) {
  const [opened, { open, close }] = useDisclosure()
  const why = whyNot(useSession(), 'write')
  const inRow = of === undefined ? {} : ({ size: 'xs', variant: 'default', 'aria-label': of } as const)
  return (
    <>
      <WithReason why={why}>
        <Button disabled={why !== null} onClick={open} {...inRow}>
          {button}
        </Button>
      </WithReason>
      <Dialog opened={opened} close={close} title={title}>
        {children(close)}
      </Dialog>
    </>
  )
}
