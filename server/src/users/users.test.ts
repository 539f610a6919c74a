import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type Answered, type World } from '../../../test/world.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { useLink } from './links.ts'
import { inviteMember, removeMember } from './write-users.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const password = 'kuku wanne wazuri 83'
let number = 0
let email: string
beforeEach(() => {
  email = `bursar${++number}@school.example`
})

/** A browser: it keeps its cookie, and says that our own page asks. */
function browser(from = 'same-origin') {
  let cookie = ''
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    const sent = { authorization: undefined as unknown as string, 'sec-fetch-site': from, cookie, ...headers }
    const { authorization: _, ...asked } = sent
    const response = await fetch(w.ctx.publicUrl + path, {
      method,
      redirect: 'manual',
      headers: { ...asked, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const [given] = response.headers.getSetCookie()
    if (given) cookie = given.split(';')[0] ?? ''
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null }
  }
}

const invite = (role: string, about: object = {}) =>
  w.call('POST', '/business/user/invite', { email, name: 'Wanjiru Kamau', role, ...about })

/** Somebody with a role who has accepted the invitation, signed in by it. */
async function member(role: string) {
  const invited = await invite(role)
  expect([invited.status, invited.body.error]).toEqual([201, undefined])
  const token = invited.body.data.invitationurl.split('/').at(-1)
  const person = browser()
  const accepted = await person('POST', '/session/invitation/accept', { token, password })
  expect([accepted.status, accepted.body]).toEqual([200, { success: true }])
  return { person, id: invited.body.data._id as string, token }
}

const signIn = (person: ReturnType<typeof browser>, about: object = {}) =>
  person('POST', '/session/create', { email, password, ...about })

describe('an invitation', () => {
  test('201: gives access with a role, mails the link, and is told once', async () => {
    const { status, body } = await invite('cashier', { language: 'sw' })
    expect([status, body.data]).toMatchObject([201, { email, role: 'cashier', status: 'invited', totp: false }])
    const mails = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) =>
        tx`select kind, recipient, title, body from mails where business_id = ${w.businessId} and recipient = ${email}`,
    )
    expect(mails).toMatchObject([{ kind: 'invitation', title: 'Mwangaza Academy inakualika Kusanya' }])
    expect(mails[0]?.body).toContain(body.data.invitationurl)
    const shown = await w.call('GET', `/business/user/details/${body.data._id}`)
    expect(shown.body.data).toMatchObject({ email, status: 'invited' })
    expect(JSON.stringify(shown.body)).not.toContain('invitation/')
  })

  test('409 for somebody who has access; 400 for what is no address or role', async () => {
    await invite('cashier')
    const again = await invite('auditor', { email: ` ${email.toUpperCase()} ` })
    expect([again.status, again.body.error]).toEqual([409, 'This person already has access'])
    expect((await invite('boss', { email: 'x@y' })).body.errors.role).toMatch(/^Invalid role/)
    expect((await invite('owner', { email: 'nobody' })).status).toBe(400)
  })

  test('a password is chosen with it once, and must not be easy to guess', async () => {
    const invited = await invite('accountant')
    const token = invited.body.data.invitationurl.split('/').at(-1)
    const accept = (wanted: string) => browser()('POST', '/session/invitation/accept', { token, password: wanted })
    expect((await accept('short')).body.error).toBe('A password has at least 10 characters')
    expect((await accept('password1234')).body.error).toMatch(/too easy to guess/)
    expect((await accept('wanjirukamau')).body.error).toMatch(/too easy to guess/)
    expect((await accept('x'.repeat(129))).body.error).toBe('A password has at most 128 characters')
    const twice = await Promise.all([accept(password), accept(password)])
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 404])
    expect((await accept(password)).body.error).toMatch(/has ended/)
  })

  test('of ten who use a link at once, one does', async () => {
    const token = (await invite('auditor')).body.data.invitationurl.split('/').at(-1)
    const uses = Array.from({ length: 10 }, () => useLink(w.ctx.sql, w.ctx, 'invitation', token))
    const used = await Promise.allSettled(uses)
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('ends after seven days', async () => {
    const token = (await invite('auditor')).body.data.invitationurl.split('/').at(-1)
    await w.advance('P7D')
    expect((await browser()('POST', '/session/invitation/accept', { token, password })).status).toBe(404)
  })

  test('to one more business does not replace a password, and shows that business', async () => {
    const { person } = await member('cashier')
    const other = await w.stranger()
    const second = await w.call(
      'POST',
      '/business/user/invite',
      { email, name: 'Other', role: 'owner' },
      { authorization: other.apiKey },
    )
    const token = second.body.data.invitationurl.split('/').at(-1)
    expect((await browser()('POST', '/session/invitation/accept', { token, password: `${password} x` })).status).toBe(
      404,
    )
    expect((await signIn(browser())).status).toBe(200)
    const { body } = await person('GET', '/session/details')
    expect(body.data.businesses.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
      ['Jirani Stores', 'owner'],
      ['Mwangaza Academy', 'cashier'],
    ])
    expect((await person('POST', '/session/business', { businessid: other.businessId })).status).toBe(200)
    expect((await person('GET', '/business/settings/details')).body.data.name).toBe('Jirani Stores')
    const nobodys = await person('POST', '/session/business', { businessid: '0'.repeat(24) })
    expect([nobodys.status, nobodys.body.error]).toEqual([404, 'Business not found'])
  })
})

