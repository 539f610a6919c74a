import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { say } from '../words/say.ts'

/** The same in the list of all, where one searches, filters, and does things to many. */
export function InList({ to, whose, isThere }: { to: string; whose: object; isThere: boolean }) {
  if (!isThere) return null
  return (
    <Anchor component={Link} to={to} search={whose as never} size="sm">
      {say('Search and filter these')}
    </Anchor>
  )
}
