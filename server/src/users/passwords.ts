import { argon2, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { passwordLength } from '@kusanya/domain/sign-in.ts'
import { refuse } from '@kusanya/domain/refusal.ts'

const hashing = promisify(argon2)
/** OWASP's least for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const mostAtOnce = 2

/** `argon2id$memory$passes$parallelism$salt$hash`, salt and hash in base64url. `salt`: 16 bytes of chance. */
export async function hashPassword(password: string, salt: Buffer): Promise<string> {
  const hash = await derive(password, { ...cost, nonce: salt })
  return ['argon2id', cost.memory, cost.passes, cost.parallelism, encode(salt), encode(hash)].join('$')
}

/** Whether it is the password. Without one to compare with it takes as long and says no: who asks cannot tell. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = (stored ?? nobodys).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const terms = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const got = await derive(password, { ...terms, tagLength: expected.length, nonce: Buffer.from(salt, 'base64url') })
  return timingSafeEqual(got, expected) && stored !== null
}

/** Throws a refusal for a password that is too short, too long, or easily guessed by who knows the person. */
export async function checkPassword(password: string, person: { email: string; name: string }): Promise<void> {
  const { least, most } = passwordLength
  if (password.length < least) refuse('password_too_short', { least: String(least) })
  if (password.length > most) refuse('password_too_long', { most: String(most) })
  // Three megabytes of common passwords: loaded only by who chooses one.
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const estimator = new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs })
  const known = [...person.email.split(/[@.]/), ...person.name.split(/\s+/), 'kusanya', 'mpesa']
  if (estimator.check(password, known).score < 3) refuse('password_too_common')
}

const encode = (bytes: Buffer) => bytes.toString('base64url')
const nobodys = [
  'argon2id',
  cost.memory,
  cost.passes,
  cost.parallelism,
  encode(Buffer.alloc(16)),
  encode(Buffer.alloc(32)),
].join('$')

let running = 0
const waiting: (() => void)[] = []

/** Two at a time: each takes 19 MiB and one of the few threads that look up names and read files, too. */
async function derive(password: string, terms: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  if (running >= mostAtOnce) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await hashing('argon2id', { ...terms, message: Buffer.from(password.normalize('NFKC'), 'utf8') })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
