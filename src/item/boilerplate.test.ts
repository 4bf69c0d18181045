import { expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { dropBoilerplate } from './boilerplate.ts'

test.each([
  ['WordPress', 'A plant opens.\n\nThe post A plant opens appeared first on Chip Daily.', 'A plant opens.'],
  ['a link line', 'A plant opens.\n\nContinue reading', 'A plant opens.'],
  ['a link at the end', 'A plant opens in Texas… Continue reading →', 'A plant opens in Texas'],
  ['an ellipsis in brackets', 'A plant opens in […]', 'A plant opens in'],
  ['Chinese', '工厂投产。\n阅读全文', '工厂投产。'],
  ['Japanese', '工場が稼働。\n\n続きを読む', '工場が稼働。'],
  ['Korean', '공장 가동.\n\n더보기', '공장 가동.'],
  ['Reddit', 'Look at this\n\nsubmitted by /u/someone [link] [comments]', 'Look at this'],
  [
    'Hacker News',
    'Article URL: https://a.example/x\n\nComments URL: https://b.example/y\n\nPoints: 12\n\n# Comments: 3',
    '',
  ],
  ['a tail behind another', 'A plant opens.\n\nSource: The Ledger\n[+123 chars]', 'A plant opens.'],
  ['a link behind a count', 'A plant opens.\n\nRead more [+123 chars]', 'A plant opens.'],
  ['several tails', 'Text.\n\nRead more\n\nThe post X appeared first on Y.', 'Text.'],
])('drops the tail of %s', (_what, text, kept) => {
  expect(dropBoilerplate(text)).toBe(kept)
  expect(dropBoilerplate(kept)).toBe(kept)
})

test.each([
  'Source code is now public.',
  'Points of view differ widely.',
  'Read the room: investors want profits, and they want them before the bubble bursts, says the fund, which has sold every share it held in the sector since the spring and bought bonds, gold and land instead of them all.',
  'The post office uses AI to sort mail.',
  'More than half of all firms use AI.',
])('keeps a sentence: %s', (text) => {
  expect(dropBoilerplate(`Lead.\n\n${text}`)).toBe(`Lead.\n\n${text}`)
})

test('long texts take bounded time', () => {
  const startedAt = cpuMs()
  dropBoilerplate('Read more '.repeat(100_000))
  dropBoilerplate('\n'.repeat(1_000_000))
  dropBoilerplate(`The post ${'a'.repeat(500_000)}`)
  expect(cpuMs() - startedAt).toBeLessThan(10_000)
})
