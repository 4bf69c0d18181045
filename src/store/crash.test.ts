import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { openSqliteDatabase } from './sqlite/database.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-crash-'))
  file = join(folder, 'auspex.sqlite')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a writer acknowledged before it ended. */
interface Acknowledged {
  readonly polls: readonly number[]
  readonly itemIds: readonly number[]
}

function startWriter(sourceId: string, first: number, polls: number): ChildProcess {
  const program = join(import.meta.dirname, 'testing/feed-writer.ts')
  const args = ['--import', 'tsx', program, file, sourceId, String(first), String(polls)]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** @param killAfterPolls kills without warning that many acknowledgements in, plus a moment */
async function acknowledgedBy(child: ChildProcess, killAfterPolls?: number, momentMs = 0): Promise<Acknowledged> {
  let output = ''
  let complaints = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (killAfterPolls !== undefined && output.split('\n').length > killAfterPolls) {
      setTimeout(() => child.kill('SIGKILL'), momentMs)
    }
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (killAfterPolls === undefined && code !== 0) throw new Error(complaints)
  // What follows the last line break was never acknowledged whole.
  const lines = output.slice(0, output.lastIndexOf('\n') + 1).match(/.+/g) ?? []
  return {
    polls: lines.map((line) => Number.parseInt(line, 10)),
    itemIds: lines.flatMap((line) => line.split(' ')[1]!.split(',').map(Number)),
  }
}

function integrity(): unknown {
  const database = openSqliteDatabase(file, { busyTimeoutMs: 1_000 })
  const answer = database.statement('PRAGMA integrity_check').all([])[0]!.integrity_check
  const search = "INSERT INTO item_search (item_search) VALUES ('integrity-check')"
  database.statement(search).run([])
  database.close()
  return answer
}

test('killed at any moment, nothing acknowledged is lost or doubled', { timeout: 120_000 }, async () => {
  const items = new Set<number>()
  let nextPoll = 0
  for (let round = 0; round < 6; round++) {
    // Moments spread over a transaction, which takes some 2 ms.
    const said = await acknowledgedBy(startWriter('a', nextPoll, 100_000), 3 + round * 4, round * 0.7)
    for (const id of said.itemIds) {
      expect(items.has(id)).toBe(false)
      items.add(id)
    }
    const lastPoll = said.polls.at(-1)!
    expect(integrity()).toBe('ok')

    const store = await openStore({ file })
    const found = await store.items([...items])
    expect(found).toHaveLength(items.size)
    expect(new Set(found.map((item) => item.key)).size).toBe(items.size)
    const queue = await store.revisionsAfter(0, 1_000_000)
    expect(queue.map(({ seq }) => seq)).toEqual(queue.map((_, index) => index + 1))
    // At most the poll under way at the kill is there besides; its items came with its validators.
    const [state] = await store.feedStates()
    const savedPoll = Number(JSON.parse(state!.etag!))
    expect([lastPoll, lastPoll + 1]).toContain(savedPoll)
    const { items: count } = await store.counts(0)
    expect(count).toBe((savedPoll + 1) * 5)
    for (const { item } of queue) items.add(item.id)
    nextPoll = savedPoll + 1
    await store.close()
  }
})

test('two processes write at full speed; neither is turned away', { timeout: 60_000 }, async () => {
  const said = await Promise.all(['a', 'b'].map((sourceId) => acknowledgedBy(startWriter(sourceId, 0, 150))))
  const ids = said.flatMap(({ itemIds }) => itemIds)
  expect(ids.length).toBe(2 * 150 * 5)
  expect(new Set(ids).size).toBe(ids.length)
  expect(integrity()).toBe('ok')
})
