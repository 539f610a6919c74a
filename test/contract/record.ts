import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { Examples } from '../../server/src/http/openapi/examples.ts'
import type { Walked } from './take-walk.ts'

const file = join(import.meta.dirname, '../../server/src/http/openapi/examples.json')

/** `npm run examples`. */
export const isRecording = process.env['RECORD_EXAMPLES'] !== undefined

/** Keeps what was asked and answered as the examples of the API's description. */
export async function record(
  walked: Record<string, Walked>,
  csvs: Record<string, string>,
  refusals: Record<number, unknown>,
  publicUrl: string,
): Promise<void> {
  const text = writeExamples(walked, csvs, refusals, publicUrl)
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'json' }))
}

/** Examples as text: nothing of it may depend on the run. */
export function writeExamples(
  walked: Record<string, Walked>,
  csvs: Record<string, string>,
  refusals: Record<number, unknown>,
  publicUrl: string,
): string {
  const operations = Object.entries(walked).map(([name, { body, answer }]) => {
    const isJson = typeof answer.body === 'object'
    const csv = csvs[name]
    return [name, { ...(body && { body }), ...(isJson && { answer: answer.body }), ...(csv && { csv }) }]
  })
  const examples: Examples = { operations: Object.fromEntries(operations), refusals }
  return JSON.stringify(examples).replaceAll(publicUrl, 'https://kusanya.example.org')
}
