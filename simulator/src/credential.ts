import { constants, generateKeyPairSync, privateDecrypt, type KeyObject } from 'node:crypto'

export interface Credentials {
  /** The simulator's own public key (PEM), to encrypt an initiator's password with instead of Safaricom's certificate. */
  publicKeyPem(): string
  /**
   * Whether this SecurityCredential holds the password. One that was made for another key cannot be read; whether it
   * is let through is the caller's choice.
   */
  check(credential: string, password: string, foreign: 'accept' | 'refuse'): boolean
}

/** The key is made when somebody first asks for it: it takes a while, and most never do. */
export function createCredentials(): Credentials {
  let pair: { publicKey: KeyObject; privateKey: KeyObject } | undefined
  return {
    publicKeyPem() {
      pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
      return pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
    },
    check(credential, password, foreign) {
      const read = pair && decrypt(pair.privateKey, Buffer.from(credential, 'base64'))
      return read === undefined ? foreign === 'accept' : read === password
    },
  }
}

/** Newer Node refuses PKCS#1 v1.5 in `privateDecrypt`, so the padding (00 02 … 00) is taken off here. */
function decrypt(key: KeyObject, sealed: Buffer): string | undefined {
  let padded: Buffer
  try {
    padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, sealed)
  } catch {
    return undefined
  }
  if (padded[0] !== 0 || padded[1] !== 2) return undefined
  const end = padded.indexOf(0, 2)
  return end < 10 ? undefined : padded.subarray(end + 1).toString('utf8')
}
