import { createHmac, timingSafeEqual } from 'node:crypto'
import { Stop } from '../stop.ts'

/** The form of the archive. It grows by one when an older program could not read it. */
const form = 1

export const manifestFile = 'manifest.json'
export const sealFile = 'manifest.hmac'

/** A table in the archive. `sha256` is of the file as it lies there, `digest` of the rows in whatever order. */
export type SavedTable = { name: string; rows: number; digest: string; file: string; bytes: number; sha256: string }
export type Manifest = {
  form: number
  /** Of the program that wrote it. */
  version: string
  madeAt: string
  postgres: string
  /** Of the master key that opens the secrets in it. It says nothing of the key. */
  masterKey: string
  migrations: { name: string; hash: string }[]
  tables: SavedTable[]
}

export type NewManifest = Omit<Manifest, 'form' | 'masterKey'>

/** The manifest as text, and what proves that whoever wrote it had the master key. */
export function sealManifest(manifest: NewManifest, masterKey: Buffer): { text: string; seal: string } {
  const whole: Manifest = { form, ...manifest, masterKey: fingerprintOf(masterKey) }
  const text = `${JSON.stringify(whole, null, 2)}\n`
  return { text, seal: sealOf(text, masterKey) }
}

/** Throws Stop when it is of another key or a newer program, or was changed. */
export function openManifest(text: string, seal: string, masterKey: Buffer): Manifest {
  const manifest = parsed(text)
  if (manifest === null) throw new Stop('The backup is damaged: its manifest cannot be read.', { remedy: another })
  if (manifest.form > form) {
    throw new Stop(`The backup was written by a newer Kusanya (${manifest.version}).`, {
      remedy: 'Restore it with that one.',
    })
  }
  if (manifest.masterKey !== fingerprintOf(masterKey)) {
    throw new Stop('The backup belongs to another master key than the one that is set here.', {
      remedy: 'Set KUSANYA_MASTER_KEY to the key that it was made with, or put its master.key into KUSANYA_DATA.',
      about: { wanted: manifest.masterKey, here: fingerprintOf(masterKey) },
    })
  }
  const [given, wanted] = [Buffer.from(seal.trim(), 'hex'), Buffer.from(sealOf(text, masterKey), 'hex')]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new Stop('The backup was changed after it was made: its manifest is not sealed with this key.', {
      remedy: another,
    })
  }
  return manifest
}

export const another = 'Take another copy of it.'

function parsed(text: string): Manifest | null {
  try {
    const read = JSON.parse(text) as Manifest
    return Array.isArray(read.tables) && Array.isArray(read.migrations) ? read : null
  } catch {
    return null
  }
}

/** To tell keys apart. */
export function fingerprintOf(masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('kusanya master key').digest('hex').slice(0, 16)
}

function sealOf(text: string, masterKey: Buffer): string {
  return createHmac('sha256', masterKey).update('kusanya backup\n').update(text).digest('hex')
}
