import { readFileSync } from 'node:fs'
import { Stop } from './stop.ts'

/** Throws Stop when the file cannot be read. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw cannotRead(file, error as NodeJS.ErrnoException)
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'There is no file',
  ENOTDIR: 'There is no file',
  EISDIR: 'It is a folder, and no file:',
  EACCES: 'You have no right to',
  EPERM: 'You have no right to',
}

/** What the system said about a file, in a sentence; anything else as it is. */
export function cannotRead(file: string, error: NodeJS.ErrnoException): Error {
  const reason = reasons[error.code ?? '']
  return reason === undefined ? error : new Stop(`${reason} ${file}.`, { exitCode: 2 })
}
