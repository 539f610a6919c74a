import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refuse, refusalCodes, type Refusal } from '@kusanya/domain/refusal.ts'
import { roles, whoMay } from '@kusanya/domain/role.ts'
import { scopes } from '@kusanya/domain/api-key.ts'
import { world, type World } from '../../../test/world.ts'
import { presentRefusal, refusals } from './refusals.ts'
import { kiswahili } from './refusals-kiswahili.ts'
import { inKiswahili } from './sentences-kiswahili.ts'
import { describeProblems } from './validation.ts'

describe('over HTTP', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
  })
  afterAll(() => w.end())
  const ask = async (method: string, path: string, body: object | undefined, language?: string) => {
    const { status, body: answer } = await w.call(method, path, body, language ? { 'accept-language': language } : {})
    return [status, answer.error]
  }

  test.each([
    [undefined, 'Invoice not found'],
    ['*', 'Invoice not found'],
    ['de-DE,en;q=0.5', 'Invoice not found'],
    ['sw', 'Ankara haikupatikana'],
    ['sw-KE,sw;q=0.9,en;q=0.8', 'Ankara haikupatikana'],
    ['en,sw;q=0.9', 'Invoice not found'],
  ])('who asks for %s is refused so: %s', async (language, error) => {
    expect(await ask('GET', '/business/invoice/details/none', undefined, language)).toEqual([404, error])
  })

  test('a body that does not fit, an address that is none, a method and a stranger', async () => {
    const { body, headers } = await w.call('POST', '/business/customer/create', {}, { 'accept-language': 'sw' })
    expect(body).toMatchObject({ error: 'Kuna makosa kwenye ulichotuma', errors: { name: 'Name inahitajika' } })
    expect([headers.get('content-language'), headers.get('vary')]).toEqual(['sw', 'accept-language'])
    expect(await ask('GET', '/nowhere', undefined, 'sw')).toEqual([404, 'Haikupatikana'])
    expect(await ask('DELETE', '/business/invoice/list', undefined, 'sw')).toEqual([
      405,
      'Njia hii ya kuomba hairuhusiwi',
    ])
    const stranger = await w.call('GET', '/business/invoice/list', undefined, {
      authorization: 'none',
      'accept-language': 'sw',
    })
    expect(stranger.body).toMatchObject({ error: kiswahili.api_key_unknown, message: kiswahili.api_key_unknown })
  })
})

describe('an address that leads nowhere', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
  })
  afterAll(() => w.end())
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
  const open = (path: string, headers: Record<string, string>, method = 'GET') =>
    w.call(method, path, undefined, headers)

  test.each([
    ['/nowhere', 'en', 'There is no such page'],
    ['/nowhere', 'sw', 'Hakuna ukurasa huu'],
    ['/%E0%A4', 'en', 'There is no such page'],
    [`/${'x'.repeat(300)}`, 'en', 'There is no such page'],
  ])('%s shows a browser a page, in %s', async (path, language, title) => {
    const { status, headers, body } = await open(path, { accept: browser, 'accept-language': language })
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('vary')).toBe('accept, accept-language')
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).toContain(`<h1>${title}</h1>`)
    expect(body).toContain('<a href="/">')
  })

  test('stays JSON for everybody else, and below the API for a browser too', async () => {
    for (const [path, headers, method] of [
      ['/nowhere', {}, 'GET'],
      ['/nowhere', { accept: 'application/json' }, 'GET'],
      ['/nowhere', { accept: '*/*' }, 'GET'],
      ['/nowhere', { accept: browser }, 'POST'],
      ['/business/invoice/details/none', { accept: browser }, 'GET'],
    ] as const) {
      const { status, body } = await open(path, headers, method)
      expect([path, status, body.success]).toEqual([path, 404, false])
    }
  })
})

describe('a refusal', () => {
  test('has the same braces in both languages', () => {
    const braces = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted()
    const differing = refusalCodes.filter(
      (code) => braces(refusals[code].error).join() !== braces(kiswahili[code]).join(),
    )
    expect(differing).toEqual([])
  })

  test('names who may, and why not, in Kiswahili too; the words of M-PESA stay as they came', () => {
    const said = (refused: () => never) => {
      try {
        return refused()
      } catch (error) {
        return presentRefusal(error as Refusal, 'sw').body.error
      }
    }
    const able = whoMay('write', false)
    expect(said(() => refuse('role_missing', { role: 'cashier', able }))).toBe(
      'Wadhifa wako hapa ni keshia: mmiliki au mhasibu pekee anaweza kufanya hili',
    )
    expect(said(() => refuse('daraja_refused', { reason: 'Invalid PartyA' }))).toBe(
      'M-PESA haikukubali ombi: Invalid PartyA',
    )
    expect(said(() => refuse('amount_not_positive', { field: 'amount' }))).toBe('amount lazima izidi 0')
  })

  test('every role and everybody who may is named', () => {
    const named = [...roles, ...scopes.flatMap((scope) => [whoMay(scope, false), whoMay(scope, true)])]
    expect(named.filter((words) => inKiswahili(words) === null)).toEqual([])
  })
})

describe('what is wrong with a body', () => {
  test.each([
    ['type', { type: 'string' }, 7],
    ['type', { type: 'integer' }, 'x'],
    ['type', { type: 'number' }, 'x'],
    ['type', { type: 'boolean' }, 'x'],
    ['type', { type: 'array' }, 'x'],
    ['type', { type: 'object' }, 'x'],
    ['type', { type: 'null' }, 'x'],
    ['minLength', { type: 'string', minLength: 1 }, ''],
    ['maxLength', { type: 'string', maxLength: 1 }, 'xx'],
    ['minimum', { type: 'number', minimum: 0.01 }, 0],
    ['minimum', { type: 'number', minimum: 3 }, 0],
    ['maximum', { type: 'number', maximum: 3 }, 4],
    ['exclusiveMinimum', { type: 'number', exclusiveMinimum: 3 }, 3],
    ['pattern', { type: 'string', pattern: '^x$' }, 'y'],
    ['maxItems', { type: 'array', maxItems: 1 }, [1, 2]],
    ['enum', { enum: ['a', 'b'] }, 'c'],
  ])('%s is said in Kiswahili', (_, schema, value) => {
    const body = { type: 'object', properties: { field: schema }, required: ['field'] }
    const check = new Ajv({ allErrors: true, verbose: true }).compile(body)
    expect([check({ field: value }), check.errors?.length]).toEqual([false, 1])
    const { error } = describeProblems(check.errors as never, body)
    expect(error).toContain('field')
    expect(inKiswahili(error), error).toMatch(/^field (lazima|si|isizidi|inahitajika)/)
  })

  test('has Kiswahili for each wording that a schema brings along', () => {
    const here = path.join(import.meta.dirname, '..')
    const missing = wordingsIn(here).filter((wording) => inKiswahili(wording) === null)
    expect(missing).toEqual([])
    expect(wordingsIn(here)).toContain('A time of day is written HH:MM')
    expect(inKiswahili('A wording that nobody has put over')).toBeNull()
  })
})

/** What the schemas of our routes say in words of their own; a list that is put in has one entry here. */
function wordingsIn(home: string): string[] {
  const sources = globSync('**/*.ts', { cwd: home }).filter((file) => !file.endsWith('.test.ts'))
  return sources.flatMap((file) => {
    const text = readFileSync(path.join(home, file), 'utf8')
    const found = text.matchAll(/\b(?:wording|missing):\s*(['`])((?:\\.|(?!\1).)*)\1/gs)
    return [...found].map(([, , wording = '']) => wording.replace(/\$\{[^}]*\}/g, 'x'))
  })
}
