import { lookup as systemLookup, promises, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isLocalName } from './safe-url.ts'

const timeoutMs = 2000
const tries = 2

/**
 * Looks names up by asking the name servers itself. The system's lookup keeps one of four threads busy until it is answered:
 * a handful of names whose servers are dead would hold up all the others. What is on this machine is left to the system.
 * `servers`: other name servers than the system's, for tests.
 */
export function createLookup(servers?: string[]): LookupFunction {
  const resolver = new promises.Resolver({ timeout: timeoutMs, tries })
  if (servers) resolver.setServers(servers)
  return (hostname, options, callback) => {
    if (isLocalName(hostname)) return systemLookup(hostname, { ...options, all: true }, callback)
    void resolve(resolver, hostname).then(
      (found) => callback(null, found),
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** All addresses of a name, of both kinds. Throws when it has none of either. */
async function resolve(resolver: promises.Resolver, hostname: string): Promise<LookupAddress[]> {
  const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)])
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ]
  if (found.length === 0 && four.status === 'rejected') throw four.reason
  return found
}
