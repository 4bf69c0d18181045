import type { LookupAddress } from 'node:dns'
import { describe, expect, test } from 'vitest'
import { AddressRefusedError } from './fetch-errors.ts'
import { createFetcher } from './fetcher.ts'
import { isLocalName, isPublicAddress } from './public-address.ts'
import { refusedHost } from './refused-host.ts'

describe('addresses', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '203.0.112.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  test.each([
    ['this host', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['a cloud behind it', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['link-local', '169.254.169.254'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['6to4 relays', '192.88.99.1'],
    ['private', '192.168.1.1'],
    ['benchmarking', '198.18.0.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped, in hexadecimal', '::ffff:a9fe:a9fe'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64 of a private address', '64:ff9b::a00:1'],
    ['NAT64 of the metadata server', '64:ff9b::169.254.169.254'],
    ['local NAT64', '64:ff9b:1::1'],
    ['discard', '100::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['documentation', '2001:db8::1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['unique local', 'fd00:ec2::254'],
    ['unique local', 'fc00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['unassigned', '4000::1'],
    ['no address', 'example'],
    ['no address', ''],
  ])('%s: %s is not public', (_, address) => expect(isPublicAddress(address)).toBe(false))

  test.each(['localhost', 'LOCALHOST', 'localhost.', 'x.localhost'])('%s is local', (name) =>
    expect(isLocalName(name)).toBe(true),
  )
  test.each(['localhost.example', 'notlocalhost', 'news.example'])('%s is not', (name) =>
    expect(isLocalName(name)).toBe(false),
  )
})

describe('the fetcher opens no socket to', () => {
  const opened: string[] = []
  /** Every name leads to a public address at which nothing may be asked: a lookup is the first sign of a connection. */
  const fetcher = createFetcher({
    userAgent: 'test',
    timeoutMs: 1_000,
    resolveName: (name) => {
      opened.push(name)
      return Promise.reject(Object.assign(new Error('looked up'), { code: 'ENOTFOUND' }))
    },
  })

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://0177.0.0.01/',
    'http://0/',
    'http://127.0.0.1.:80/',
    'http://１２７.０.０.１/',
    'http://①②⑦.⓪.⓪.①/',
    'http:127.0.0.1/',
    'http:\\\\127.0.0.1\\x',
    'http://127.0.0.1:80\\@news.example/',
    'http://news.example@127.0.0.1/',
    'http://news.example:80@127.0.0.1:80/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00:ec2::254]/',
    'http://localhost/',
    'http://LocalHost./',
    'http://anything.localhost/',
    'https://192.168.0.1/',
    'file:///etc/passwd',
    'ftp://news.example/',
    'gopher://news.example/',
    'dict://news.example:11211/stat',
    'jar:http://news.example!/',
    'data:text/xml,<rss/>',
    'javascript:alert(1)',
    'unix:/var/run/docker.sock',
    'news.example/feed',
    'http://',
    'http://[::1',
    '',
  ])('%s', async (address) => {
    opened.length = 0
    await expect(fetcher.get(address)).rejects.toThrow(AddressRefusedError)
    expect(opened).toEqual([])
  })

  test('a name that leads inside, alone or among public addresses', async () => {
    for (const inside of ['10.0.0.1', '::1', '169.254.169.254', '::ffff:127.0.0.1']) {
      const addresses: LookupAddress[] = [
        { address: '8.8.8.8', family: 4 },
        { address: inside, family: inside.includes(':') ? 6 : 4 },
      ]
      const trapped = createFetcher({
        userAgent: 'test',
        timeoutMs: 1_000,
        resolveName: () => Promise.resolve(addresses),
      })
      await expect(trapped.get('http://news.example/')).rejects.toThrow(AddressRefusedError)
      await expect(trapped.get('http://news.example/')).rejects.toThrow(inside)
      await trapped.close()
    }
  })

  test('a name that is public when checked and private when connected: it is looked up once', async () => {
    let lookups = 0
    const rebinding = createFetcher({
      userAgent: 'test',
      timeoutMs: 500,
      resolveName: () => {
        lookups++
        // 192.0.2.1 would be refused; 240.0.0.1 too: the second answer must never be asked for.
        return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '8.8.8.8', family: 4 }])
      },
    })
    await expect(rebinding.get('http://news.example/')).rejects.toThrow(AddressRefusedError)
    expect(lookups).toBe(1)
    await rebinding.close()
  })
})

describe('what is allowed', () => {
  const demoOnly = (host: string, port: number) => host === '127.0.0.1' && port === 4174

  test.each([
    ['127.0.0.1', 4174, false],
    ['127.0.0.1', 4175, true],
    ['127.0.0.2', 4174, true],
    ['localhost', 4174, true],
    ['[::1]', 4174, true],
  ])('%s at %i is refused: %s', (host, port, isRefused) =>
    expect(refusedHost(host, port, demoOnly) !== undefined).toBe(isRefused),
  )
})
