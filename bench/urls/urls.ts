import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canonicalUrl } from '../../src/item/canonical-url.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: does one page have one address, and does the address still lead there?
 * Data: ClearURLs' rules, read here only to ask questions of: for each parameter a provider's rules name, an address at that provider
 * that carries it beside `id=7`. The inputs of normalize-url's tests, for canonicalising twice.
 * A rule counts as met when the parameter is gone, or the address is one of the provider's own exceptions, and `id=7` is still there.
 */

interface Provider {
  readonly provider: string
  readonly urlPattern: string
  readonly rules: readonly string[]
  readonly referralMarketing: readonly string[]
  readonly exceptions: readonly string[]
}

export interface UrlsBench {
  readonly rules: number
  readonly met: number
  /** Of the addresses above and normalize-url's; both should be none. */
  readonly notIdempotent: number
  readonly identityLost: number
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchUrls(): UrlsBench | undefined {
  const files = ['clearurls-rules', 'normalize-url'].map((name) => benchFile(`conformance/urls/${name}.jsonl`))
  const [rulesFile, pairsFile] = files
  if (rulesFile === undefined || pairsFile === undefined) return undefined
  const cases = readLines<Provider>(rulesFile).flatMap(providerCases)
  const pairs = readLines<{ readonly input: string }>(pairsFile)
  const missed = cases.filter(({ url, name }) => parametersOf(canonicalUrl(url)).has(name.toLowerCase()))
  const lost = cases.filter(({ url }) => parametersOf(canonicalUrl(url)).get('id') !== '7')
  const unstable = [...cases.map(({ url }) => url), ...pairs.map(({ input }) => input)].filter((url) => {
    const once = canonicalUrl(url)
    return once !== undefined && canonicalUrl(once) !== once
  })
  if (process.argv.includes('--misses')) {
    for (const { provider, url } of missed) console.log(`  kept  ${provider}: ${url}`)
    for (const { provider, url } of lost) console.log(`  lost  ${provider}: ${url} -> ${canonicalUrl(url)}`)
    for (const url of unstable) console.log(`  twice ${url}`)
  }
  const figures = {
    rules: cases.length,
    met: cases.length - missed.length,
    notIdempotent: unstable.length,
    identityLost: lost.length,
  }
  console.log(
    `urls: ${figures.met} of ${figures.rules} rules met, ${unstable.length} not idempotent, ${lost.length} lost their id`,
  )
  return figures
}

function providerCases({ provider, urlPattern, rules, referralMarketing, exceptions }: Provider) {
  const base = addressOf(urlPattern)
  if (base === undefined) return []
  return [...rules, ...referralMarketing].flatMap((rule) => {
    const name = sampleOf(rule)
    if (name === undefined || name.toLowerCase() === 'id') return []
    const url = `${base}?${name}=x1&id=7`
    return exceptions.some((exception) => new RegExp(exception, 'i').test(url)) ? [] : [{ provider, name, url }]
  })
}

/** An address that a provider's pattern matches: its host with the plainest reading of each part. */
function addressOf(pattern: string): string | undefined {
  if (pattern === '.*') return 'https://news.example/article'
  const written = sampleOf(
    pattern
      .replace(/^\^?https\??:\\?\/\\?\//, '')
      .replaceAll('(?:[a-z0-9-]+\\.)*?', 'www.')
      .replaceAll('(?:\\.[a-z]{2,}){1,}', '.com')
      .replace(/\\?\?$/, ''),
  )
  if (written === undefined) return undefined
  const url = `https://${written}${written.includes('/') ? '' : '/article'}`
  return URL.canParse(url) && new RegExp(pattern, 'i').test(`${url}?`) ? url : undefined
}

/** The plainest text a simple regular expression matches; undefined where it is not simple. */
function sampleOf(expression: string): string | undefined {
  let plain = expression.replace(/\(\?:%3F\)\?/g, '').replace(/\[\^[^\]]*\]/g, 'x')
  for (let round = 0; round < 6; round++) {
    plain = plain
      .replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)(?:\?|\*\??|\+|\{[^}]*\})?/g, '$1')
      .replace(/\[([a-z0-9_%])[^\]]*\]\{(\d+)(?:,\d*)?\}/gi, (_all, first: string, count: string) =>
        first.repeat(Number(count)),
      )
      .replace(/\[([a-z0-9_%])[^\]]*\](?:\*\??|\?)/gi, '$1')
      .replace(/\[([a-z0-9_%])[^\]]*\]\+?/gi, '$1')
  }
  plain = plain
    .replace(/\\d\+?/g, '1')
    .replace(/\.\*\??/g, '')
    .replace(/\\(.)/g, '$1')
    .replace(/([a-z0-9_])\?/gi, '$1')
  return /^[\w./%~:\-[\]]+$/.test(plain) ? plain : undefined
}

function parametersOf(url: string | undefined): ReadonlyMap<string, string> {
  return url === undefined
    ? new Map()
    : new Map([...new URL(url).searchParams].map(([name, value]) => [name.toLowerCase(), value]))
}

function readLines<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchUrls()
