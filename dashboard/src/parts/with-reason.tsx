import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'

/** Around a button that may be disabled: says why, to the mouse, the finger and the keyboard. */
export function WithReason({ why, children }: { why: string | null; children: ReactElement }) {
  return (
    <Tooltip label={why} disabled={why === null} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
      <span tabIndex={why === null ? undefined : 0}>{children}</span>
    </Tooltip>
  )
}
