import { Refusal } from '@kusanya/domain/refusal.ts'

/** Never a phone, a name, an amount or a secret: what a trace holds is sent to another program. */
export type Attributes = Record<string, string | number | boolean>

export type SpanGiven = {
  /** `server`: we were asked; `client`: we ask; `consumer`: we take up what waited; `internal`: none of these. */
  kind: 'server' | 'client' | 'consumer' | 'internal'
  attributes?: Attributes
  /** W3C `traceparent` of what this is a part of; absent or unreadable: of what is under way here, if anything is. */
  parent?: string | null | undefined
}

/** How long a step took, and what it was a part of. */
export type Span = {
  /** What is begun in `work` is a part of this. */
  within<T>(work: () => T): T
  set(attributes: Attributes): void
  /** Notes that something has happened meanwhile. */
  note(what: string): void
  /** `problem`: a short word for what went wrong; absent when nothing did. */
  end(problem?: string): void
}

/** Follows what a process does through its steps. There is none unless KUSANYA_TRACES is set. */
export type Tracer = {
  start(name: string, given: SpanGiven): Span
  /** What is under way here, as W3C `traceparent`, to be written down beside what will be done later; null for nothing. */
  here(): string | null
  /** Sends what was not sent yet. */
  stop(): Promise<void>
}

/** Does `work` as a span. Of an error only the kind is told: its message may hold a phone. A refusal is an answer, no error. */
export async function traced<T>(
  tracer: Tracer | null | undefined,
  name: string,
  given: SpanGiven,
  work: (span: Span | null) => Promise<T>,
): Promise<T> {
  if (!tracer) return work(null)
  const span = tracer.start(name, given)
  try {
    const done = await span.within(() => work(span))
    span.end()
    return done
  } catch (error) {
    if (error instanceof Refusal) span.set({ 'kusanya.refusal': error.code })
    span.end(error instanceof Refusal ? undefined : kindOf(error))
    throw error
  }
}

function kindOf(error: unknown): string {
  const { code, name = 'Error' } = error as { code?: unknown; name?: string }
  return typeof code === 'string' ? code : name
}
