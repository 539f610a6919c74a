import { sandboxAccount, startSimulator, type Simulator } from '@kusanya/simulator'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { pino, type Logger } from 'pino'
import { collectDefaultMetrics } from 'prom-client'
import { masterKeyFile, readConfig, SettingsProblem, type Config } from './config.ts'
import { createContext, type Context } from './context.ts'
import { buildDashboard } from './dashboard/build.ts'
import { prepareDatabase, prepareWhenItAnswers } from './db/prepare-database.ts'
import { connect } from './db/sql.ts'
import { DirectoryTaken, holdDataDirectory, masterKeyIn } from './embedded/data-directory.ts'
import { demoCurl, ensureDemo, type Demo } from './embedded/demo.ts'
import { startPostgres } from './embedded/postgres.ts'
import { buildApp } from './http/app.ts'
import { ownSweeps, startSweeps, sweeps } from './sweeps.ts'
import { createLogger } from './watching/logger.ts'
import type { Tracer } from './watching/tracer.ts'
import { serveWatchers } from './watching/serve.ts'
import { createPoster } from './webhooks/post.ts'

/** What was started, to be stopped in the reverse order. */
const running: { name: string; stop: () => Promise<unknown> }[] = []

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLogger(config.logLevel, pino.destination({ dest: 2, sync: false }))
  if (config.role === 'all') {
    const held = await holdDataDirectory(config.dataDirectory)
    running.push({ name: 'data directory', stop: held.release })
  }
  if (config.role === 'all' || config.role === 'api') {
    void buildDashboard().then((problem) => problem && log.warn(problem))
  }
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config))
  await prepare(databaseUrl, config, log)
  if (config.role === 'migrate') return stop()

  const tracer = config.traces ? await traceFrom(config) : null
  const simulator = config.demo ? await startDaraja(config) : null
  const sql = connect(databaseUrl, { role: 'kusanya_app', max: 12 })
  running.push({ name: 'connections', stop: () => sql.end({ timeout: 5 }) })
  const ctx = createContext({
    sql,
    now: () => new Date(),
    post: createPoster({ loopback: config.webhooksToLoopback }),
    log,
    config: {
      ...config,
      darajaUrl: config.darajaUrl ?? simulator?.url ?? null,
      africasTalking: config.africasTalking ?? (simulator && { ...sandboxAccount, url: simulator.url }),
    },
    publicUrl: config.publicUrl ?? '',
    tracer,
    masterKey: config.masterKey ? Buffer.from(config.masterKey, 'hex') : masterKeyIn(masterKeyFile(config)),
  })
  const demo = config.role === 'worker' ? null : await listen(ctx, simulator)
  if (config.metricsPort !== null) await listenForWatchers(ctx, config.metricsPort)
  const sweeping = startSweeps(ctx, config.role === 'api' ? ownSweeps : sweeps)
  running.push({ name: 'work', stop: () => takeNoMore(ctx, sweeping) })
  process.stdout.write(greeting(ctx, simulator, demo))
}

async function startDatabase({ dataDirectory }: Config): Promise<string> {
  const postgres = await startPostgres({ directory: `${dataDirectory}/postgres` })
  running.push({ name: 'PostgreSQL', stop: () => postgres.stop() })
  return postgres.url
}

/** Whoever may change tables waits for the database; an API listens without it, and keeps callbacks on disk. */
function prepare(url: string, { role }: Config, log: Logger): Promise<void> {
  if (role !== 'api') return prepareDatabase(url, { migrates: role === 'all' || role === 'migrate' })
  const tellAway = (err: unknown) => log.warn({ err }, 'the database does not answer: callbacks wait on disk')
  return prepareWhenItAnswers(url, { tellAway, fail: (error) => void fail(error) })
}

/** The packages are optional, and looked for only here. */
async function traceFrom({ role }: Config): Promise<Tracer> {
  const { startTracer } = await import('./watching/open-telemetry.ts')
  const tracer = await startTracer(process.env, { role })
  running.push({ name: 'traces', stop: () => tracer.stop() })
  return tracer
}

