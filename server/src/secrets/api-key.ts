import { crc32 } from 'node:zlib'
import { base62 } from './vault.ts'

export type Mode = 'live' | 'test'

/** `cs_live_` or `cs_test_`, 32 drawn base-62 characters, 6 that are their CRC-32. For secret scanners. */
export const apiKeyPattern = /^cs_(live|test)_([0-9A-Za-z]{32})([0-9A-Za-z]{6})$/

/** `drawn`: 32 bytes of chance. */
export function makeApiKey(mode: Mode, drawn: Uint8Array): string {
  const stem = `cs_${mode}_${base62(drawn, 32)}`
  return stem + checksum(stem)
}

/** Whether it can be a key at all; rubbish is refused without asking the database. */
export function isApiKey(text: string): boolean {
  return apiKeyPattern.test(text) && checksum(text.slice(0, -6)) === text.slice(-6)
}

function checksum(stem: string): string {
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(stem))
  return base62(sum, 6)
}
