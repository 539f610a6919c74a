/** What the doctor found: `doubtful` is worth a look, `wrong` keeps something from working. */
export type Finding = { what: string; state: 'well' | 'doubtful' | 'wrong'; says: string; remedy: string | null }

export function good(what: string, says: string): Finding {
  return { what, state: 'well', says, remedy: null }
}

export function doubtful(what: string, says: string, remedy: string): Finding {
  return { what, state: 'doubtful', says, remedy }
}

export function bad(what: string, says: string, remedy: string): Finding {
  return { what, state: 'wrong', says, remedy }
}
