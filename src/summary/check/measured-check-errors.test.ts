import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MEASURED_CHECK_ERRORS } from './measured-check-errors.ts'

test('the methods page, the bench and its floors say the same', () => {
  const { caughtPercent, trueRefused, trueSentences } = MEASURED_CHECK_ERRORS
  const bench = (name: string) => readFileSync(new URL(`../../../bench/${name}`, import.meta.url), 'utf8')
  const row = bench('grounding/README.md').match(/^\| held out \| .*$/m)?.[0]
  expect(row).toContain(`| ${caughtPercent.toFixed(1)} % |`)
  expect(row).toContain(`| ${trueRefused} of ${trueSentences} |`)
  // What is said is what the bench holds to: no floor is above it, and no ceiling a whole sentence below.
  const floors = JSON.parse(bench('floors.json')) as Record<string, { readonly least?: number; readonly most?: number }>
  expect(floors['seeded.heldOut.caught']!.least).toBeGreaterThan(caughtPercent / 100 - 0.02)
  expect(floors['seeded.heldOut.caught']!.least).toBeLessThanOrEqual(caughtPercent / 100)
  expect(floors['seeded.heldOut.trueRefused']!.most).toBeLessThan((trueRefused + 1) / trueSentences)
})
