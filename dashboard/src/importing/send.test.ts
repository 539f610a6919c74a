import { describe, expect, test } from 'vitest'
import { Problem } from '../api.ts'
import { sendAll } from './send.ts'
import type { Body, Importer } from './sheets.ts'

type Sent = { name: string; key: string }

/** A server that keeps what it is sent by its key; `fails` says what becomes of each attempt. */
function server(fails: (attempt: number, name: string) => Error | null = () => null) {
  const made = new Map<string, string>()
  const sent: Sent[] = []
  const importer = {
    kind: null as never,
    send: async (body: Body, key: string) => {
      const { name } = body as { name: string }
      sent.push({ name, key })
      const failure = fails(sent.length, name)
      // An answer that is lost on its way was none that was not given.
      if (failure === null || (failure instanceof Problem && failure.status === 0)) made.set(key, name)
      if (failure) throw failure
      return { id: key, number: name }
    },
  } satisfies Importer
  return { importer, made, sent }
}
const thing = (name: string, row: number) => ({ row, told: name, amount: 0n, currency: 'KES', body: { name } as Body })
const rows = ['Amina', 'Otieno', 'Amina'].map((name, at) => thing(name, at + 2))
const lost = new Problem(0, 'The line broke', {}, 0)

describe('a file that is sent', () => {
  test('twice makes nothing twice, and rows that say the same are as many as they are', async () => {
    const { importer, made } = server()
    await sendAll(importer, 'ours', rows, () => {})
    expect([...made.values()].toSorted()).toEqual(['Amina', 'Amina', 'Otieno'])
    const again = await sendAll(importer, 'ours', rows, () => {})
    expect(again.map(({ state }) => state)).toEqual(['made', 'made', 'made'])
    expect(made.size).toBe(3)
  })

  test('for another business, or with a row that says otherwise, makes something else', async () => {
    const { importer, made } = server()
    await sendAll(importer, 'ours', rows, () => {})
    await sendAll(importer, 'theirs', rows, () => {})
    await sendAll(importer, 'ours', [thing('Chebet', 2)], () => {})
    expect(made.size).toBe(7)
  })

  test('over a line that loses answers makes each once', async () => {
    const { importer, made, sent } = server((attempt) => (attempt <= 3 ? lost : null))
    const results = await sendAll(importer, 'ours', rows, () => {})
    expect(results.map(({ state }) => state)).toEqual(['made', 'made', 'made'])
    expect([made.size, sent.length]).toEqual([3, 6])
  })

  test('in which the server refuses a row goes on with the others', async () => {
    const taken = new Problem(409, 'Taken')
    const { importer } = server((_, name) => (name === 'Otieno' ? taken : null))
    const results = await sendAll(importer, 'ours', rows, () => {})
    expect(results.map(({ state, why }) => [state, why])).toEqual([
      ['made', ''],
      ['refused', 'Taken'],
      ['made', ''],
    ])
  })

  test.each([
    [401, 'Please sign in'],
    [403, 'Your role may not'],
  ])('by who may not (%i) is begun no further', async (status, why) => {
    const many = Array.from({ length: 30 }, (_, at) => thing(`Parent ${at}`, at + 2))
    const { importer, made, sent } = server(() => new Problem(status, why))
    const results = await sendAll(importer, 'ours', many, () => {})
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['not sent']))
    expect(made.size).toBe(0)
    expect(sent.length, 'those that were under way').toBeLessThanOrEqual(8)
  })

  test('tells how far it is', async () => {
    const told: number[] = []
    const many = Array.from({ length: 25 }, (_, at) => thing(`Parent ${at}`, at + 2))
    await sendAll(server().importer, 'ours', many, (done) => told.push(done))
    expect(told).toEqual([10, 20, 25])
  })
})
