import { SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { Suspense, type ReactElement } from 'react'
import { useFilters } from '../filters.ts'
import { say, type Sentence } from '../words/say.ts'

type View = [key: string, name: Sentence, show: () => ReactElement]

/** Several looks at one thing, of which one is shown. Which one stands in the address, so that it can be sent to a colleague. */
export function Views({ of }: { of: [View, ...View[]] }) {
  const [filters, change] = useFilters()
  const [shown, , show] = of.find(([key]) => key === filters['view']) ?? of[0]
  return (
    <Stack>
      <SegmentedControl
        aria-label={say('What to look at')}
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        data={of.map(([value, name]) => ({ value, label: say(name) }))}
        value={shown}
        onChange={(view) => change({ view })}
      />
      <Suspense fallback={<Skeleton height={120} />}>{show()}</Suspense>
    </Stack>
  )
}