describe('signing in', () => {
  test('200 with a cookie that scripts cannot read and other sites do not send; it opens the API', async () => {
    await member('owner')
    const person = browser()
    const entered = await signIn(person, { email: ` ${email.toUpperCase()}` })
    expect(entered.headers.getSetCookie()[0]).toMatch(/^kusanya=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
    expect((await person('GET', '/business/invoice/list')).status).toBe(200)
    expect((await person('GET', '/session/details')).body.data).toMatchObject({
      user: { email, language: 'en', totp: false },
      role: 'owner',
      scopes: ['read', 'write', 'payments'],
      businessid: w.businessId,
    })
  })

  test('401 in the same words for a wrong password and for somebody unknown', async () => {
    await member('owner')
    const wrong = await signIn(browser(), { password: 'not it at all' })
    const unknown = await signIn(browser(), { email: 'nobody@school.example' })
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body])
    expect(wrong.body.error).toBe('E-mail or password is wrong')
  })

  test('401 without a session, with a made-up one, and after signing out', async () => {
    const { person } = await member('auditor')
    expect((await browser()('GET', '/session/details')).body.error).toBe('Please sign in')
    expect((await browser()('GET', '/business/invoice/list', undefined, { cookie: 'kusanya=x' })).status).toBe(401)
    const cookie = (await signIn(person)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await person('POST', '/session/end')).status).toBe(200)
    expect((await browser()('GET', '/business/invoice/list', undefined, { cookie })).status).toBe(401)
  })

  test('a session ends after twelve idle hours, and after seven days whatever is done', async () => {
    const { person } = await member('auditor')
    await w.advance('PT11H')
    expect((await person('GET', '/session/details')).status).toBe(200)
    await w.advance('PT12H')
    expect((await person('GET', '/session/details')).status).toBe(401)
    await signIn(person)
    for (let halfDay = 0; halfDay < 15; halfDay++) {
      await w.advance('PT11H')
      expect([halfDay, (await person('GET', '/session/details')).status]).toEqual([halfDay, 200])
    }
    await w.advance('PT4H')
    expect((await person('GET', '/session/details')).status).toBe(401)
  })

  test('429 after five wrong ones, longer each time, even when a hundred come at once; then the right one works', async () => {
    await member('owner')
    const tries = await Promise.all(Array.from({ length: 30 }, () => signIn(browser(), { password: 'wrong again' })))
    const statuses = tries.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    const refused = tries.find(({ status }) => status === 429)
    expect(refused?.headers.get('retry-after')).toBe('1')
    expect(refused?.body.error).toBe('Too many attempts. Try again in 1 seconds')
    expect((await signIn(browser())).status).toBe(429)
    await w.advance('PT1S')
    expect((await signIn(browser(), { password: 'wrong again' })).status).toBe(401)
    await w.advance('PT1S')
    expect((await signIn(browser())).status).toBe(429)
    await w.advance('PT1S')
    expect((await signIn(browser())).status).toBe(200)
    expect((await signIn(browser(), { password: 'wrong again' })).status).toBe(401)
  })
})

