import { expect, test, vi } from 'vitest'
import { runAuspex } from '../run/auspex-process.ts'

/*
 * The thread that reads has 160 MB of heap for itself and what it reads: a document that takes more ends it, again and again, and with it the
 * reading of every other feed. Each of these did, or nearly.
 */
vi.setConfig({ testTimeout: 120_000 })

/** Of old objects; the program itself has 20 when it parses. */
const HEAP_MB = 110
const GOOD = '<item><title>Good</title></item>'
const rss = (piece: string) =>
  `<rss version="2.0"><channel><title>F</title>${GOOD}<item><title>x</title><description>${piece.repeat(Math.ceil(4_900_000 / piece.length))}</description></item></channel></rss>`

test.each([
  ['elements', '<b>x</b>'],
  ['elements with attributes', '<b a="b"/>'],
  ['namespaces', '<b xmlns="a">c</b>'],
  ['bases', '<b xml:base="a/">c</b>'],
  ['references', '&lt;'],
])('5 MB of %s are read in two thirds of what the thread has', async (_what, piece) => {
  const { code, stdout, stderr } = await runAuspex(['parse', '-'], rss(piece), {
    NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
  })
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('"Good"')
})
