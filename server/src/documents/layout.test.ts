import type { Invoice } from '@kusanya/domain/invoice.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pagesOf, textOf } from '../../../test/pdf-text.ts'
import { createRuler } from './fonts.ts'
import { invoicePaper } from './invoice-paper.ts'
import { layOut } from './layout.ts'
import { page, type Mark } from './marks.ts'
import type { Paper } from './paper.ts'
import { render } from './render.ts'
import { wrap } from './wrap.ts'

const ruler = createRuler()
const at = new Date('2031-03-01T08:00:00Z')
const invoice: Invoice = {
  id: 'f'.repeat(24),
  number: { year: 2031, serial: 7n },
  account: { id: 'a'.repeat(24), number: '7KQ4MX' },
  customer: { id: 'c'.repeat(24), name: 'Amina Otieno', email: null, phone: null },
  items: [{ productId: 'p', name: 'Fees', quantity: 1, rate: 100_000n }],
  title: 'Term 2',
  description: null,
  remark: null,
  currency: 'KES',
  discountAs: null,
  instalments: [],
  taxId: null,
  taxAs: { basisPoints: 1600n, included: false },
  invoicedAt: at,
  dueAt: new Date('2031-04-01T00:00:00Z'),
  link: { id: 'l', generation: 1 },
  createdAt: at,
  updatedAt: at,
  subtotal: 100_000n,
  discount: 0n,
  tax: 16_000n,
  rounding: 0n,
  total: 116_000n,
  issuedAt: at,
  cancelledAt: null,
  overdueAt: null,
  paid: 0n,
  adjusted: 0n,
}
const business = {
  name: 'Mwangaza Academy',
  letterhead: ['P.O. Box 1, Nakuru', 'PIN P051234567X'],
  timeZone: 'Africa/Nairobi',
  logo: null,
}
const hand = { business, language: 'en' as const }
const way = {
  paybill: '600984',
  page: { address: 'https://x.test/pay/1', drawing: { size: 1, dark: Uint8Array.of(1) } },
}
const paperOf = (change: Partial<Invoice>, to = ['Amina Otieno'], name = hand.business.name): Paper =>
  invoicePaper(
    { invoice: { ...invoice, ...change }, to, taxName: 'VAT', way },
    { ...hand, business: { ...hand.business, name } },
  )
const itemsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ productId: 'p', name: `Item ${index + 1}`, quantity: 1, rate: 100n }))

/** What a mark covers, a text from its highest to its lowest letters. */
function edges(mark: Mark) {
  const { x, y } = mark
  if (mark.kind === 'text') {
    const { text, style } = mark
    return { left: x, right: x + ruler(text, style), top: y - style.size, bottom: y + style.size * 0.3 }
  }
  const width = mark.kind === 'qr' ? mark.side : mark.width
  const height = mark.kind === 'qr' ? mark.side : mark.kind === 'rule' ? mark.thick : mark.height
  return { left: x, right: x + width, top: y, bottom: y + height }
}

function overlapping(marks: Mark[]): string[] {
  const texts = marks.flatMap((mark) =>
    mark.kind === 'text' && mark.text.trim() ? { text: mark.text, ...edges(mark) } : [],
  )
  return texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(({ left, right }) => left < one.right - 0.5 && right > one.left + 0.5)
      .filter(({ top, bottom }) => top < one.bottom - 0.5 && bottom > one.top + 0.5)
      .map(({ text }) => `“${one.text}” and “${text}”`),
  )
}

