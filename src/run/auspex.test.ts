import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { readSettings } from '../settings.ts'
import { sampleSource, sampleState } from '../store/testing/samples.ts'
import { startAuspex } from './auspex.ts'
import { ListenError } from './listen-error.ts'
import { openDatabase } from './open-database.ts'
import { lockPolling } from './polling-lock.ts'
import { syncSources } from './sync-sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const options = (data: string, port = '0') => ({
  settings: readSettings({ data: join(folder, data), port, log_level: 'silent' }, {}),
  version: '0',
  now: () => Date.parse('2026-11-23T08:00:00Z'),
})

test('serves what is stored until it is stopped, and polls nothing', async () => {
  const auspex = await startAuspex(options('served'))
  const status = await (await fetch(`${auspex.url}/api/v1/status`)).json()
  expect(status).toMatchObject({ polling: 'none', stories: 0 })
  await auspex.stop()
  await expect(fetch(auspex.url)).rejects.toThrow()
})

test('a start that fails gives back the right to poll, so that the next can succeed', async () => {
  const first = await startAuspex(options('first'))
  const { port } = new URL(first.url)
  const polling = options('polling', port)
  await expect(startAuspex({ ...polling, sources: () => [] })).rejects.toThrow(ListenError)
  lockPolling(polling.settings).release()
  await first.stop()
  const second = await startAuspex(options('polling', port))
  expect(new URL(second.url).port).toBe(port)
  await second.stop()
})

test.each([
  ['behind', -3, /clock is behind/],
  ['not before', 0, /^$/],
])('a start with a clock that is %s what is stored', async (_, days, said) => {
  const busy = await startAuspex(options(`busy${days}`))
  const { settings, now, version } = options(`clock${days}`, new URL(busy.url).port)
  const store = await openDatabase(settings)
  await syncSources(store, [sampleSource('a')])
  await store.saveFeed({ state: sampleState('a', { lastAttemptAt: now() }), drafts: [] })
  await store.close()
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const late = { settings: { ...settings, log_level: 'warn' }, version, now: () => now() + days * DAY_MS }
  // Stops at the port, which is taken: no thread starts.
  await expect(startAuspex({ ...late, sources: () => [] })).rejects.toThrow(ListenError)
  const lines = written.mock.calls.map(([line]) => String(line)).join('')
  written.mockRestore()
  expect(lines).toMatch(said)
  await busy.stop()
})
