import { isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api'
import type { Context } from '@opentelemetry/api'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createExporter, createSampler } from './otel-settings.ts'
import type { Span, Tracer } from './tracer.ts'

type Environment = Record<string, string | undefined>

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
}
const patienceMs = 3_000

/**
 * Sends spans to an OpenTelemetry collector over HTTP. Where it is and what it is sent, the standard OTEL_… variables say.
 * Nothing outside imports this file but main.ts, and only when traces are asked for: the packages need not be installed.
 */
export async function startTracer(environment: Environment, about: { role: string }): Promise<Tracer> {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'kusanya', 'kusanya.role': about.role }))
    .merge(detectResources({ detectors: [envDetector] }))
  const provider = new TracerProvider({
    resource,
    sampler: createSampler(environment),
    spanProcessors: [new BatchSpanProcessor({ exporter: await createExporter(environment) })],
  })
  const tracer = provider.getTracer('kusanya')
  const places = new AsyncLocalStorage<Context>()
  return {
    start(name, { kind, attributes = {}, parent }) {
      const place = readParent(parent) ?? places.getStore() ?? ROOT_CONTEXT
      const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, place)
      const inside = trace.setSpan(place, span)
      return {
        within: (work) => places.run(inside, work),
        set: (more) => void span.setAttributes(more),
        note: (what) => void span.addEvent(what),
        end(problem) {
          if (problem !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', problem)
          span.end()
        },
      } satisfies Span
    },
    here() {
      const at = trace.getSpanContext(places.getStore() ?? ROOT_CONTEXT)
      return at ? `00-${at.traceId}-${at.spanId}-0${at.traceFlags & TraceFlags.SAMPLED}` : null
    },
    // A collector that is away must not hold up the end of the process.
    stop: () => Promise.race([provider.shutdown(), pause(patienceMs, undefined, { ref: false })]),
  }
}

/** Null for what is no `traceparent` of version 00. */
function readParent(written: string | null | undefined): Context | null {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(written ?? '') ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return null
  const at = { traceId, spanId, traceFlags: parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true }
  return isSpanContextValid(at) ? trace.setSpanContext(ROOT_CONTEXT, at) : null
}
