import { constants, generateKeyPairSync, privateDecrypt, sign } from 'node:crypto'

/** A DER value: tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

/** A self-signed certificate like Safaricom's, made on the spot, and what its owner reads from a SecurityCredential. */
export function certificate() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const rsaSha256 = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'))
  const name = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('test')))))
  const times = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')))
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const body = der(0x30, der(0x02, Buffer.from([1])), rsaSha256, name, times, name, spki)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const bytes = der(0x30, body, rsaSha256, signature)
  const pem = `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  return {
    pem,
    der: bytes,
    /** Strips PKCS#1 padding by hand: Node refuses to, since it would be an oracle for others. */
    decrypt(credential: string): string {
      const key = { key: privateKey, padding: constants.RSA_NO_PADDING }
      const padded = privateDecrypt(key, Buffer.from(credential, 'base64'))
      if (padded[0] !== 0 || padded[1] !== 2) throw new Error('not PKCS#1 v1.5')
      return padded.subarray(padded.indexOf(0, 2) + 1).toString()
    },
  }
}
