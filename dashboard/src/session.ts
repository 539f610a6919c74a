import { queryOptions, useQuery } from '@tanstack/react-query'
import { ask, Problem } from './api.ts'

export type Scope = 'read' | 'write' | 'payments'
export type Session = {
  user: { _id: string; email: string; name: string; language: 'en' | 'sw'; totp: boolean }
  businessid: string
  role: 'owner' | 'accountant' | 'cashier' | 'auditor'
  scopes: Scope[]
  businesses: { _id: string; name: string; role: string }[]
}

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 60_000,
  queryFn: async (): Promise<Session | null> => {
    try {
      return (await ask<{ data: Session }>('GET', '/session/details')).data
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return null
      throw problem
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
