import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliveryHeaders, writeSecret } from './sign.ts'

// The ways to verify a delivery that docs/webhooks.md prints are run as they stand there.

const page = readFileSync(join(import.meta.dirname, '../../../docs/webhooks.md'), 'utf8')
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'kusanya-verify-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes what the page prints under a name, with something around it, and answers the path. */
function written(name: string, before: string, after: string): string {
  const code = new RegExp(`<!-- ${name} -->\\n\\n?\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1]
  if (code === undefined) throw new Error(`the page prints no ${name}`)
  const path = join(folder, name)
  writeFileSync(path, before + code + after)
  return path
}

type Case = { secret: string; headers: Record<string, string>; body: string }
const secrets = [writeSecret(Buffer.alloc(32, 1)), writeSecret(Buffer.alloc(32, 2))] as [string, string]
const other = writeSecret(Buffer.alloc(32, 3))
const body = JSON.stringify({ id: 'evt_1', event: 'invoice.paid', data: { name: 'Wanjikũ – ½' } })
const at = new Date()
const headersAt = (when: Date) =>
  deliveryHeaders({ secrets, eventId: 'evt_1', type: 'invoice.paid', attempt: 1, body, at: when })
const headers = headersAt(at)

const cases: [string, Case, 'invoice.paid' | null][] = [
  ['with the new secret', { secret: secrets[0], headers, body }, 'invoice.paid'],
  ['with the old secret', { secret: secrets[1], headers, body }, 'invoice.paid'],
  ['with another secret', { secret: other, headers, body }, null],
  ['with another body', { secret: secrets[0], headers, body: body.replace('½', '⅓') }, null],
  ['under another id', { secret: secrets[0], headers: { ...headers, 'webhook-id': 'evt_2' }, body }, null],
  ['six minutes old', { secret: secrets[0], headers: headersAt(new Date(at.getTime() - 360_000)), body }, null],
  ['without a signature', { secret: secrets[0], headers: { ...headers, 'webhook-signature': '' }, body }, null],
  ['without any header', { secret: secrets[0], headers: {}, body }, null],
]

/** Asks a program that reads a case and prints the name of the event, or null. */
function ask(program: string, args: string[], asked: Case): string | null {
  return JSON.parse(execFileSync(program, args, { input: JSON.stringify(asked), encoding: 'utf8' })) as string | null
}
const isThere = (program: string) => spawnSync(program, ['--version']).status === 0

describe('the printed way in JavaScript', () => {
  test.each(cases)('%s', async (_what, { secret, headers, body }, event) => {
    const module = (await import(written('verify.mjs', '', ''))) as {
      verify(secret: string, headers: object, body: string | Buffer): { event: string } | null
    }
    expect(module.verify(secret, headers, body)?.event ?? null).toBe(event)
    expect(module.verify(secret, headers, Buffer.from(body))?.event ?? null).toBe(event)
  })
})

describe.skipIf(!isThere('python3'))('the printed way in Python', () => {
  const main = `
import sys
asked = json.load(sys.stdin)
event = verify(asked["secret"], asked["headers"], asked["body"].encode())
print(json.dumps(event and event["event"]))
`
  test.each(cases)('%s', (_what, asked, event) => {
    expect(ask('python3', [written('verify.py', '', main)], asked)).toBe(event)
  })
})

describe.skipIf(!isThere('php'))('the printed way in PHP', () => {
  const main = `
$asked = json_decode(stream_get_contents(STDIN), true);
$event = verify($asked['secret'], $asked['headers'], $asked['body']);
echo json_encode($event === null ? null : $event['event']);
`
  test.each(cases)('%s', (_what, asked, event) => {
    expect(ask('php', [written('verify.php', '<?php\n', main)], asked)).toBe(event)
  })
})
