import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { createdEvent, sampleCommit, sampleDraft, sampleMember, sampleStory, sampleUpdate } from '../testing/samples.ts'
import type { Store } from '../types.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-backup-'))
  store = await openStore({ file: join(folder, 'auspex.sqlite') })
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Poll `n` brings item `n`, and a commit puts it in story `n`. */
async function write(writer: Store, n: number): Promise<void> {
  await writer.saveFeed(sampleUpdate('a', [sampleDraft('a', `k${n}`)], { etag: `"${n}"` }))
  await writer.commitStories(
    sampleCommit({
      cursor: n,
      stories: [sampleStory(n, n)],
      members: [sampleMember(n, n)],
      events: [createdEvent(n, n)],
    }),
  )
}

test('a copy made while others write is one moment of the database', async () => {
  const writer = await openStore({ file: join(folder, 'auspex.sqlite') })
  let isDone = false
  const writing = (async () => {
    for (let n = 1; n <= 300 && !(isDone && n > 50); n++) await write(writer, n)
  })()
  const copies = [join(folder, 'one.sqlite'), join(folder, "it's two.sqlite")]
  for (const copy of copies) await store.backup(copy)
  isDone = true
  await writing
  await writer.close()
  for (const file of copies) {
    const copy = await openStore({ file })
    const counts = await copy.counts(0)
    const [state] = await copy.feedStates()
    expect(counts.items).toBe(state === undefined ? 0 : Number(JSON.parse(state.etag!)))
    expect(counts.lastEventSeq).toBe(counts.stories)
    expect([0, 1]).toContain(counts.backlog)
    expect((await copy.searchStories('report', 100)).stories).toHaveLength(Math.min(100, counts.stories))
    await copy.close()
  }
})

test('an existing file is never overwritten', async () => {
  const file = join(folder, 'mine.txt')
  writeFileSync(file, 'keep me')
  await expect(store.backup(file)).rejects.toMatchObject({ name: 'BackupTargetError', file })
  expect(readFileSync(file, 'utf8')).toBe('keep me')
})

test('what one that was killed left is cleared away, its journal too', async () => {
  const file = join(folder, 'later.sqlite')
  for (const end of ['', '-journal']) writeFileSync(`${file}.unfinished${end}`, 'half')
  await store.backup(file)
  expect(readdirSync(folder).filter((name) => name.includes('later'))).toEqual(['later.sqlite'])
})

test('a backup that fails leaves nothing behind', async () => {
  const file = join(folder, 'no', 'such', 'folder.sqlite')
  await expect(store.backup(file)).rejects.toMatchObject({ name: 'BackupTargetError' })
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('where it cannot be written says why, and leaves nothing', async () => {
  for (const [file, words] of [
    [join(folder, 'nowhere', 'copy.db'), 'there is no such file or folder'],
    [join(folder, 'auspex.sqlite', 'copy.db'), 'a part of the path is a file'],
  ] as const) {
    await expect(store.backup(file)).rejects.toThrow(`No backup made to ${file}: ${words}.`)
  }
  expect(readdirSync(folder).filter((name) => name.includes('copy'))).toEqual([])
})
