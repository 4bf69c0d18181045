import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseBeat } from '../../src/rank/beat-file.ts'
import { serveSite } from '../../src/site/http/serve-site.ts'
import { createSite } from '../../src/site/site.ts'
import { demoDayDeps } from '../fixtures/demo-day.ts'
import { CLI, runAuspex } from '../run/auspex-process.ts'

const examples = join(import.meta.dirname, '../../examples')
const folder = mkdtempSync(join(tmpdir(), 'auspex-examples-'))
const run = promisify(execFile)
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  const deps = await demoDayDeps()
  const site = await createSite(deps)
  const server = await serveSite(site, { host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    await new Promise((resolve) => server.close(resolve))
    await deps.store.close()
  }
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

const node = async (name: string, ...args: string[]) =>
  (await run(process.execPath, [join(examples, name), origin, ...args])).stdout

test.each(readdirSync(examples))('%s is short', (name) => {
  expect(readFileSync(join(examples, name), 'utf8').split('\n').length).toBeLessThanOrEqual(40)
})

test('top-stories', async () => {
  expect(await node('top-stories.mjs', 'policy')).toMatch(
    /^ *\d+ {2}\S.*\n {5}\d+ independent\. .*\n {5}http:\S+\/s\/\d+\n/,
  )
})

test('follow-events', async () => {
  const lines = (await node('follow-events.mjs', '0', '--once')).trim().split('\n')
  expect(lines.length).toBeGreaterThan(300)
  expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(lines.map((_, index) => index + 1))
})

test.each(['1', '3', '20'])('recompute-rank of story %s', async (id) => {
  expect(await node('recompute-rank.mjs', id)).toMatch(/(\d+\.\d\d) {2}computed; the site says /)
})

test('filter-chain', async () => {
  const entry = (title: string, link: string) =>
    `<item><title>${title}</title><link>https://p.example/${link}</link></item>`
  const feed = (name: string, ...entries: string[]) => {
    const file = join(folder, name)
    writeFileSync(file, `<rss version="2.0"><channel><title>${name}</title>${entries.join('')}</channel></rss>`)
    return file
  }
  const first = feed('a.xml', entry('Tessera unveils the T10 accelerator with 432 GB of HBM4', '1'))
  const second = feed(
    'b.xml',
    entry('Tessera T10 accelerator unveiled: 432 GB of HBM4', '2'),
    entry('Floods close Rotterdam port', '3'),
  )
  const environment = { ...process.env, AUSPEX: `${process.execPath} ${CLI}` }
  const { stdout } = await run(join(examples, 'filter-chain.sh'), [first, second], { env: environment })
  const story = new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t').reverse() as [string, string]),
  )
  expect(story.size).toBe(3)
  expect(story.get('https://p.example/1')).toBe(story.get('https://p.example/2'))
  expect(story.get('https://p.example/3')).not.toBe(story.get('https://p.example/1'))
})

test('subscriptions', async () => {
  const { code, stdout } = await runAuspex([
    'sources',
    'import',
    join(examples, 'subscriptions.opml'),
    '--data',
    folder,
  ])
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Added 2 of 2 feeds; 0 were known\.\nIt is act 1; /)])
})

test('the files of data in docs/operator.md are read as they stand there', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operator.md'), 'utf8')
  const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block!)
  expect(blocks.length).toBeGreaterThan(0)
  const [beat] = blocks.map((block) => parseBeat(block, 'beat.yaml'))
  expect(beat).toMatchObject({ tagline: { en: 'Orchard news, with its reasons' }, hasHubs: false })
})
