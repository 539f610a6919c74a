import { writeCsv } from '@kusanya/domain/csv.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

/** In the query of a report: `csv` gives a file for spreadsheets, with no cell that one would run as a formula. */
export const Format = Type.Optional(Type.Enum(['json', 'csv'], { description: 'csv gives a file for spreadsheets' }))

/** Answers with a CSV file. Typed as nothing in particular: the route's schema speaks of its JSON. */
export function sendCsv(
  reply: { type: FastifyReply['type']; header: FastifyReply['header'] },
  name: string,
  rows: (string | number | Money)[][],
): never {
  reply.type('text/csv; charset=utf-8')
  reply.header('content-disposition', `attachment; filename="${name}.csv"`)
  return writeCsv(rows) as never
}
