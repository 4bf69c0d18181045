import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = import.meta.dirname

/** Who may import whom, as `docs/architecture.md` says it. Everybody may import itself and `lib/`. */
const MAY_IMPORT = readTable(readFileSync(join(src, '../docs/architecture.md'), 'utf8'))

/** Reads rows such as "| `site/` | all above but demo |". */
function readTable(page: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, readonly string[]>([['lib', []]])
  const rows = [...page.matchAll(/^\| (`\w+\/`.*?) \| (.+) \|$/gm)]
  for (const [, folders, allowed] of rows) {
    const above = [...table.keys()]
    const but = / but (\w+)/.exec(allowed!)?.[1]
    for (const [, folder] of folders!.matchAll(/`(\w+)\/`/g)) {
      if (allowed === 'everything') table.set(folder!, [...above, folder!, '(root)'])
      else if (!allowed!.startsWith('all above')) table.set(folder!, allowed!.match(/\w+/g) ?? [])
      else
        table.set(folder!, [
          ...above.filter((each) => each !== but),
          ...(allowed!.endsWith('the root') ? ['(root)'] : []),
        ])
    }
  }
  return table
}

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
  test('is read as it is meant', () => {
    expect(MAY_IMPORT.get('source')).toEqual([])
    expect(MAY_IMPORT.get('entity')).toEqual(['item'])
    expect(MAY_IMPORT.get('store')).toContain('hub')
    expect(MAY_IMPORT.get('store')).not.toContain('site')
    expect(MAY_IMPORT.get('site')).toContain('delivery')
    expect(MAY_IMPORT.get('site')).not.toContain('demo')
    expect(MAY_IMPORT.get('site')).not.toContain('(root)')
    expect(MAY_IMPORT.get('run')).toContain('(root)')
    expect(MAY_IMPORT.get('run')).not.toContain('commands')
    expect(MAY_IMPORT.get('commands')).toContain('run')
  })

  test('knows every folder', () => {
    const folders = new Set(files.map(folderOf))
    folders.delete('(root)')
    expect([...MAY_IMPORT.keys()].sort()).toEqual([...folders].sort())
  })

  test.each(files.filter((file) => folderOf(file) !== '(root)'))('%s keeps to it', (file) => {
    const folder = folderOf(file)
    const allowed = new Set([folder, 'lib', ...MAY_IMPORT.get(folder)!])
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
