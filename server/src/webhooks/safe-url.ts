import ipaddr from 'ipaddr.js'

const ports = ['', '443', '8443']
const maxLength = 2048
/** What global unicast is for IPv6; everything outside is a special purpose or not given out yet. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
/** DNS64 writes an IPv4 address into the last 32 bits of this network. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** `loopback`: this machine may be reached too, at any port and over plain http. */
export type Reach = { loopback: boolean }

/**
 * What is wrong with a URL that a merchant gave as his webhook endpoint, as far as its text can tell, or null. Only the
 * address that a name has at the moment of connecting decides (post.ts); this is for saying no early and clearly.
 */
export function problemOfUrl(text: string, { loopback }: Reach): string | null {
  const url = text.length <= maxLength ? URL.parse(text) : null
  if (!url || !['https:', 'http:'].includes(url.protocol))
    return 'give a whole https:// address of at most 2048 characters'
  if (url.username || url.password) return 'a user name or password does not belong in it; verify the signature instead'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (loopback && (isLoopback(host) || isLocalName(host))) return null
  if (url.protocol !== 'https:') return 'https is required'
  if (!isStandard(url.protocol, url.port)) return 'only the ports 443 and 8443 are called'
  if (ipaddr.isValid(host) ? !isPublic(host) : isLocalName(host)) return 'the address is not public'
  return null
}

/**
 * Whether two URLs lead to one server: by their names, whatever is behind them. On this machine, where everything has one
 * name, the port decides as well.
 */
export function isSameServer(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)]
  if (!a || !b) return false
  const nameOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$|\.$/g, '')
  if (nameOf(a) !== nameOf(b)) return false
  return a.port === b.port || !(isLoopback(nameOf(a)) || isLocalName(nameOf(a)))
}

/** Whether an endpoint may be anywhere on the public internet, by its scheme and port. */
export function isStandard(protocol: string, port: string): boolean {
  return protocol === 'https:' && ports.includes(port)
}

/** Whether an IP address belongs to the public internet, also behind an IPv4-in-IPv6 notation. */
export function isPublic(address: string): boolean {
  const bare = unwrapped(address)
  if (bare?.range() !== 'unicast') return false
  // ipaddr.js calls unicast whatever has no name of its own: `::7f00:1` for one, which reaches 127.0.0.1 on some systems.
  return bare instanceof ipaddr.IPv4 || bare.match(globalUnicast)
}

export function isLoopback(address: string): boolean {
  return unwrapped(address)?.range() === 'loopback'
}

/** The IPv4 address inside a v4-mapped or NAT64 address. 6to4 and Teredo stay what they are: tunnels, and not public. */
function unwrapped(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address()
  return parsed.match(nat64) ? new ipaddr.IPv4(parsed.toByteArray().slice(12)) : parsed
}

/** `localhost`, and what is below it. */
export function isLocalName(host: string): boolean {
  return /^(.+\.)?localhost\.?$/.test(host)
}
