import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { runAuspex, startAuspexProcess, until } from '../run/auspex-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-engine-'))
const data = join(folder, 'demo')

beforeAll(async () => {
  const demo = await startAuspexProcess(['demo', '--data', data, '--port', '0', '--day-seconds', '2'])
  await until(
    'stories form',
    async () => {
      const status = (await (await fetch(`${demo.url}/api/v1/status`)).json()) as { stories: number }
      return status.stories > 100 ? true : undefined
    },
    60_000,
  )
  await demo.stop()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('replay', () => {
  test('with the settings in force nothing differs', async () => {
    const { code, stdout } = await runAuspex(['replay', '--since', '48h', '--data', data])
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^\d{3} items: (\d+) stories now, \1 then; nothing would differ\.\n$/),
    ])
  })

  test('a higher level for joining takes stories apart, as a table and as a page', async () => {
    const page = join(folder, 'replay.html')
    const flags = ['--since', '48h', '--set', 'story_threshold=0.9', '--set', 'merge_level=0.9']
    const { code, stdout } = await runAuspex(['replay', ...flags, '--json', '--html', page, '--data', data])
    expect(code).toBe(0)
    const result = JSON.parse(stdout) as {
      storiesBefore: number
      storiesAfter: number
      changes: { what: string; stories: number[]; headlines: string[] }[]
    }
    expect(result.storiesAfter).toBeGreaterThan(result.storiesBefore)
    const split = result.changes.find(({ what }) => what === 'split')!
    expect(split.headlines[0]).toMatch(new RegExp(`^${split.stories[0]} \\S`))
    const html = readFileSync(page, 'utf8')
    expect(html).toContain('<code>joinLevel = 0.9</code>')
    expect(html).toContain(`<th scope="row">split</th><td>${split.stories[0]}</td>`)
  })

  test('the page says that nothing would differ, and replaces an older one; one in a read-only place is refused at once', async () => {
    const page = join(folder, 'same.html')
    writeFileSync(page, 'x'.repeat(100_000))
    const { code } = await runAuspex(['replay', '--since', '48h', '--html', page, '--data', data])
    expect(code).toBe(0)
    const html = readFileSync(page, 'utf8')
    expect(html).toMatch(
      /^<!doctype html>[\s\S]*with the settings in force\.<\/p>\s*<p>Nothing would differ\.<\/p>\s*<\/body><\/html>\s*$/,
    )
    const refused = await runAuspex(['replay', '--since', '48h', '--html', '/proc/page.html', '--data', data])
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('/proc/page.html')])
  })

  test.each([
    [['--set', 'nonsense=1'], 'there is no such setting'],
    [['--set', 'join_level=much'], 'must be a number'],
    [['--since', 'never'], 'Expected an instant'],
    [['--html', join(tmpdir(), 'nowhere', 'page.html')], 'page.html: there is no such file or folder.'],
    [['--html', tmpdir()], 'it is a folder'],
  ])('%j is refused in words', async (flags, words) => {
    const { code, stderr } = await runAuspex(['replay', '--since', '48h', ...flags, '--data', data])
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining(words)])
  })
})

describe('quality', () => {
  test('scores what was judged, and says where to judge', async () => {
    const empty = await runAuspex(['quality', '--data', data])
    expect(empty.stdout).toBe('No pair was judged yet: do so at /admin/pairs.\n')
    const store = await openStore({ file: join(data, 'auspex.db') })
    try {
      const [large] = (await store.listStories({ order: 'independent', limit: 1 })).stories
      const found = await store.story(large!.id)
      const members = found?.type === 'story' ? found.members.map(({ itemId }) => itemId) : []
      await store.labels.judge({ itemIds: [members[0]!, members[1]!], isSame: true, at: 1 })
      await store.labels.judge({ itemIds: [members[0]!, members[2]!], isSame: false, at: 2 })
    } finally {
      await store.close()
    }
    const { stdout } = await runAuspex(['quality', '--json', '--data', data])
    expect(JSON.parse(stdout)).toEqual({ pairs: 2, same: 1, different: 1, falseMerges: 1, missedMerges: 0 })
    expect((await runAuspex(['quality', '--data', data])).stdout).toContain('False merges: 1 of 1 (100.0 %)')
  })
})
