import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSession } from './session.ts'
import { standingNow } from './standing.ts'

const gatherMs = 250
const againMs = 10_000

/**
 * Lets every page look again when something happens in the business. A page that nobody looks at listens to nothing, because
 * a browser opens only six connections to a server; it goes on from where it stopped when somebody comes back.
 */
export function useLive(): void {
  const queries = useQueryClient()
  const { lastevent } = useSession()
  useEffect(() => {
    let place = lastevent
    let source: EventSource | null = null
    let gathering: number | undefined
    let retrying: number | undefined
    const lookAgain = ({ lastEventId }: MessageEvent) => {
      place = lastEventId
      gathering ??= window.setTimeout(() => {
        gathering = undefined
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
      }, gatherMs)
    }
    const leave = () => {
      source?.close()
      source = null
      clearTimeout(retrying)
    }
    const listen = () => {
      leave()
      source = new EventSource(`/business/event/stream?cursor=${place}`)
      source.onmessage = lookAgain
      source.onopen = () => {
        if (standingNow().isAway) void queries.invalidateQueries()
      }
      // A browser tries a lost connection again by itself, but not a refusal.
      source.onerror = () => {
        if (source?.readyState === EventSource.CLOSED) retrying = window.setTimeout(listen, againMs)
      }
    }
    const seenOrNot = () => (document.hidden ? leave() : listen())
    seenOrNot()
    document.addEventListener('visibilitychange', seenOrNot)
    return () => {
      document.removeEventListener('visibilitychange', seenOrNot)
      clearTimeout(gathering)
      leave()
    }
    // Asking again who is signed in tells a later place; what was heard since the first is not lost by keeping that.
  }, [queries])
}
