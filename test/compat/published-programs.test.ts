import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { created, details } from './examples.ts'

// The programs that the published page prints, run as they are printed: only the server's address, the key and the ids differ.

const run = promisify(execFile)
const languages = [
  { language: 'curl', ending: 'sh', command: 'sh', needs: ['curl', ['--version']] },
  { language: 'JavaScript', ending: 'js', command: 'node', needs: ['node', ['--version']] },
  { language: 'PHP', ending: 'php', command: 'php', needs: ['php', ['-r', 'curl_version();']] },
  { language: 'Python', ending: 'py', command: 'python3', needs: ['python3', ['-c', 'import requests']] },
] as const

let w: World
let folder: string
beforeAll(async () => {
  w = await world({ connected: false })
  folder = mkdtempSync(join(tmpdir(), 'published-programs-'))
})
afterAll(async () => {
  await w.end()
  rmSync(folder, { recursive: true })
})

describe.each(languages)('the published programs in $language', ({ ending, command, needs: [program, args] }) => {
  const isThere = spawnSync(program, args).status === 0
  // In CI everything is installed before, so there a missing one fails.
  const it = test.skipIf(!isThere && !process.env['CI'])

  /** What the program prints. */
  async function printed(name: string, invoiceId = ''): Promise<string> {
    const text = readFileSync(join(import.meta.dirname, 'published', `${name}.${ending}`), 'utf8')
      .replaceAll('https://api.cashfin.africa', w.ctx.publicUrl)
      .replaceAll('cs_your_client_secret', w.apiKey)
      .replaceAll('507f1f77bcf86cd799439011', w.customer.id)
      .replaceAll('507f191e810c19729de860ea', w.products[0])
      .replaceAll('507f191e810c19729de860eb', w.products[1])
      .replaceAll('507f1f77bcf86cd799439020', invoiceId)
    const file = join(folder, `${name}.${ending === 'js' ? 'mjs' : ending}`)
    writeFileSync(file, text)
    return (await run(command, [file])).stdout
  }

  it('create makes the invoice, and prints its number and the 145,800 that are due', async () => {
    const before = (await w.call('GET', '/business/invoice/list')).body
    const output = await printed('create')
    const after = (await w.call('GET', '/business/invoice/list')).body
    expect(after.pagination.total).toBe(before.pagination.total + 1)
    expect(after.data[0]).toMatchObject({ title: 'Website Development Project', status: 'unpaid', balance: 145800 })
    expect(output).toContain(after.data[0].invoiceno)
    expect(output).toContain('145800')
    expect(output).toContain('Invoice created successfully')
  })

  it('list prints what is unpaid', async () => {
    const invoice = await created(w)
    const output = await printed('list')
    expect(output).toContain(invoice.invoiceno)
    expect(output).toMatch(/limit\W+20/)
  })

  it('details prints the invoice with its subtotal', async () => {
    const invoice = await created(w)
    const output = await printed('details', invoice._id)
    expect(output).toContain(invoice.invoiceno)
    expect(output).toMatch(/subtotal\W+162000/)
  })

  it('update marks it as paid', async () => {
    const invoice = await created(w)
    const output = await printed('update', invoice._id)
    expect(output).toContain('Invoice updated successfully')
    const paid = { status: 'paid', balance: 0, description: 'Paid in full on 2024-01-20' }
    expect(await details(w, invoice._id)).toMatchObject(paid)
  })
})
