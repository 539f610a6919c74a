import { Group, SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { Cards } from '../parts/cards.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { useShortcuts, useSingleKeys } from '../parts/single-keys.ts'
import { tell } from '../parts/toasts.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'
import { UnmatchedPayment } from './unmatched-payment.tsx'

/** What the keyboard does here; more suggestions have the numbers that stand beside them. */
const keys = [
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'it is the first one’s'],
  ['2', 'it is the second one’s'],
  ['u', 'undo'],
] as const satisfies [string, Sentence][]

/** Money that belongs to nobody we are sure of: whose it probably is, why, and one press to say so. */
export function Unmatched() {
  const [filters, change] = useFilters()
  const why = whyNot(useSession(), 'payments')
  const query = useQuery({
    queryKey: ['unmatched', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(
        api.GET('/business/payment/unmatched/list', { params: { query: { limit: '20', ...filters } as never } }),
      ),
  })
  const waiting = query.data?.data ?? []
  const [at, setAt] = useState(0)
  const place = Math.min(at, Math.max(0, waiting.length - 1))
  const cards = useRef<HTMLDivElement>(null)
  const wasByKey = useRef(false)
  const matching = useMatching()
  const give = (accountid: string | undefined, id: string | undefined) => {
    if (why === null && id && accountid && !matching.isPending) matching.match({ id, accountid })
  }
  const cardAt = (there: number) => cards.current?.querySelectorAll<HTMLElement>('section')[there]
  const isOnCard = () => document.activeElement === cardAt(place)
  /** Where there is no other to go to, a key scrolls the page as everywhere. */
  const go = (step: 1 | -1) => (event: KeyboardEvent) => {
    // The first step is to the first one.
    const there = document.activeElement?.closest('section') ? place + step : place
    if (!waiting[there]) return
    event.preventDefault()
    setAt(there)
    cardAt(there)?.focus()
  }
  const giveNumber = (number: number) => {
    wasByKey.current = true
    give(waiting[place]?.suggestions[number - 1]?.accountid, waiting[place]?._id)
  }
  const own = { preventDefault: false }
  const [keysAreOn] = useSingleKeys()
  useShortcuts([
    ['j', go(1), own],
    ['ArrowDown', go(1), own],
    ['k', go(-1), own],
    ['ArrowUp', go(-1), own],
    ['u', matching.undo],
    // On a button or a link, Enter is for that.
    ['Enter', () => isOnCard() && giveNumber(1), own],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => giveNumber(number)] as [string, () => void]),
  ])
  // The one that was given away has taken the focus with it: the next one has it now.
  useEffect(() => {
    if (!wasByKey.current || document.activeElement !== document.body) return
    wasByKey.current = false
    cards.current?.querySelectorAll<HTMLElement>('section')[place]?.focus()
  }, [query.data, place])
  return (
    <>
      <PageHead title={say('Unmatched money')} />
      <SectionLinks of="unmatched" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Order')}
          size="xs"
          data={[
            { value: '', label: say('Newest first') },
            { value: 'oldest', label: say('Oldest first') },
          ]}
          value={filters['sort'] ?? ''}
          onChange={(sort) => change({ sort })}
        />
        <SearchBox label={say('Search payments')} />
      </Group>
      {waiting.length > 0 && why === null && keysAreOn && (
        <Text size="sm" c="dimmed" mb="md" visibleFrom="sm">
          {say('On the keyboard:')}{' '}
          {keys.map(([key, does]) => (
            <span key={key}>
              <kbd className="key">{key}</kbd> {say(does)}{' '}
            </span>
          ))}
        </Text>
      )}
      <div ref={cards}>
        <Cards
          query={query}
          empty={say('Nothing waits. A payment with an account number that we do not know would appear here.')}
        >
          {(payment, n) => (
            <UnmatchedPayment
              key={payment._id}
              payment={payment}
              isCurrent={n === place}
              come={() => setAt(n)}
              give={(accountid) => give(accountid, payment._id)}
              why={why}
              error={matching.failed === payment._id ? matching.error : null}
            />
          )}
        </Cards>
      </div>
    </>
  )
}

/** Says whose a payment is, and takes the last such word back. */
function useMatching() {
  const queries = useQueryClient()
  const last = useRef<string | null>(null)
  const undoing = useAct(
    (id: string) =>
      answered(
        api.POST('/business/payment/{id}/unmatch', {
          params: { path: { id }, header: wishKey() },
          body: { reason: say('Undone') },
        }),
      ),
    'Undone: the payment waits again',
  )
  const undo = () => {
    if (last.current === null) return
    undoing.mutate(last.current)
    last.current = null
  }
  const matching = useMutation({
    mutationFn: ({ id, accountid }: { id: string; accountid: string }) =>
      answered(
        api.POST('/business/payment/{id}/match', {
          params: { path: { id }, header: wishKey() },
          body: { accountid },
        }),
      ),
    onSuccess: async (_, { id }) => {
      last.current = id
      await queries.invalidateQueries()
      tell(say('Matched'), () => {
        if (last.current === id) undo()
      })
    },
  })
  return {
    match: matching.mutate,
    undo,
    isPending: matching.isPending,
    error: matching.error,
    /** Of which payment it was refused. */
    failed: matching.error ? matching.variables?.id : undefined,
  }
}
