import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { runAuspex } from '../run/auspex-process.ts'

// Each starts the program anew, up to three times a test.
vi.setConfig({ testTimeout: 90_000 })

const folder = mkdtempSync(join(tmpdir(), 'auspex-hubs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const needs = JSON.stringify({
  hubs: ['hong-kong', 'tokyo'],
  markets: [{ market: 'mainland-china', weight: 1 }],
  operator: { mainlandEntity: false, parentCountry: 'US' },
  trainingShare: 0,
  accelerators: 'any',
  criteria: [{ id: 'latency' }, { id: 'regulatory-flexibility' }, { id: 'compute' }],
  confidence: 'mid',
})

test('decide answers in JSON, the same bytes each time, and in words', async () => {
  const file = join(folder, 'NEEDS.json')
  writeFileSync(file, needs)
  const { code, stdout } = await runAuspex(['decide', file])
  expect(code).toBe(0)
  const answer = JSON.parse(stdout)
  expect(answer.ranked[0]).toMatchObject({
    hub: 'hong-kong',
    contributions: [{ criterion: 'latency', unit: 'ms', method: 'estimated' }, {}, {}],
  })
  expect((await runAuspex(['decide', '-'], needs)).stdout).toBe(stdout)
  const words = await runAuspex(['decide', '--text', '--language', 'ja'], needs)
  expect(words.stdout).toContain('明確に香港')
})

test.each([
  ['{', /is no JSON/],
  ['{"criteria":[{"id":"luck"}]}', /criteria: "luck" is none of latency|criteria: "luck" is none of/],
])('decide says what is wrong with %s', async (input, message) => {
  const { code, stderr } = await runAuspex(['decide'], input)
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
})

test('a decision is saved for a webhook, listed and forgotten', async () => {
  const admin = (...args: string[]) => runAuspex(['admin', ...args, '--data', folder], needs)
  expect((await admin('save-decision', 'ours', '-', '--webhook', 'ftp://a.example/')).stderr).toMatch(/http or https/)
  expect((await admin('save-decision', 'ours', '-', '--webhook', 'https://a.example/in')).code).toBe(0)
  const { stdout } = await admin('decisions', '--json')
  expect(JSON.parse(stdout)).toMatchObject([{ name: 'ours', target: 'https://a.example/in', alerts: 0 }])
  expect((await admin('forget-decision', 'ours')).code).toBe(0)
  const again = await admin('forget-decision', 'ours')
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/no saved decision "ours"/)])
})

test('a search is saved for a webhook or a chat, listed without the secret of its address, and forgotten', async () => {
  const admin = (...args: string[]) => runAuspex(['admin', ...args, '--data', folder])
  const to = ['--to', 'slack:https://hooks.slack.example/services/secret']
  for (const [args, message] of [
    [['chips', '--to', 'ftp://a.example/'], /Expected https:\/\/…, mailto:.*, or a chat such as slack:/],
    [['chips', '--to', 'mailto:a@b.example,c@d.example'], /Expected https:/],
    [to, /say what is looked for: words, a kind, an entity or a hub/],
    [['--entity', 'nobody-known', ...to], /There is no entity "nobody-known"/],
    [['--hub', 'atlantis', ...to], /There is no hub "atlantis": .*tokyo/],
  ] as const) {
    const { code, stderr } = await admin('save-search', 'ours', ...args)
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)])
  }
  expect(
    (await admin('save-search', 'ours', 'power', 'line', '--hub', 'tokyo', '--independent', '2', ...to)).code,
  ).toBe(0)
  const byMail = await admin('save-search', 'mailed', 'power', '--to', 'mailto:analyst@mail.example')
  expect(byMail.stdout).toMatch(/^Saved\. A running Auspex with --smtp-url tells/)
  await admin('forget-search', 'mailed')
  const { stdout } = await admin('searches', '--json')
  expect(JSON.parse(stdout)).toMatchObject([
    {
      name: 'ours',
      wanted: { words: 'power line', hub: 'tokyo', independent: 2 },
      target: 'slack, hooks.slack.example',
    },
  ])
  expect((await admin('searches')).stdout).toBe(
    'ours: words power line, hub tokyo, independent 2 → slack, hooks.slack.example (0 alerts)\n',
  )
  expect((await admin('forget-search', 'ours')).code).toBe(0)
  const again = await admin('forget-search', 'ours')
  expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/no saved search "ours"/)])
}, 60_000)

