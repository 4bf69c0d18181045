import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadBeat } from './beat.ts'
import { loadGazetteer } from './gazetteer-file.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'auspex-beat-'))
  mkdirSync(join(folder, 'hubs'))
  const own = {
    ...{ id: 'elbonia-city', names: { en: ['Elbonia City'] }, lat: 1, lng: 2, parents: [] },
    ...{ jurisdiction: 'KR', timeZone: 'Asia/Seoul' },
  }
  writeFileSync(join(folder, 'hubs/hubs.jsonl'), `${JSON.stringify(own)}\n`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test('an operator’s own hub is found in text, and only with his folder', () => {
  const text = 'A data centre opens in Elbonia City.'
  const idsIn = (gazetteer: ReturnType<typeof loadGazetteer>) =>
    gazetteer.findEntities(text).map(({ entityId }) => entityId)
  expect(idsIn(loadGazetteer(folder))).toContain('elbonia-city')
  expect(idsIn(loadBeat(folder).gazetteer)).toContain('elbonia-city')
  expect(idsIn(loadGazetteer())).not.toContain('elbonia-city')
})
