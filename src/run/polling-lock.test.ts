import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { AlreadyRunningError, lockPolling } from './polling-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('one polls into a folder at a time', () => {
  const settings = { data: join(folder, 'not/there/yet'), database_url: '' }
  const first = lockPolling(settings)
  expect(() => lockPolling(settings)).toThrow(AlreadyRunningError)
  expect(() => lockPolling(settings)).toThrow(/not\/there\/yet.*--data.*auspex serve/)
  lockPolling({ ...settings, data: join(folder, 'other') }).release()
  first.release()
  lockPolling(settings).release()
})

test('on PostgreSQL several may', () => {
  const settings = { data: folder, database_url: 'postgres://127.0.0.1/auspex' }
  const both = [lockPolling(settings), lockPolling(settings)]
  for (const lock of both) lock.release()
})
