import { useQuery } from '@tanstack/react-query'
import { attentionQuery } from './attention.ts'
import { Tag } from './parts/tag.tsx'
import { say } from './words/say.ts'

/** Beside the noun of the rail: how many payments wait for somebody to say whose they are. */
export function UnmatchedCount() {
  const count = useQuery(attentionQuery).data?.unmatched.count ?? 0
  if (count === 0) return null
  return (
    <Tag colour="yellow">
      {count}
      <span className="visually-hidden"> {say('wait')}</span>
    </Tag>
  )
}