describe('a request by cookie', () => {
  test('403 when another site makes it, or a form; reading is not hindered', async () => {
    const { person } = await member('owner')
    const body = { name: 'VAT', rate: 16 }
    const from = (site: string) => person('POST', '/business/tax/create', body, { 'sec-fetch-site': site })
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await from(site)).body.error).toBe('This request did not come from the pages of this server')
    expect((await from('same-origin')).status).toBe(201)
    expect((await person('GET', '/business/tax/list', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
  })

  test('an old browser is known by its Origin', async () => {
    await member('owner')
    const old = (origin: string) =>
      signIn(browser(), {}).then(() =>
        fetch(`${w.ctx.publicUrl}/session/create`, {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: JSON.stringify({ email, password }),
        }),
      )
    expect((await old(w.ctx.publicUrl)).status).toBe(200)
    expect((await old('https://elsewhere.example')).status).toBe(403)
    expect((await old('null')).status).toBe(403)
  })
})

describe('roles', () => {
  test('403 says why: an auditor reads, a cashier takes money, an accountant writes, an owner decides who may', async () => {
    const tried = async (role: string) => {
      email = `${role}${++number}@school.example`
      const { person } = await member(role)
      const answers = [
        await person('GET', '/business/invoice/list'),
        await person('POST', '/business/invoice/000000000000000000000000/payment/add', { amount: 1 }),
        await person('POST', '/business/tax/create', { name: 'VAT', rate: 16 }),
        await person('POST', '/business/user/invite', {
          email: `n${++number}@school.example`,
          name: 'N',
          role: 'auditor',
        }),
      ]
      return answers.map(({ status }) => status)
    }
    expect(await tried('auditor')).toEqual([200, 403, 403, 403])
    expect(await tried('cashier')).toEqual([200, 404, 403, 403])
    expect(await tried('accountant')).toEqual([200, 404, 201, 403])
    expect(await tried('owner')).toEqual([200, 404, 201, 201])
    email = `c${++number}@school.example`
    const { person } = await member('cashier')
    const { body } = await person('POST', '/business/tax/create', { name: 'VAT', rate: 16 })
    expect(body.error).toBe('Your role here is cashier: only an owner or an accountant may do this')
  })

  test('403 for whoever is no owner and would connect, try or disconnect a Paybill; to look at it is for all', async () => {
    email = `a${++number}@school.example`
    const { person } = await member('accountant')
    for (const what of ['connect', '600984/operator', '600984/test', '600984/disconnect']) {
      const { status, body } = await person('POST', `/business/shortcode/${what}`, {})
      expect([what, status, body.error]).toEqual([what, 403, expect.stringMatching(/only an owner may do this$/)])
    }
    expect((await person('GET', '/business/shortcode/list')).status).toBe(200)
  })

  test('the audit trail names the person', async () => {
    const { person, id } = await member('owner')
    await person('PATCH', '/business/settings/update', { name: 'Mwangaza Girls' })
    const { body } = await w.call('GET', '/business/audit/list?type=business')
    expect(body.data[0]).toMatchObject({ actor: `user ${email}`, action: 'settings.update' })
    const own = await w.call('GET', `/business/audit/list?type=user&subjectid=${id}`)
    expect(own.body.data.map(({ action }: { action: string }) => action)).toEqual([
      'session.create',
      'user.accept',
      'user.invite',
    ])
  })

  test('a change of role holds at once; who is removed is out, and stays in the audit trail', async () => {
    const { person, id } = await member('auditor')
    const changed = await w.call('PATCH', `/business/user/update/${id}`, { role: 'accountant' })
    expect(changed.body.data).toMatchObject({ modified: 1, updated: { role: 'accountant' } })
    expect((await person('POST', '/business/tax/create', { name: 'VAT', rate: 16 })).status).toBe(201)
    expect((await w.call('POST', `/business/user/${id}/remove`)).status).toBe(200)
    expect((await person('GET', '/business/invoice/list')).status).toBe(401)
    expect((await signIn(browser())).body.error).toBe('You no longer have access to any business')
    expect((await w.call('GET', `/business/user/details/${id}`)).status).toBe(404)
  })

  test('a business keeps an owner, also when two remove each other at once', async () => {
    const by = { actor: 'system', reason: null }
    for (let round = 0; round < 10; round++) {
      const { businessId } = await w.stranger()
      const work = <T>(of: (tx: Tx) => Promise<T>) => inBusiness(w.ctx.sql, businessId, of)
      const owner = async () => {
        const about = { email: `o${++number}@store.example`, name: 'Owner', role: 'owner', language: 'en' } as const
        return (await work((tx) => inviteMember(tx, w.ctx, businessId, about, by))).member.userId
      }
      const owners = [await owner(), await owner()]
      const removing = owners.map((id) => work((tx) => removeMember(tx, w.ctx, businessId, id, by)))
      const removed = (await Promise.allSettled(removing)).map(({ status }) => status)
      expect(removed.toSorted()).toEqual(['fulfilled', 'rejected'])
    }
  })

  test('409 when the last owner is made something else', async () => {
    const { apiKey } = await w.stranger()
    const key = { authorization: apiKey }
    const about = { email, name: 'Owner', role: 'owner' }
    const { body } = await w.call('POST', '/business/user/invite', about, key)
    const demoted = await w.call('PATCH', `/business/user/update/${body.data._id}`, { role: 'cashier' }, key)
    expect([demoted.status, demoted.body.error]).toEqual([
      409,
      'A business needs an owner: make somebody else one first',
    ])
  })
})

describe('a new password', () => {
  test('by mail: the same answer for anybody; the link works once, for half an hour, and ends every session', async () => {
    const { person } = await member('accountant')
    const ask = (whose: string) => browser()('POST', '/session/reset/request', { email: whose })
    expect((await ask('nobody@school.example')).body).toEqual((await ask(email)).body)
    const mails = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) =>
        tx<
          { body: string }[]
        >`select body from mails where business_id = ${w.businessId} and kind = 'reset' and recipient = ${email}`,
    )
    expect(mails).toHaveLength(1)
    const token = /reset\/(\S+)/.exec(mails[0]?.body ?? '')?.[1]
    const fresh = 'ng’ombe kumi na mbili'
    expect((await browser()('POST', '/session/reset/confirm', { token, password: 'short' })).status).toBe(400)
    expect((await browser()('POST', '/session/reset/confirm', { token, password: fresh })).status).toBe(200)
    expect((await browser()('POST', '/session/reset/confirm', { token, password: fresh })).status).toBe(404)
    expect((await person('GET', '/session/details')).status).toBe(401)
    expect((await signIn(browser())).status).toBe(401)
    expect((await signIn(browser(), { password: fresh })).status).toBe(200)
  })

  test('by who is signed in: wants the old one, and ends the other sessions', async () => {
    const { person } = await member('accountant')
    const elsewhere = browser()
    await signIn(elsewhere)
    const change = (current: string) =>
      person('POST', '/session/password/update', { current, password: `${password} 9` })
    expect((await change('wrong')).status).toBe(403)
    expect((await change(password)).status).toBe(200)
    expect((await person('GET', '/session/details')).status).toBe(200)
    expect((await elsewhere('GET', '/session/details')).status).toBe(401)
  })
})

