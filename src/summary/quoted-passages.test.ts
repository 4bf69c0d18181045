import { expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { quotedPassages, withoutQuotations } from './quoted-passages.ts'

test.each([
  ['He said “we won”, and left.', ['“we won”'], 'He said , and left.'],
  ['"One" and "two" and "', ['"One"', '"two"'], ' and  and "'],
  ['社長は「我々は『勝った』」と述べた', ['「我々は『勝った』」'], '社長はと述べた'],
  ['Er sagte „gewonnen“, sie « gagné ».', ['„gewonnen“', '« gagné »'], 'Er sagte , sie .'],
  ['《书》与『名』', ['『名』'], '《书》与'],
  ['Open “ and never closed', [], 'Open “ and never closed'],
])('of %s', (text, passages, rest) => {
  expect(quotedPassages(text).map(([start, end]) => text.slice(start, end))).toEqual(passages)
  expect(withoutQuotations(text)).toBe(rest)
})

test.each(['“', '„', '«', '「', '『', '"', '“「'])('a page of %s is read once', (mark) => {
  const startedAt = cpuMs()
  withoutQuotations(mark.repeat(200_000))
  expect(cpuMs() - startedAt).toBeLessThan(1_000)
})
