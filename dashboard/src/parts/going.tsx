import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useSession, whyNot } from '../session.ts'
import { WithReason } from './with-reason.tsx'

type Props = { to: string; search?: Record<string, string>; plain?: boolean; children: string }

/** A button that goes to a page where something is written, for those who may write; others are told why not. */
export function Going({ to, search = {}, plain = false, children }: Props) {
  const why = whyNot(useSession(), 'write')
  const look = plain ? ({ variant: 'default' } as const) : {}
  if (why === null) {
    return (
      <Button component={Link} to={to} search={search as never} {...look}>
        {children}
      </Button>
    )
  }
  return (
    <WithReason why={why}>
      <Button disabled {...look}>
        {children}
      </Button>
    </WithReason>
  )
}