async function startDaraja({ host, simulatorPort, dataDirectory }: Config): Promise<Simulator> {
  const simulator = await startSimulator({ host, port: simulatorPort, stateFile: `${dataDirectory}/simulator.json` })
  running.push({ name: 'simulator', stop: () => simulator.close() })
  return simulator
}

async function listen(ctx: Context, simulator: Simulator | null): Promise<Demo | null> {
  const app = await buildApp(ctx)
  await app.listen({ host: ctx.config.host, port: ctx.config.port })
  running.push({ name: 'HTTP', stop: () => app.close() })
  const address = app.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : ctx.config.port
  ctx.publicUrl ||= `http://localhost:${port}`
  return simulator && ensureDemo(ctx, app, simulator)
}

async function listenForWatchers(ctx: Context, port: number): Promise<void> {
  collectDefaultMetrics({ register: ctx.meter.registry })
  const server = serveWatchers(ctx)
  await once(server.listen(port, ctx.config.metricsHost), 'listening')
  running.push({ name: 'metrics', stop: async () => void server.close() })
}

/** Says that nothing more is to be sent here and, unless somebody waits at the terminal, goes on until proxies have seen it. */
async function takeNoMore(ctx: Context, sweeping: { stop: () => Promise<void> }): Promise<void> {
  ctx.stopping = true
  await Promise.all([sweeping.stop(), pause(isHurried ? 0 : ctx.config.drainSeconds * 1000)])
}

function greeting({ publicUrl, config }: Context, simulator: Simulator | null, demo: Demo | null): string {
  const seconds = process.uptime().toFixed(1)
  if (config.role === 'worker') return `Kusanya worker, ready in ${seconds} s\n`
  const lines = [`Kusanya is ready (${seconds} s)`, '', `  API         ${publicUrl}`]
  if (simulator) lines.push(`  Phones      ${simulator.url}   simulated M-PESA: read the SMS, type the PIN, pay`)
  if (demo) {
    lines.push(`  Dashboard   ${demo.dashboardUrl}`)
    lines.push(`  API secret  ${demo.apiKey}`, `  Data        ${config.dataDirectory}`)
    lines.push(
      '',
      'Send the first bill, then open Phones:',
      '',
      demoCurl(demo),
      '',
      'Or watch the whole story:  npm run story',
    )
  }
  return `\n${lines.join('\n')}\n\n`
}

let isHurried = false
let stopping: Promise<void> | undefined
function stop(): Promise<void> {
  stopping ??= (async () => {
    for (const { name, stop: end } of running.reverse()) {
      await end().catch((error: unknown) => process.stderr.write(`${name} did not stop: ${String(error)}\n`))
    }
  })()
  return stopping
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1)
    isHurried = signal === 'SIGINT'
    setTimeout(() => process.exit(1), 25_000).unref()
    void stop().then(() => process.exit(0))
  })
}

main().catch(fail)

async function fail(error: unknown): Promise<void> {
  process.stderr.write(`\nKusanya cannot start.\n${explain(error as NodeJS.ErrnoException)}\n\n`)
  await stop()
  process.exit(1)
}

function explain(error: NodeJS.ErrnoException & { port?: number }): string {
  if (error instanceof SettingsProblem || error instanceof DirectoryTaken) return error.message
  if (error.code === 'EADDRINUSE') {
    return `Port ${error.port ?? ''} is taken. Set PORT (API) or SIMULATOR_PORT (simulator) to a free one, or 0 for any.`
  }
  if (['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'CONNECT_TIMEOUT', '28P01', '3D000'].includes(error.code ?? '')) {
    return `PostgreSQL does not answer at DATABASE_URL: ${error.message}`
  }
  if (['ENOTDIR', 'EACCES', 'EROFS'].includes(error.code ?? '')) {
    return `KUSANYA_DATA must be a folder that can be written to: ${error.message}`
  }
  if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes('@opentelemetry')) {
    return 'KUSANYA_TRACES needs packages that are not installed: run npm ci without --omit=optional'
  }
  return error.stack ?? String(error)
}
