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

/** A thread by its name, or a file of commands, whose name esbuild ends with a hash. */
function builtFile(name: string): string {
  const pattern = new RegExp(`^${name}(?:-[A-Z0-9]{8})?\\.js$`)
  return join(DIST, 'run', readdirSync(join(DIST, 'run')).find((each) => pattern.test(each))!)
}

/** @returns the text of all that is loaded with a built file, and its kilobytes */
function loadedText(name: string): { readonly text: string; readonly kilobytes: number } {
  const text = [...loadedWith(builtFile(name))].map((file) => readFileSync(file, 'utf8')).join('\n')
  return { text, kilobytes: text.length / 1_000 }
}

const marksIn = (text: string) => Object.entries(MARKS).flatMap(([name, mark]) => (text.includes(mark) ? [name] : []))

/** Each thread holds the text of its program, and about twice as much made of it. */
test.each<[string, number, readonly Package[]]>([
  ['story-thread', 2_707, ['undici', 'postgres', 'nodemailer', 'postal-mime']],
  ['ingest-thread', 3_162, ['postgres', 'nodemailer', '@tgwf/co2']],
  ['running', 3_043, ['undici', 'postgres', 'nodemailer', 'postal-mime', 'sanitize-html']],
])('%s loads %i KB at most, and none of what others need', (name, most, absent) => {
  const { text, kilobytes } = loadedText(name)
  expect(kilobytes).toBeGreaterThan(1_000)
  expect(kilobytes).toBeLessThan(most)
  expect(marksIn(text).filter((each) => absent.includes(each as Package))).toEqual([])
})

test('before it is known that Node.js is new enough, next to nothing is loaded', () => {
  const text = [...loadedWith(join(DIST, 'cli.js'))].map((file) => readFileSync(file, 'utf8')).join('')
  expect(text.length).toBeLessThan(3_000)
  // What Node.js has had only since 20.11.
  expect(text).not.toContain('import.meta.dirname')
})

/** A command that ends at once spends most of its time on loading: .09 s of processor time a megabyte. */
test.each([
  ['filters', 200],
  ['check', 1_000],
  ['hubs', 1_200],
  ['reading', 1_514],
  ['exporting', 1_514],
  ['upkeep', 800],
  ['models', 1_200],
  ['sources', 1_514],
  ['operator', 1_700],
])('%s loads %i KB at most, and nothing that asks the network or sends mail', (name, most) => {
  const { text, kilobytes } = loadedText(name)
  expect(kilobytes).toBeLessThan(most)
  expect(marksIn(text).filter((each) => ['undici', 'postgres', 'nodemailer', 'postal-mime'].includes(each))).toEqual([])
})

test('the marks are in what is built', () => {
  const all = readdirSync(join(DIST, 'run')).filter((name) => name.endsWith('.js'))
  const text = all.map((name) => readFileSync(join(DIST, 'run', name), 'utf8')).join('\n')
  expect(Object.entries(MARKS).filter(([, mark]) => !text.includes(mark))).toEqual([])
})
