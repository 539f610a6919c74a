import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace'
import type { Sampler, SpanExporter } from '@opentelemetry/sdk-trace'

type Environment = Record<string, string | undefined>

/** Throws an Error that says what OTEL_TRACES_SAMPLER or its argument must be. */
export function createSampler({ OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG }: Environment): Sampler {
  const share = () => new TraceIdRatioBasedSampler(readShare(OTEL_TRACES_SAMPLER_ARG))
  switch (OTEL_TRACES_SAMPLER || 'parentbased_always_on') {
    case 'always_on':
      return new AlwaysOnSampler()
    case 'always_off':
      return new AlwaysOffSampler()
    case 'traceidratio':
      return share()
    case 'parentbased_always_on':
      return new ParentBasedSampler({ root: new AlwaysOnSampler() })
    case 'parentbased_always_off':
      return new ParentBasedSampler({ root: new AlwaysOffSampler() })
    case 'parentbased_traceidratio':
      return new ParentBasedSampler({ root: share() })
    default:
      throw new Error(
        'OTEL_TRACES_SAMPLER must be always_on, always_off, traceidratio, or one of these after parentbased_',
      )
  }
}

function readShare(written: string | undefined): number {
  const share = Number(written || 1)
  if (!(share >= 0 && share <= 1)) throw new Error('OTEL_TRACES_SAMPLER_ARG must be a share, 0 to 1')
  return share
}

/** It reads OTEL_EXPORTER_OTLP_ENDPOINT, …_HEADERS, …_TIMEOUT, …_COMPRESSION and …_CERTIFICATE itself. */
export async function createExporter(environment: Environment): Promise<SpanExporter> {
  const { OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: own, OTEL_EXPORTER_OTLP_PROTOCOL: common } = environment
  switch (own || common || 'http/protobuf') {
    case 'http/protobuf':
      return new (await import('@opentelemetry/exporter-trace-otlp-proto')).OTLPTraceExporter()
    case 'http/json':
      return new (await import('@opentelemetry/exporter-trace-otlp-http')).OTLPTraceExporter()
    default:
      throw new Error('OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf or http/json')
  }
}