describe('the layout', () => {
  const typed = fc.oneof(
    fc.string({ maxLength: 200, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 500, unit: fc.constantFrom('W', 'i', ' ', 'é', 'Ж', '-') }),
  )
  const items = fc.array(
    fc.record({
      productId: fc.constant('p'),
      name: typed,
      quantity: fc.integer({ min: 1, max: 1e9 }),
      rate: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    }),
    { minLength: 1, maxLength: 80 },
  )

  test('keeps everything inside the margins and no two texts over each other, whatever was typed', () => {
    fc.assert(
      fc.property(items, typed, typed, typed, (bought, name, to, remark) => {
        const large = { total: 10n ** 15n, subtotal: 10n ** 15n, paid: 10n ** 14n + 1n }
        for (const marks of layOut(paperOf({ items: bought, title: to, remark, ...large }, [to, to], name), ruler)) {
          for (const mark of marks) {
            const { left, right, top, bottom } = edges(mark)
            expect(left).toBeGreaterThanOrEqual(page.left - 0.5)
            expect(right).toBeLessThanOrEqual(page.right + 0.5)
            expect(top).toBeGreaterThanOrEqual(page.top - 1)
            expect(bottom).toBeLessThanOrEqual(page.bottom + 40)
          }
          expect(overlapping(marks)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says the head of a table on each of its pages, numbers them, and parts no sum from the last row', async () => {
    const pages = await pagesOf(await render(paperOf({ items: itemsOf(70) })))
    expect(pages).toHaveLength(3)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} of 3`)
      expect(text).toContain('Description Quantity Price')
    }
    for (let count = 10; count < 70; count++) {
      const withSums = layOut(paperOf({ items: itemsOf(count) }), ruler)
        .map((marks) => marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : [])))
        .find((texts) => texts.includes('Subtotal'))
      expect(withSums, `${count} items`).toContain(`Item ${count}`)
    }
  })

  test('lets a long remark go on on the next page', async () => {
    const remark = Array.from({ length: 120 }, (_, index) => `Term ${index + 1} of the contract.`).join('\n')
    const text = await textOf(await render(paperOf({ remark })))
    expect(text).toContain('Term 1 of the contract.')
    expect(text).toContain('Term 120 of the contract.')
  })
})

test('sums and the tax table say how the total came about', async () => {
  const tax = { subtotal: 100_050n, discount: 50n, tax: 16_000n, rounding: -50n, total: 115_950n }
  const text = await textOf(
    await render(paperOf({ ...tax, discountAs: { type: 'fixed', amount: 50n }, paid: 15_950n })),
  )
  expect(text.replaceAll('\n', ' ')).toMatch(
    /Subtotal KES 1,000.50 Discount KES –0.50 Tax KES 160 Rounded to whole shillings KES –0.50 Total KES 1,159.50 Paid so far KES –159.50 Balance KES 1,000/,
  )
  expect(text).toContain('VAT 16% 1,000 160')
})

describe('the PDF', () => {
  test('is the same bytes for the same paper', async () => {
    const paper = () => paperOf({ items: itemsOf(60), title: 'Мария' })
    expect((await render(paper())).equals(await render(paper()))).toBe(true)
  })

  test.each(['Ładna Żółć', 'Мария Иванова', 'Γεωργία', 'Nguyễn Văn Đông', 'أحمد محمد علي', 'Ọládélé Ńkọ̀mọ'])(
    'carries the letters of %s',
    async (name) => {
      // NFKC: some readers give an Arabic letter in the form it has at its place.
      expect((await textOf(await render(paperOf({}, [name])))).normalize('NFKC')).toContain(name.normalize('NFKC'))
    },
  )

  test('does not carry letters that every reader has', async () => {
    const plain = await render(paperOf({}, ['Zoë O’Brien – “Façade” €']))
    expect(plain.includes('FontFile')).toBe(false)
    expect((await render(paperOf({}, ['Мария']))).includes('FontFile')).toBe(true)
  })
})

describe('lines', () => {
  const style = { size: 10, bold: false }
  test('are broken at spaces, and inside a word only when it is too long alone', () => {
    expect(wrap('one two three', ruler('one two', style), style, ruler)).toEqual(['one two', 'three'])
    expect(wrap('WWWWWW', ruler('WWW', style), style, ruler)).toEqual(['WWW', 'WWW'])
  })

  test('lose what is not seen', () => {
    expect(wrap('a\u0007b\u202ec\r\nd', 200, style, ruler)).toEqual(['a bc', 'd'])
  })
})
