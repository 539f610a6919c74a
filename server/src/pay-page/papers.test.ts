import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { textOf } from '../../../test/pdf-text.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

const file = async (path: string) => {
  const answer = await fetch(`${w.ctx.publicUrl}${path}`)
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const pay = (id: string, amount: number) => w.call('POST', `/business/invoice/${id}/payment/add`, { amount })

describe('documents of whoever has the link', () => {
  test('the invoice, with a first name and an initial and nothing else of the payer', async () => {
    const { path, invoiceno } = await p.bill()
    expect((await p.get(path)).body).toContain(`href="${path}/invoice.pdf"`)
    const { status, headers, bytes } = await file(`${path}/invoice.pdf`)
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ])
    expect(headers.get('content-disposition')).toBe(`inline; filename="${invoiceno}.pdf"`)
    const text = await textOf(bytes)
    expect(text).toContain(invoiceno)
    expect(text).toContain('Amina O.')
    for (const kept of ['Otieno', '345 678', 'amina@']) expect(text).not.toContain(kept)
  })

  test('its receipts, by the number on them, in the reader’s language', async () => {
    const { path, _id } = await p.bill()
    await pay(_id, 300)
    const page = (await p.get(`${path}?lang=sw`)).body as string
    const [, href, number] = /href="([^"]*\/receipts\/(RCP-2031-\d+)\.pdf[^"]*)"/.exec(page) ?? []
    const { status, headers, bytes } = await file((href ?? '').replaceAll('&#38;', '&'))
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const text = await textOf(bytes)
    expect(text).toContain(number)
    expect(text).toContain('Risiti')
    expect(text).toContain('Amina O.')
    expect(text).not.toContain('Otieno')
  })

  test('no receipt of another bill, no draft, nothing with a code that nobody was given', async () => {
    const [one, other, draft] = [await p.bill(), await p.bill(), await p.bill({ status: 'draft' })]
    await pay(other._id, 300)
    const [, number] = /receipts\/(RCP-2031-\d+)\.pdf/.exec((await p.get(other.path)).body) ?? []
    expect((await file(`${other.path}/receipts/${number}.pdf`)).status).toBe(200)
    for (const path of [
      `${one.path}/receipts/${number}.pdf`,
      `${other.path}/receipts/RCP-2031-99999.pdf`,
      `${other.path}/receipts/..%2Finvoice.pdf`,
      `${draft.path}/invoice.pdf`,
      '/pay/nothing/invoice.pdf',
      `/pay/nothing/receipts/${number}.pdf`,
    ]) {
      const { status, headers } = await file(path)
      expect([path, status, headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=utf-8'])
    }
    expect((await p.get(draft.path)).body).not.toContain('invoice.pdf')
  })
})
