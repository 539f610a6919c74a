#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { demoPasskey, sandboxPasskey, demoPhone, demoShortcodes, type Simulator, startSimulator } from './index.ts'

const usage = `daraja-simulator: a Daraja (M-PESA) on this machine

  --port <n>        default 4010, or SIMULATOR_PORT
  --host <address>  default 127.0.0.1
  --state <file>    keep phones, bills and tokens over restarts, or SIMULATOR_STATE
  --seed <n>        the same receipts and the same luck in every run
  --help`

function options() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env.SIMULATOR_PORT || '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      state: { type: 'string', default: process.env.SIMULATOR_STATE ?? '' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

function welcome(simulator: Simulator): string {
  return `The simulated M-PESA is ready.
  Phones           ${simulator.url}/
  Daraja base URL  ${simulator.url}
  App              consumer key demo, consumer secret demo
  Paybills         ${demoShortcodes.bills}, passkey ${demoPasskey}
                   ${demoShortcodes.stk}, passkey ${sandboxPasskey}
  Phone            ${demoPhone.msisdn}, PIN ${demoPhone.pin}
  Control API      ${simulator.url}/_sim`
}

async function main(): Promise<void> {
  const given = options()
  if (given.help) {
    console.log(usage)
    return
  }
  const simulator = await startSimulator({
    port: Number(given.port),
    host: given.host,
    ...(given.state !== '' && { stateFile: given.state }),
    ...(given.seed !== undefined && { seed: Number(given.seed) }),
  })
  console.log(welcome(simulator))
  const stop = () => void simulator.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error((error as Error).message)
  process.exitCode = 1
})
