import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DAY_MINUTES } from '../../src/demo/world.ts'
import { loadBeat } from '../../src/run/beat.ts'
import { openDatabase } from '../../src/run/open-database.ts'
import { createSite } from '../../src/site/site.ts'
import type { Store } from '../../src/store/types.ts'
import { emptyDeps, publishUpTo } from '../fixtures/demo-day.ts'
import { CLI, runAuspex } from '../run/auspex-process.ts'

/** The commands go by the real clock, so that the day lies behind it. */
const EVENING = Date.UTC(2025, 2, 3, 12)
const ORIGIN = 'http://127.0.0.1:4173'
const data = mkdtempSync(join(tmpdir(), 'auspex-reading-'))
let store: Store
let site: Hono

beforeAll(async () => {
  const beat = loadBeat()
  store = await openDatabase({ data, database_url: '' })
  await publishUpTo(DAY_MINUTES, store, beat, EVENING)
  site = await createSite({ ...emptyDeps(store, beat), now: () => Date.now() })
})
afterAll(async () => {
  await store.close()
  rmSync(data, { recursive: true, force: true })
})

async function auspex(...args: string[]) {
  const { code, stdout, stderr } = await runAuspex([...args, '--data', data])
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

const api = async (path: string) => (await site.request(`${ORIGIN}/api/v1${path}`)).json()

describe('stories', () => {
  test.each([
    [[], ''],
    [['--kind', 'policy'], 'kind=policy'],
    [['--tier', '1', '--order', 'newest'], 'tier=1&order=newest'],
    [['--in', 'ko', '--limit', '5'], 'language=ko&limit=5'],
    [['--entity', 'hbm4', '--order', 'independent'], 'entity=hbm4&order=independent'],
    [['--hub', 'hong-kong'], 'hub=hong-kong'],
    [['--source', 'aurelia-labs'], 'source=aurelia-labs'],
    [['--community'], 'community=true'],
    [['--hours', '1'], 'hours=1'],
    [['--language', 'ja', '--limit', '3'], 'lang=ja&limit=3'],
    [['--hide', 'aurelia,quake'], 'hide=aurelia,quake'],
  ])('%j --json is what the API gives', async (args, query) => {
    expect(JSON.parse(await auspex('stories', '--json', ...args))).toEqual(await api(`/stories?${query}`))
  })

  test('pages by --after', async () => {
    const first = JSON.parse(await auspex('stories', '--json', '--limit', '2'))
    const second = JSON.parse(await auspex('stories', '--json', '--limit', '2', '--after', first.next))
    const both = (await api('/stories?limit=4')) as { stories: unknown }
    expect([...first.stories, ...second.stories]).toEqual(both.stories)
  })

  test('in words: score, number, kind, headline, and who carries it', async () => {
    const [top] = ((await api('/stories?limit=1')) as { stories: { id: number; headline: string }[] }).stories
    const text = await auspex('stories', '--limit', '1')
    expect(text).toContain(top!.headline)
    expect(text).toMatch(new RegExp(`^ *\\d+ +${top!.id} +\\w+ +`))
    expect(text).not.toMatch(/ 1 (echoes|copies)/)
    expect(text).toMatch(/\d+ independent · \d+ echo(?:es)? · \d+ cop(?:ies|y)\nMore: --after \S+\n$/)
    expect(await auspex('stories', '--entity', 'nobody')).toBe('No story fits.\n')
  })

  test('says how many stories words hide', async () => {
    const { hidden } = (await api('/stories?hide=aurelia')) as { hidden: number }
    expect(hidden).toBeGreaterThan(0)
    expect(await auspex('stories', '--hide', 'aurelia')).toContain(
      `${hidden} stor${hidden === 1 ? 'y' : 'ies'} hidden by your words.`,
    )
  })

  test.each([
    [['--hide', '!!!'], /has no letter or digit to look for/],
    [['--kind', 'gossip'], /Allowed choices are release/],
    [['--order', 'best'], /Allowed choices are score/],
    [['--limit', 'many'], /whole number from 1 to 1000/],
    [['--hours', '-3'], /whole number/],
    [['--tier', '5'], /whole number from 1 to 4/],
    [['--after', 'zzz'], /auspex: /],
    [['--nonsense'], /unknown option/],
    [['--port', 'x'], /--port: expected a whole number/],
    [['--weights', 'x'], /unknown option/],
  ])('%j is refused in words', async (args, message) => {
    const { code, stdout, stderr } = await runAuspex(['stories', '--data', data, ...args])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  test('without a database says so, and makes none', async () => {
    const nowhere = join(data, 'not-there')
    const { code, stderr } = await runAuspex(['stories', '--data', nowhere])
    expect([code, existsSync(nowhere)]).toEqual([1, false])
    expect(stderr).toMatch(/There is no database .*not-there/)
  })
})

describe('story', () => {
  test('--json is what the API gives', async () => {
    expect(JSON.parse(await auspex('story', '3', '--json'))).toEqual(await api('/stories/3'))
  })

  test('in words: headline, reason, coverage', async () => {
    const { headline, reason, coverage } = (await api('/stories/3')) as {
      headline: string
      reason: string
      coverage: { title: string; source: { name: string } }[]
    }
    const text = await auspex('story', '3')
    for (const words of [headline, reason, ...coverage.map(({ source, title }) => `${source.name}: ${title}`)]) {
      expect(text).toContain(words)
    }
  })

  test.each(['99999', 'x', '1e3', '-1', '3;'])('%s is none', async (id) => {
    const { code, stderr } = await runAuspex(['story', '--data', data, '--', id])
    expect([code, stderr]).toEqual([
      1,
      `auspex: There is no story ${JSON.stringify(id)}; "auspex stories" lists them.\n`,
    ])
  })
})

describe('export', () => {
  const linesOf = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: number })

  test('gives every published story, a line each, as the API gives it, and goes on where it was broken off', async () => {
    const lines = linesOf(await auspex('export'))
    expect(lines.map(({ id }) => id)).toEqual(await store.publishedIds(0, 1_000))
    expect(lines.length).toBeGreaterThan(100)
    const half = lines[Math.floor(lines.length / 2)]!
    expect(half).toEqual(await api(`/stories/${half.id}`))
    const rest = linesOf(await auspex('export', '--after', String(half.id), '--data-licence', 'CC0-1.0'))
    expect(rest).toEqual(lines.filter(({ id }) => id > half.id).map((line) => ({ ...line, dataLicence: 'CC0-1.0' })))
  })

  test('refuses a licence that is none before it writes a line', async () => {
    const { code, stdout, stderr } = await runAuspex(['export', '--data', data, '--data-licence', 'do as you like'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/SPDX identifier such as CC-BY-4\.0 or an address, got "do as you like"/)
  })

  test('ends quietly for a reader that has seen enough', async () => {
    const child = spawn(process.execPath, [CLI, 'export', '--data', data], { stdio: ['ignore', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      errors += chunk
    })
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [code] = (await once(child, 'close')) as [number]
    expect([code, errors]).toEqual([0, ''])
  })
})

describe('brief', () => {
  test('--json is what the API gives', async () => {
    expect(JSON.parse(await auspex('brief', '2025-03-03', '--json'))).toEqual(await api('/brief/2025-03-03'))
  })

  test('in Markdown, with links and sources, in the language asked for', async () => {
    const text = await auspex('brief', '2025-03-03', '--base-url', 'https://news.example/')
    expect(text).toMatch(/^# .*2025/)
    expect(text).toMatch(/^## 1\. \[.+\]\(<https:\/\/news\.example\/s\/\d+>\)/m)
    expect(await auspex('brief', '2025-03-03', '--language', 'ja')).toMatch(/[ぁ-ん]/)
  })

  test('a quiet day is a quiet day', async () => {
    expect(JSON.parse(await auspex('brief', '2020-01-01', '--json'))).toMatchObject({ total: 0, stories: [], also: [] })
  })

  test.each(['tomorrow', '2025-02-30', '9999-01-01'])('%s is refused', async (date) => {
    const { code, stderr } = await runAuspex(['brief', date, '--data', data])
    expect([code, stderr]).toEqual([1, `auspex: "${date}" is no day up to today; give one as YYYY-MM-DD.\n`])
  })
})

describe('mcp', () => {
  test('an agent that starts the program gets what the API gives, and nothing stays when it leaves', async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [CLI, 'mcp', '--data', data],
      stderr: 'pipe',
    })
    const client = new Client({ name: 'test', version: '1' })
    await client.connect(transport)
    const { structuredContent } = await client.callTool({ name: 'list_stories', arguments: { limit: 3 } })
    expect(await api('/stories?limit=3')).toMatchObject(structuredContent as Record<string, unknown>)
    const pid = transport.pid!
    await client.close()
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  test('where nothing is stored it says so', async () => {
    const { code, stderr } = await runAuspex(['mcp', '--data', join(data, 'none')])
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no')])
  })
})
