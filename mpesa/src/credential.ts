import { PesafyError } from './error.ts'
import type { Settings } from './options.ts'

/**
 * `SecurityCredential`: base64 of the initiator's password under RSA PKCS#1 v1.5 with the public key of Safaricom's
 * certificate (PEM or DER; a bare public key in PEM will do). 344 characters for 2048 bits; may be kept and used again. Throws ENCRYPTION_FAILED.
 * WebCrypto cannot encrypt with this padding, so it needs node:crypto (Node, Bun, Deno, Workers with nodejs_compat).
 */
export async function encryptSecurityCredential(password: string, certificate: string | Uint8Array): Promise<string> {
  try {
    if (typeof password !== 'string' || password === '') throw new TypeError('no password')
    const { constants, createPublicKey, publicEncrypt, X509Certificate } = await import('node:crypto')
    const pem = typeof certificate === 'string' ? certificate : new TextDecoder('latin1').decode(certificate)
    const key = pem.includes('-----BEGIN') ? createPublicKey(pem) : new X509Certificate(certificate).publicKey
    const secret = new TextEncoder().encode(password)
    return publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, secret).toString('base64')
  } catch (cause) {
    throw new PesafyError({
      code: 'ENCRYPTION_FAILED',
      message:
        'The initiator password could not be encrypted: is it text, and the certificate an X.509 one of Safaricom?',
      outcome: 'not_sent',
      cause,
    })
  }
}

/** The credential of these settings: given, or made from password and certificate. Throws INVALID_CREDENTIALS or ENCRYPTION_FAILED. */
export async function readCredential(settings: Settings): Promise<string> {
  const { securityCredential, initiatorPassword, certificatePem, certificatePath } = settings
  if (securityCredential) return securityCredential
  if (!initiatorPassword || !(certificatePem || certificatePath)) {
    throw new PesafyError({
      code: 'INVALID_CREDENTIALS',
      message: 'securityCredential, or initiatorPassword with certificatePem or certificatePath, is required',
      outcome: 'not_sent',
    })
  }
  return encryptSecurityCredential(initiatorPassword, certificatePem || (await readCertificate(certificatePath ?? '')))
}

async function readCertificate(path: string): Promise<Uint8Array> {
  try {
    const { readFile } = await import('node:fs/promises')
    return await readFile(path)
  } catch (cause) {
    const message = 'certificatePath cannot be read'
    throw new PesafyError({ code: 'ENCRYPTION_FAILED', message, outcome: 'not_sent', cause })
  }
}
