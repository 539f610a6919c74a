import { describe, expect, test } from 'vitest'
import { isLoopback, isPublic, isSameServer, problemOfUrl } from './safe-url.ts'

describe('an address is public', () => {
  test.each(['8.8.8.8', '196.201.214.200', '2a00:1450:4001:81b::200e', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s',
    (address) => expect(isPublic(address)).toBe(true),
  )
})

describe('an address is not public', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback, further on', '127.255.0.9'],
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.5'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['link-local, where clouds keep their metadata', '169.254.169.254'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '203.0.113.7'],
    ['benchmarks', '198.18.0.1'],
    ['6to4 relays', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified, IPv6', '::'],
    ['loopback, IPv6', '::1'],
    ['IPv4-compatible', '::7f00:1'],
    ['v4-mapped', '::ffff:127.0.0.1'],
    ['v4-mapped in hexadecimal', '::ffff:a00:5'],
    ['v4-translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['NAT64 to metadata', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of an operator', '64:ff9b:1::808:808'],
    ['6to4', '2002:7f00:1::'],
    ['6to4 of a public address', '2002:808:808::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:80ff:fffe'],
    ['unique local', 'fd00::1'],
    ['link-local, IPv6', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast, IPv6', 'ff02::1'],
    ['documentation, IPv6', '2001:db8::1'],
    ['discard', '100::1'],
    ['never given out', '4000::1'],
    ['no address', 'example.com'],
    ['nothing', ''],
  ])('%s: %s', (_what, address) => expect(isPublic(address)).toBe(false))
})

test('loopback is the whole of 127.0.0.0/8 and ::1, in any notation, and nothing else', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLoopback(address)).toBe(true)
  for (const address of ['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', 'localhost']) expect(isLoopback(address)).toBe(false)
})

describe('the text of a URL is refused', () => {
  test.each([
    ['not a url', 'give a whole https:// address of at most 2048 characters'],
    ['ftp://example.com/', 'give a whole https:// address of at most 2048 characters'],
    [`https://example.com/${'a'.repeat(2048)}`, 'give a whole https:// address of at most 2048 characters'],
    ['http://example.com/hook', 'https is required'],
    ['https://example.com:22/hook', 'only the ports 443 and 8443 are called'],
    ['https://user:word@example.com/', 'a user name or password does not belong in it; verify the signature instead'],
    ['https://127.0.0.1/', 'the address is not public'],
    ['https://2130706433/', 'the address is not public'],
    ['https://[::1]/', 'the address is not public'],
    ['https://localhost/', 'the address is not public'],
    ['https://app.localhost./', 'the address is not public'],
  ])('%s', (url, problem) => expect(problemOfUrl(url, { loopback: false })).toBe(problem))
})

test('a public https address is fine on 443 and 8443', () => {
  for (const url of ['https://example.com/hook?a=1', 'https://example.com:8443/', 'https://8.8.8.8/']) {
    expect(problemOfUrl(url, { loopback: false })).toBeNull()
  }
})

test('with loopback on, this machine may be called over http at any port, and no other private address', () => {
  for (const url of ['http://127.0.0.1:9/', 'http://localhost:3000/', 'http://[::1]:80/', 'https://localhost/']) {
    expect(problemOfUrl(url, { loopback: true })).toBeNull()
  }
  for (const url of ['http://10.0.0.1/', 'http://example.com/', 'http://0.0.0.0:80/', 'https://192.168.0.1/']) {
    expect(problemOfUrl(url, { loopback: true })).not.toBeNull()
  }
})

describe('our own address', () => {
  const ours = 'https://kusanya.example.org'
  test.each([
    'https://kusanya.example.org/hooks',
    'https://KUSANYA.example.org/',
    'https://kusanya.example.org./',
    'https://kusanya.example.org:8443/',
    'https://kusanya。example。org/',
  ])('is %s', (url) => expect(isSameServer(url, ours)).toBe(true))

  test.each(['https://example.org/', 'https://kusanya.example.org.example.com/', 'nonsense'])('is not %s', (url) =>
    expect(isSameServer(url, ours)).toBe(false),
  )

  test('on this machine goes by the port', () => {
    expect(isSameServer('http://127.0.0.1:4000/hook', 'http://127.0.0.1:4000')).toBe(true)
    expect(isSameServer('http://127.0.0.1:4001/hook', 'http://127.0.0.1:4000')).toBe(false)
    expect(isSameServer('http://[::1]:4001/hook', 'http://[::1]:4000')).toBe(false)
    expect(isSameServer('http://localhost:4001/', 'http://localhost:4000')).toBe(false)
  })
})