describe('a second factor', () => {
  test('is confirmed by its first code, then asked for at each sign-in, each code once', async () => {
    const { person } = await member('owner')
    const { body } = await person('POST', '/session/totp/create')
    expect(body.data.url).toMatch(/^otpauth:\/\/totp\/Kusanya/)
    expect(body.data.qrcode).toMatch(/^<svg/)
    const app = new TOTP({ secret: Secret.fromBase32(body.data.secret) })
    const code = () => app.generate({ timestamp: w.ctx.now().getTime() })
    expect((await person('POST', '/session/totp/confirm', { code: '000000' })).status).toBe(403)
    expect((await signIn(browser())).status).toBe(200) // not in force yet
    expect((await person('POST', '/session/totp/confirm', { code: code() })).status).toBe(200)

    const wanted = await signIn(browser())
    expect([wanted.status, wanted.body.error]).toEqual([403, 'Enter the code of your authenticator'])
    expect((await signIn(browser(), { code: code() })).body.error).toMatch(/was used before/)
    await w.advance('PT30S')
    const both = await Promise.all([signIn(browser(), { code: code() }), signIn(browser(), { code: code() })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403])
    await w.advance('PT2M')
    expect(
      (await signIn(browser(), { code: app.generate({ timestamp: w.ctx.now().getTime() - 90_000 }) })).status,
    ).toBe(403)

    const kept = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ totp: Buffer }[]>`select totp from users where email = ${email}`,
    )
    expect(kept[0]?.totp.toString('latin1')).not.toContain(body.data.secret)
    expect((await person('POST', '/session/totp/remove', { password: 'wrong' })).status).toBe(403)
    expect((await person('POST', '/session/totp/remove', { password })).status).toBe(200)
    await w.advance('PT1H')
    expect((await signIn(browser())).status).toBe(200)
  })
})