test('hubs check reads the data and lists what is stale', async () => {
  const { code, stdout } = await runAuspex(['hubs', 'check'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^24 hubs · 19 facets · \d+ indicators · 10 markets · 58 round trips\n/)
  expect(stdout).toContain('stale: smart-city of tokyo, of 2024-04, from imd-smart-city')
})

test('a hub, a facet, an indicator and a market are added in files alone; a slip is named', async () => {
  const own = mkdtempSync(join(tmpdir(), 'auspex-own-'))
  const names = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en, ja: en })
  const put = (path: string, ...lines: readonly (string | object)[]) => {
    mkdirSync(join(own, dirname(path)), { recursive: true })
    const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    writeFileSync(join(own, path), `${texts.join('\n')}\n`)
  }
  const busan = {
    ...{ id: 'busan', names: names('Busan'), parents: ['korea'], jurisdiction: 'KR' },
    ...{ gridZone: 'KR', lat: 35.18, lng: 129.08 },
  }
  put('hubs/hubs.jsonl', busan)
  put('hubs/facets.jsonl', { id: 'infrastructure.water', names: names('Water'), keywords: { en: ['cooling water'] } })
  put('hubs/areas.jsonl', { id: 'AU', kind: 'jurisdiction', names: names('Australia') })
  const sydney = { id: 'sydney', names: names('Sydney'), lat: -33.87, lng: 151.21, weight: 1 }
  put('hubs/markets.jsonl', { id: 'oceania', names: names('Oceania'), points: [sydney], jurisdictions: ['AU'] })
  put('hubs/references.jsonl', { id: 'waterbook', title: 'Water book', publisher: 'Water Office' })
  put(
    'indicators/water.yaml',
    ...['id: water', 'facet: infrastructure.water', 'names: { en: Water stress }', 'unit: "0-5"', 'direction: down'],
    ...['anchors: { best: 0, worst: 5, scale: linear }', 'isCriterion: true', 'column: one-source'],
    ...['sources: [waterbook]', 'staleAfterDays: 900'],
  )
  put(
    'observations/water.csv',
    ...['place,value,unit,scope,method,date,source', 'busan,2,0-5,city,measured,2026,waterbook'],
    'tokyo,3,0-5,city,measured,2026,waterbook',
  )
  const asked = {
    ...{ hubs: ['busan', 'tokyo'], markets: [{ market: 'oceania', weight: 1 }] },
    criteria: [{ id: 'water' }, { id: 'latency' }, { id: 'carbon' }],
  }
  const { stdout } = await runAuspex(['decide', '--data', own], JSON.stringify(asked))
  expect(JSON.parse(stdout).ranked).toMatchObject([
    {
      hub: 'busan',
      contributions: [{ criterion: 'water', value: 2, scale: expect.closeTo(0.6, 9) }, {}, { method: 'measured' }],
    },
    { hub: 'tokyo' },
  ])
  put('hubs/hubs.jsonl', busan, { ...busan, id: 'daegu', lat: 135, parents: ['kora'] })
  put('hubs/market.jsonl', {})
  const { code, stderr } = await runAuspex(['hubs', 'check', '--data', own])
  expect(code).toBe(1)
  expect(stderr).toContain('hubs/hubs.jsonl, line 2, lat: too big: expected number to be <=90')
  expect(stderr).toContain('hubs/market.jsonl: is no file of hub data')
  rmSync(own, { recursive: true })
})

test('hubs refresh keeps a sound table and refuses an impossible one, which changes nothing', async () => {
  const refresh = (csv: string) =>
    runAuspex(['hubs', 'refresh', '-', '--source', 'azure-network', '--date', '2026-11', '--data', folder], csv)
  expect((await refresh('source,japan_east\nEast Asia,44\n')).code).toBe(0)
  const kept = readFileSync(join(folder, 'observations/round-trips.csv'), 'utf8')
  expect(kept).toBe('from,to,ms,percentile,date,source\nhong-kong,tokyo,44,,2026-11,azure-network\n')
  const { code, stderr } = await refresh('source,central_us\nJapan West,26\n')
  expect(code).toBe(1)
  expect(stderr).toMatch(/1 of 1 round trips are faster than light in fibre: osaka–central-us 26 ms/)
  expect(readFileSync(join(folder, 'observations/round-trips.csv'), 'utf8')).toBe(kept)
})

test('hubs refresh replaces the rows of its source, and leaves those of others', async () => {
  const own = mkdtempSync(join(tmpdir(), 'auspex-trips-'))
  const file = join(own, 'observations/round-trips.csv')
  mkdirSync(join(own, 'observations'))
  writeFileSync(
    file,
    'ms,from,to,date,source\n45,hong-kong,tokyo,2026-10,azure-network\n41,hong-kong,tokyo,2026-10,cloudping\n',
  )
  const { code, stderr } = await runAuspex(
    ['hubs', 'refresh', '-', '--source', 'azure-network', '--date', '2026-11', '--data', own],
    'source,japan_east\nEast Asia,44\n',
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(readFileSync(file, 'utf8').split('\n').slice(1, 3)).toEqual([
    'hong-kong,tokyo,44,,2026-11,azure-network',
    'hong-kong,tokyo,41,,2026-10,cloudping',
  ])
  rmSync(own, { recursive: true })
})
