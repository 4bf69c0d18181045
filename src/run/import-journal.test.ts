import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blankSource } from '../source/blank-source.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/types.ts'
import { loadOwnCatalogue, loadSources } from './catalogue-files.ts'
import { addToOwn, doCatalogueJob } from './catalogue-job.ts'
import { recordImport } from './import-journal.ts'
import { changeOwnCatalogue, whileCatalogueLocked } from './own-catalogue.ts'
import { storeCatalogue } from './sync-sources.ts'

let data: string
let settings: { data: string; sources: string }
let store: Store
const asked = { as: { tier: 2, tierReason: 'r', type: 'press' }, reason: 'two newsrooms', at: 1_000 } as const
const fresh = ['a', 'b'].map((id) => blankSource(id, id, `https://${id}.example/feed`))
const ids = () => loadOwnCatalogue({ data }).sources.map(({ id }) => id)
const restart = () => storeCatalogue(settings, store, () => loadSources(settings))
const acts = () => store.operator.acts({ limit: 10 })
const journals = () => readdirSync(data).filter((name) => name.includes('import-'))

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'auspex-journal-'))
  settings = { data, sources: join(data, 'none.yaml') }
  writeFileSync(settings.sources, 'sources: []\n')
  store = await openStore({ file: ':memory:' })
})
afterEach(async () => {
  await store.close()
  rmSync(data, { recursive: true, force: true })
})

test('an import whose process ended before it was recorded is recorded at the next start, once, and can be undone', async () => {
  addToOwn(settings, fresh, asked)
  expect(await acts()).toEqual([])
  await restart()
  await restart()
  const [act, ...others] = await acts()
  expect(act).toMatchObject({
    state: 'applied',
    reason: 'two newsrooms',
    act: { type: 'import', sourceIds: ['a', 'b'] },
  })
  expect([others, journals()]).toEqual([[], []])
  const { undo } = act!
  if (undo?.type !== 'import') throw new Error('no undo')
  doCatalogueJob({ act: 'drop', settings, written: undo.written })
  expect(ids()).toEqual([])
})

test('an import that was recorded just before its process ended is not recorded again', async () => {
  const begun = addToOwn(settings, fresh, asked)!
  const journal = readFileSync(begun.journal)
  expect(await recordImport(store, begun)).toBe(1)
  writeFileSync(begun.journal, journal)
  changeOwnCatalogue(settings, (own) => ({ ...own, sources: own.sources.slice(1) }))
  await restart()
  expect((await acts()).map(({ id }) => id)).toEqual([1])
  expect(journals()).toEqual([])
  expect((await store.sources()).map(({ id, isEnabled }) => [id, isEnabled])).toEqual([
    ['a', false],
    ['b', true],
  ])
})

test('an import that never reached the catalogue is forgotten, and one that is refused leaves nothing', async () => {
  const { journal } = addToOwn(settings, fresh, asked)!
  rmSync(join(data, 'sources.yaml'))
  writeFileSync(`${journal}0`, '{"act": ')
  await restart()
  expect([await acts(), journals(), await store.sources()]).toEqual([[], [], []])
  expect(() => addToOwn(settings, [{ ...fresh[0]!, id: 'Not an id' }], asked)).toThrow('Nothing was changed')
  expect(journals()).toEqual([])
})

test('what another process adds while a start waits for it is read by that start', async () => {
  await store.saveSources(fresh.slice(0, 1))
  let starting: Promise<unknown> | undefined
  await whileCatalogueLocked(settings, async () => {
    starting = restart()
    await new Promise((resolve) => setTimeout(resolve, 50))
    changeOwnCatalogue(settings, (own) => ({ ...own, sources: fresh }))
  })
  await starting
  expect((await store.sources()).filter(({ isEnabled }) => isEnabled)).toHaveLength(2)
})

test('a catalogue saved in an editor while it is changed keeps both', () => {
  changeOwnCatalogue(settings, (own) => ({ ...own, sources: fresh.slice(0, 1) }))
  const file = join(data, 'sources.yaml')
  let isSaved = false
  changeOwnCatalogue(settings, (own) => {
    if (!isSaved) writeFileSync(file, `# a note\n${readFileSync(file, 'utf8')}  - { id: shipped, enabled: false }\n`)
    isSaved = true
    return { ...own, sources: [...own.sources, fresh[1]!] }
  })
  expect(readFileSync(file, 'utf8')).toMatch(/^# a note\n/)
  expect(loadOwnCatalogue({ data })).toMatchObject({ sources: [{ id: 'a' }, { id: 'b' }], switchedOff: ['shipped'] })
})

test('a text that cannot be edited in place is kept beside the new one', () => {
  const text = '# by hand\nsources: [ { id: shipped, enabled: false } ]\n'
  writeFileSync(join(data, 'sources.yaml'), text)
  changeOwnCatalogue(settings, (own) => ({ ...own, sources: fresh }))
  expect(readFileSync(join(data, 'sources.yaml.old'), 'utf8')).toBe(text)
  expect(loadOwnCatalogue({ data })).toMatchObject({ sources: [{ id: 'a' }, { id: 'b' }], switchedOff: ['shipped'] })
})
