import { expect, test } from 'vitest'
import { isLicence, licenceAddress } from './licence.ts'

test.each([
  ['CC-BY-4.0', 'https://spdx.org/licenses/CC-BY-4.0.html'],
  ['https://example.org/terms', 'https://example.org/terms'],
])('%s is read at %s', (licence, address) => {
  expect(isLicence(licence)).toBe(true)
  expect(licenceAddress(licence)).toBe(address)
})

test.each(['', 'all rights reserved', '<b>', 'javascript:alert(1)', 'CC BY', '-x', 'https://'])(
  '%s names none',
  (written) => {
    expect(isLicence(written)).toBe(false)
  },
)
