import { Anchor, Group, Skeleton, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Suspense, type ReactElement } from 'react'
import { useFilters } from '../filters.ts'
import { say, type Sentence } from '../words/say.ts'

type View = [key: string, name: Sentence, show: () => ReactElement]

/** Several looks at one thing, of which one is shown. Which one stands in the address, so that it can be sent to a colleague. */
export function Views({ of }: { of: [View, ...View[]] }) {
  const [filters] = useFilters()
  const [shown, , show] = of.find(([key]) => key === filters['view']) ?? of[0]
  return (
    <Stack>
      <Group component="nav" gap="lg" aria-label={say('What to look at')} className="section-links">
        {of.map(([key, name]) => (
          <Anchor
            key={key}
            component={Link}
            to="."
            search={{ view: key } as never}
            replace
            size="sm"
            c="inherit"
            underline="never"
            py={4}
            {...(key === shown && { 'aria-current': 'true' as const })}
          >
            {say(name)}
          </Anchor>
        ))}
      </Group>
      <Suspense fallback={<Skeleton height={120} />}>{show()}</Suspense>
    </Stack>
  )
}
