import { expect, test } from 'vitest'
import { isEmailAddress } from './email-address.ts'

test.each([
  ['reader@mail.example', true],
  ['a+b.c@news.mail.example', true],
  ['reader@localhost', false],
  ['two@mail.example,three@mail.example', false],
  ['reader@mail.example\r\nBcc: all@mail.example', false],
  ['Reader <reader@mail.example>', false],
  [`${'a'.repeat(65)}@mail.example`, false],
  [`a@${'a'.repeat(260)}.example`, false],
])('%j: %s', (written, expected) => {
  expect(isEmailAddress(written)).toBe(expected)
})
