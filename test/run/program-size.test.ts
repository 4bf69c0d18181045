import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const DIST = join(import.meta.dirname, '../../dist')

/** What stands in the text of each package, and in no other's. */
const MARKS = {
  undici: 'UND_ERR_CONNECT_TIMEOUT',
  postgres: 'SASL: SCRAM',
  nodemailer: 'SMTPConnection',
  'postal-mime': 'PostalMime',
  'sanitize-html': 'nonTextTags',
  '@tgwf/co2': 'carbonFreeEnergy:{',
}
type Package = keyof typeof MARKS

/** Static imports of a built file, as esbuild writes them. */
const IMPORT = /(?:^|[;}\n])import\s*(?:[\w${},\s*]+?from)?\s*"(\.[^"]+)"/g

/** The built files that are loaded with one, itself among them. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(IMPORT)) loadedWith(join(dirname(file), path!), seen)
  return seen
}

function builtFile(start: string): string {
  const name = readdirSync(join(DIST, 'run')).find((each) => each.startsWith(start))
  return join(DIST, 'run', name!)
}

/** Each thread holds the text of its program, and about twice as much made of it. */
test.each<[string, number, readonly Package[]]>([
  ['story-thread.js', 2_650, ['undici', 'postgres', 'nodemailer', 'postal-mime']],
  ['ingest-thread.js', 3_100, ['postgres', 'nodemailer', '@tgwf/co2']],
  ['running-', 2_800, ['undici', 'postgres', 'nodemailer', 'postal-mime', 'sanitize-html']],
])('%s loads %i KB at most, and none of what others need', (start, most, absent) => {
  const texts = [...loadedWith(builtFile(start))].map((file) => readFileSync(file, 'utf8'))
  const kilobytes = texts.reduce((sum, { length }) => sum + length, 0) / 1_000
  expect(kilobytes).toBeGreaterThan(1_000)
  expect(kilobytes).toBeLessThan(most)
  for (const name of absent) {
    const isLoaded = texts.some((text) => text.includes(MARKS[name]))
    expect({ name, isLoaded }).toEqual({ name, isLoaded: false })
  }
})

test('the marks are in what is built', () => {
  const all = readdirSync(join(DIST, 'run')).filter((name) => name.endsWith('.js'))
  const text = all.map((name) => readFileSync(join(DIST, 'run', name), 'utf8')).join('\n')
  expect(Object.entries(MARKS).filter(([, mark]) => !text.includes(mark))).toEqual([])
})
