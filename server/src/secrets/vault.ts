import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** Where a sealed value lives. It opens nowhere else: the place is authenticated with it. */
export type Place = { businessId: string; table: string; column: string; rowId: string }
export type SecretPathKind = 'callbacks' | 'inquiry' | 'messages' | 'payment_link' | 'payment_request' | 'reversal'

export type Vault = {
  /** AES-256-GCM under the business's key: version, nonce, tag, ciphertext. */
  seal(place: Place, secret: string): Buffer
  /** Throws when the value was changed, belongs to another place, or the master key is another one. */
  open(place: Place, sealed: Uint8Array): string
  /** The unguessable part of a URL. Derived, so that it can be shown again while the tables hold only its hash. */
  path(kind: SecretPathKind, subjectId: string, generation?: number): string
}

const version = 1
const hexPath = /^[0-9a-f]{32}$/
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** `masterKey`: 32 bytes that are never in the database. */
export function createVault(masterKey: Buffer): Vault {
  const pathKey = createSecretKey(masterKey)
  const keyOf = (businessId: string) => Buffer.from(hkdfSync('sha256', masterKey, businessId, 'kusanya seal', 32))
  return {
    seal(place, secret) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyOf(place.businessId), nonce)
      cipher.setAAD(placeBytes(place))
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
    },
    open(place, sealed) {
      if (sealed[0] !== version) throw new Error(`a secret sealed by an unknown version (${String(sealed[0])})`)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(place.businessId), sealed.subarray(1, 13))
      decipher.setAAD(placeBytes(place))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
    path(kind, subjectId, generation = 0) {
      const mac = createHmac('sha256', pathKey).update(`${kind}|${subjectId}|${generation}`).digest()
      // Safaricom refuses URLs that contain words such as "cmd" or "sql": hex can spell none of them.
      return kind === 'payment_link' || kind === 'messages' ? base62(mac, 22) : mac.toString('hex').slice(0, 32)
    },
  }
}

export function isCallbackPath(text: string): boolean {
  return hexPath.test(text)
}

export function isLinkCode(text: string): boolean {
  return /^[0-9A-Za-z]{22}$/.test(text)
}

/** What the tables hold of a secret that has more than 112 bits of chance. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** `length` base-62 characters out of at least 32 bytes. */
export function base62(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (let place = 0; place < length; place++) {
    text += letters[Number(rest % 62n)]
    rest /= 62n
  }
  return text
}

function placeBytes({ businessId, table, column, rowId }: Place): Buffer {
  return Buffer.from(`${version}|${businessId}|${table}|${column}|${rowId}`)
}
