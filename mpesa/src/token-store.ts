export interface StoredToken {
  accessToken: string
  /** When it ends, in ms since 1970. */
  expiresAt: number
}

/**
 * Where the access token lives. Each new Daraja token invalidates the one before, so processes that use one app must share it.
 * The key names the host and a hash of the consumer key; it is no secret, the token is: encrypt it at rest.
 */
export interface TokenStore {
  read(key: string): Promise<StoredToken | undefined>
  write(key: string, token: StoredToken): Promise<void>
  /** Runs `work` while no other process does for this key. Without it, two processes may renew at the same time. */
  lock?<T>(key: string, work: () => Promise<T>): Promise<T>
}

/** The default: one token per key in the memory of one client. */
export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, StoredToken>()
  return {
    read: async (key) => tokens.get(key),
    write: async (key, token) => void tokens.set(key, token),
  }
}
