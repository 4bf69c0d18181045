import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('hubs check reads the data and lists what is stale', async () => {
  const { code, stdout } = await runAuspex(['hubs', 'check'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^24 hubs · 19 facets · \d+ indicators · 10 markets · 58 round trips\n/)
  expect(stdout).toContain('stale: smart-city of tokyo, of 2024-04, from imd-smart-city')
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
