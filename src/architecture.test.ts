import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Who may import whom; `docs/architecture.md` shows it as a picture. Everybody may import itself and `lib/`. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  source: [],
  item: ['source'],
  entity: ['item'],
  story: ['item', 'entity'],
  rank: ['source', 'story', 'entity'],
  summary: ['story', 'entity'],
  brief: ['story', 'rank', 'summary'],
  hub: ['entity', 'story', 'summary'],
  demo: ['source'],
  commands: [
    'source',
    'item',
    'entity',
    'story',
    'rank',
    'summary',
    'brief',
    'hub',
    'store',
    'delivery',
    'site',
    'demo',
    'run',
    '(root)',
  ],
  run: [
    'source',
    'item',
    'entity',
    'story',
    'rank',
    'summary',
    'brief',
    'hub',
    'store',
    'delivery',
    'site',
    'demo',
    '(root)',
  ],
  store: ['source', 'item', 'entity', 'story', 'rank', 'summary', 'brief', 'hub'],
  delivery: ['source', 'rank', 'summary', 'brief', 'hub', 'store'],
  site: ['source', 'item', 'entity', 'story', 'rank', 'summary', 'brief', 'hub', 'store', 'delivery'],
}

const src = import.meta.dirname
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.contract\.ts$|(^|\/)testing\//.test(file))
  .sort()

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(src, resolve(src, dirname(file), match[1]!)),
  )
}

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '(root)')

describe('the import table', () => {
  test('knows every folder', () => {
    const folders = new Set(files.map(folderOf))
    folders.delete('(root)')
    expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
  })

  test.each(files.filter((file) => folderOf(file) !== '(root)'))('%s keeps to it', (file) => {
    const folder = folderOf(file)
    const allowed = new Set([folder, 'lib', ...MAY_IMPORT[folder]!])
    expect(importsOf(file).filter((target) => !allowed.has(folderOf(target)))).toEqual([])
  })

  test.each(files.filter((file) => folderOf(file) !== '(root)'))(
    '%s leaves clock and environment to the root',
    (file) => {
      // The browser's script has a clock of its own; `performance.now` measures and decides nothing.
      if (/^(site\/client|run|commands)\//.test(file)) return
      const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      expect(code).not.toMatch(/\bDate\.now\(|new Date\(\)|\bprocess\.env\b/)
    },
  )
})
