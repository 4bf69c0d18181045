import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedWith } from './signature.ts'

const BODY = Buffer.from('what do ya want for nothing?')
/** RFC 4231, test case 2; RFC 2202, test case 2. */
const SHA256 = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
const SHA1 = 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'

test.each([
  [`sha256=${SHA256}`, true],
  [`SHA256=${SHA256.toUpperCase()}`, true],
  [`sha1=${SHA1}`, true],
  [`sha1=${SHA256}`, false],
  [`sha256=${SHA256.replace('5', '6')}`, false],
  [`sha256=${SHA256.slice(2)}`, false],
  ['md5=750c783e6ab0b503eaa86e310a5db738', false],
  [`sha224=${createHmac('sha224', 'Jefe').update(BODY).digest('hex')}`, false],
  [`nonsense=${SHA1}`, false],
  ['sha256=', false],
  ['', false],
  [undefined, false],
])('%s: %s', (header, isGood) => {
  expect(isSignedWith('Jefe', header, BODY)).toBe(isGood)
})

test('another body is not signed', () => {
  expect(isSignedWith('Jefe', `sha256=${SHA256}`, Buffer.from('what do ya want?'))).toBe(false)
})
