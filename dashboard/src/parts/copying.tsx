import { Button, CopyButton } from '@mantine/core'
import { say } from '../words/say.ts'

/** A small button that takes something along: an address, a number. `what` names it to who cannot see where it stands. */
export function Copying({ what, value }: { what: string; value: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" size="compact-xs" aria-label={`${say('Copy')}: ${what}`} onClick={copy}>
          {copied ? say('Copied') : say('Copy')}
        </Button>
      )}
    </CopyButton>
  )
}
