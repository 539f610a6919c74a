import { useSyncExternalStore } from 'react'
import { Problem } from './api.ts'

/** Whether the server answers, and still knows who we are. */
type Standing = { isAway: boolean; isSignedOut: boolean }

let standing: Standing = { isAway: false, isSignedOut: false }
const watchers = new Set<() => void>()

export function noteStanding(changed: Partial<Standing>): void {
  const next = { ...standing, ...changed }
  if (next.isAway === standing.isAway && next.isSignedOut === standing.isSignedOut) return
  standing = next
  for (const look of watchers) look()
}

/** What an answer tells of it; null when all went well. */
export function noteAnswer(problem: Error | null): void {
  if (problem === null) return noteStanding({ isAway: false })
  if (!(problem instanceof Problem)) return
  noteStanding({ isAway: problem.status === 0 || problem.status === 503 })
  if (problem.status === 401) noteStanding({ isSignedOut: true })
}

export function standingNow(): Standing {
  return standing
}

export function useStanding(): Standing {
  return useSyncExternalStore((look) => {
    watchers.add(look)
    return () => watchers.delete(look)
  }, standingNow)
}
