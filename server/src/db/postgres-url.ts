/**
 * postgres.js 3.4 cannot be given a unix socket in a URL: it takes `?host=/directory`, libpq's way of saying it,
 * for a setting, and the server answers `unrecognized configuration parameter "host"`. So we take it out:
 * `postgres(...connectTo(url))`.
 */
export function connectTo(url: string): [url: string, options: { host?: string }] {
  const plain = new URL(url)
  const host = plain.searchParams.get('host')
  if (host === null) return [url, {}]
  plain.searchParams.delete('host')
  return [plain.href, { host }]
}

/** The URL, as libpq and `connectTo` read it, of a role and a database of one name behind a unix socket. */
export function socketUrl(name: string, directory: string, port: number): string {
  return `postgres://${name}@localhost:${port}/${name}?host=${encodeURIComponent(directory)}`
}
