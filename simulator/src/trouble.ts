import type { Chance } from './chance.ts'

/** What can go wrong with the answer to a request. */
export const requestTroubles = [
  'slow',
  'refused',
  '500',
  '502',
  '503',
  '504',
  'spike-arrest',
  'quota',
  'token-revoked',
  'dropped',
  'dropped-after-commit',
  'garbled',
  'callback-before-answer',
] as const

/** What can go wrong with a callback. */
export const callbackTroubles = ['callback-late', 'callback-lost', 'callback-twice', 'callback-out-of-order'] as const

export type RequestTrouble = (typeof requestTroubles)[number]
export type CallbackTrouble = (typeof callbackTroubles)[number]

/** `queue-timeout`: an initiator API's request is not worked on, and its QueueTimeOutURL is called. */
export type TroubleKind = RequestTrouble | CallbackTrouble | 'queue-timeout'

export const troubleKinds: readonly TroubleKind[] = [...requestTroubles, ...callbackTroubles, 'queue-timeout']

/** The body of a 5xx: Daraja's envelope, the gateway's fault, a page, or nothing. */
export const errorForms = ['daraja', 'fault', 'html', 'empty'] as const
export type ErrorForm = (typeof errorForms)[number]

export interface TroubleWish {
  /** An endpoint's name (`bill-bulk`), a road's (`stk-callback`), a part of the path (`/billmanager`), or `*`. */
  endpoint: string
  kind: TroubleKind
  /** How often it strikes; default 1, `"always"` until it is lifted. */
  times?: number | 'always'
  /** How slow (real time) or how late (simulator's clock). */
  ms?: number
  form?: ErrorForm
  /** Strikes with this probability (0-1), by the simulator's seed. */
  chance?: number
  /** For `refused`: the words and codes of the refusal. */
  status?: number
  errorCode?: string
  message?: string
}

export interface Trouble extends TroubleWish {
  id: number
  struck: number
}

export interface Troubles {
  add(wish: TroubleWish): Trouble
  list(): Trouble[]
  clear(id?: number): void
  /** The troubles that strike this time; each counts as used. */
  strike(kinds: readonly TroubleKind[], name: string, path: string): Trouble[]
}

export function createTroubles(chance: Chance, changed: () => void): Troubles {
  let troubles: Trouble[] = []
  let lastId = 0

  function hits(trouble: Trouble, name: string, path: string): boolean {
    const { endpoint } = trouble
    return endpoint === '*' || endpoint === name || (endpoint.startsWith('/') && path.includes(endpoint))
  }

  return {
    add(wish) {
      const trouble = { ...wish, id: ++lastId, struck: 0 }
      troubles.push(trouble)
      changed()
      return trouble
    },
    list: () => [...troubles],
    clear(id) {
      troubles = id === undefined ? [] : troubles.filter((trouble) => trouble.id !== id)
      changed()
    },
    strike(kinds, name, path) {
      const struck = troubles.filter(
        (trouble) =>
          kinds.includes(trouble.kind) &&
          hits(trouble, name, path) &&
          (trouble.chance === undefined || chance() < trouble.chance),
      )
      for (const trouble of struck) trouble.struck++
      if (struck.length > 0) {
        troubles = troubles.filter((one) => one.times === 'always' || one.struck < (one.times ?? 1))
        changed()
      }
      return struck
    },
  }
}
