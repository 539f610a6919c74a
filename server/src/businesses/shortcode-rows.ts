import type { Tx } from '../db/sql.ts'

/** A shortcode as its business may see it: without any secret. */
export type Connection = {
  shortcode: string
  environment: 'production' | 'sandbox'
  /** The last characters of the consumer key; null when nothing may be shown of it. */
  keyEnds: string | null
  canAsk: boolean
  email: string | null
  officialContact: string | null
  optedInAt: Date | null
  urlsRegisteredAt: Date | null
  pulledToAt: Date | null
  pullProblem: string | null
  operator: { name: string; takenAt: Date | null; problem: string | null } | null
  test: { id: string; state: string; phone: string; words: string | null; askedAt: Date } | null
  createdAt: Date
  disconnectedAt: Date | null
}

/** The shortcodes of a business that are named; the newest first. */
export async function findConnections(tx: Tx, businessId: string, shortcodes: string[]): Promise<Connection[]> {
  const rows = await tx<
    {
      shortcode: string
      environment: 'production' | 'sandbox'
      consumer_key_ends: string | null
      can_ask: boolean
      email: string | null
      official_contact: string | null
      opted_in_at: Date | null
      urls_registered_at: Date | null
      pulled_to_at: Date | null
      pull_problem: string | null
      initiator_name: string | null
      initiator_taken_at: Date | null
      initiator_problem: string | null
      test_id: string | null
      test_state:
        'asked' | 'asking' | 'cancelled' | 'failed' | 'no_answer' | 'no_funds' | 'paid' | 'unknown' | 'wrong_pin' | null
      test_phone: string | null
      test_words: string | null
      test_at: Date | null
      created_at: Date
      disconnected_at: Date | null
    }[]
  >`
    select s.shortcode, s.environment, s.consumer_key_ends, s.passkey is not null as can_ask, s.email, s.official_contact,
      s.opted_in_at, s.urls_registered_at, p.pulled_to_at, p.last_error as pull_problem, s.initiator_name,
      s.initiator_taken_at, s.initiator_problem, t.id as test_id, t.state as test_state, t.phone as test_phone,
      t.result_text as test_words, t.created_at as test_at, s.created_at, s.disconnected_at
    from shortcodes s
    left join pulls p on p.business_id = s.business_id and p.shortcode = s.shortcode
    left join payment_requests t on t.business_id = s.business_id and t.id = s.test_request_id
    where s.business_id = ${businessId} and s.shortcode = any (${shortcodes})
    order by s.created_at desc, s.shortcode desc
  `
  return rows.map((row) => ({
    shortcode: row.shortcode,
    environment: row.environment,
    keyEnds: row.consumer_key_ends,
    canAsk: row.can_ask,
    email: row.email,
    officialContact: row.official_contact,
    optedInAt: row.opted_in_at,
    urlsRegisteredAt: row.urls_registered_at,
    pulledToAt: row.pulled_to_at,
    pullProblem: row.pull_problem,
    operator:
      row.initiator_name === null
        ? null
        : { name: row.initiator_name, takenAt: row.initiator_taken_at, problem: row.initiator_problem },
    test:
      row.test_id === null || row.test_state === null || row.test_phone === null || row.test_at === null
        ? null
        : {
            id: row.test_id,
            state: row.test_state,
            phone: row.test_phone,
            words: row.test_words,
            askedAt: row.test_at,
          },
    createdAt: row.created_at,
    disconnectedAt: row.disconnected_at,
  }))
}
