import { queryOptions, useQuery } from '@tanstack/react-query'
import { ask, Problem } from './api.ts'
import type { Role } from './parts/roles.ts'
import { noteStanding } from './standing.ts'
import { say, speak, spokenLanguage, type Language } from './words/say.ts'

export type Scope = 'read' | 'write' | 'payments'
export type Session = {
  user: { _id: string; email: string; name: string; language: Language; totp: boolean }
  businessid: string
  role: Role
  scopes: Scope[]
  /** Where the list of events ended when this was asked: what is shown from now on knows everything before it. */
  lastevent: string
  businesses: { _id: string; name: string; role: Role }[]
}

/**
 * Who is signed in; null when nobody is. From then on their language is spoken. Whoever was, and is not any more, stays
 * who they were on the page they are on, and is asked to sign in again.
 */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async ({ client }): Promise<Session | null> => {
    try {
      const { data } = await ask<{ data: Session }>('GET', '/session/details')
      if (data.user.language !== spokenLanguage()) await speak(data.user.language)
      return data
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 401)) throw problem
      const before = client.getQueryData<Session | null>(['session']) ?? null
      if (before) noteStanding({ isSignedOut: true })
      return before
    }
  },
})

/** The session on pages that are shown only to who is signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('a page for people who are signed in was shown to somebody who is not')
  return data
}

export function may({ scopes }: Session, scope: Scope): boolean {
  return scopes.includes(scope)
}

/** Why somebody may not do what needs a scope, in a sentence; null when they may. */
export function whyNot(session: Session, scope: Scope): string | null {
  if (may(session, scope)) return null
  return say(scope === 'payments' ? 'Your role may not record payments' : 'Your role may not change this')
}

export function whyNotOwner({ role }: Session): string | null {
  return role === 'owner' ? null : say('Only an owner may do this')
}
