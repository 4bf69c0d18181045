import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from '../settings.ts'
import { startAuspex } from './auspex.ts'
import { ListenError } from './listen-error.ts'
import { lockPolling } from './polling-lock.ts'

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
