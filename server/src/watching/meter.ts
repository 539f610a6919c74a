import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What a process counts. Made with its context; read by whoever asks for /metrics. docs/operating.md lists them. */
export type Meter = ReturnType<typeof createMeter>

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMeter() {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `kusanya_${name}`, help, labelNames, registers })
  const gauge = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Gauge({ name: `kusanya_${name}`, help, labelNames, registers })
  return {
    registry,
    requests: new Histogram({
      name: 'kusanya_http_request_seconds',
      help: 'Requests by route and status, and how long they took',
      labelNames: ['method', 'route', 'status'],
      buckets: seconds,
      registers,
    }),
    bugs: counter('bugs_total', 'Requests that ended in a mistake of ours: each is in the log', []),
    limited: counter('limited_total', 'Requests refused for being too many', []),
    callbacksReceived: counter('callbacks_received_total', 'Callbacks of Safaricom that were kept, by road', ['road']),
    callbacksSettled: counter(
      'callbacks_settled_total',
      'Callbacks that were dealt with: arrival (money), answer (to a request), nonsense, or failed for now',
      ['outcome'],
    ),
    pushes: counter('pushes_total', 'Bills and cancellations sent through Bill Manager, by what became of them', [
      'outcome',
    ]),
    messages: counter('messages_total', 'Messages handed over to customers, by channel and what became of them', [
      'channel',
      'outcome',
    ]),
    deliveries: counter('deliveries_total', 'Attempts to deliver webhooks, by outcome: delivered or failed', [
      'outcome',
    ]),
    sweepRows: counter('sweep_rows_total', 'What each sweep dealt with', ['sweep']),
    sweepFailures: counter('sweep_failures_total', 'Runs of a sweep that ended in an error', ['sweep']),
    queueDue: gauge('queue_due', 'Rows that are due and wait for a sweep, of all businesses', ['queue']),
    queueOldest: gauge('queue_oldest_seconds', 'For how long the first of them has been due', ['queue']),
    unmatched: gauge('unmatched_shillings', 'Money that belongs to nobody we know, of all businesses', []),
    transactions: gauge(
      'db_transactions',
      'Transactions of this process: open, or waiting for one of its connections',
      ['state'],
    ),
    up: gauge('ready', '1 while /readyz answers 200', []),
  }
}
