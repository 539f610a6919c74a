import { readFile } from 'node:fs/promises'
import path from 'node:path'
import files from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { built } from './build.ts'
import { pages } from './pages.ts'

const schema = { hide: true }

/** Nothing from elsewhere, ever. Mantine writes style attributes, so styles may stand in the page; scripts may not. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-cache',
}

const notBuilt =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="1"><title>Kusanya</title><p>The dashboard is being built. This page opens it by itself.</p>'

/** The dashboard's files: one page for all its addresses, and what it loads. */
export const dashboardRoutes = (): FastifyPluginAsync => async (app) => {
  await app.register(files, {
    root: path.join(built, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true, // as the build packed them; with `Vary`
    decorateReply: false,
    suppressWarning: true,
    schemaHide: true,
  })
  for (const page of pages) {
    app.get(page, { schema }, async (_request, reply) => {
      const html = await readFile(path.join(built, 'index.html'), 'utf8').catch(() => notBuilt)
      return reply.headers(headers).type('text/html; charset=utf-8').send(html)
    })
  }
}
