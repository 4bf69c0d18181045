import { expect, test } from 'vitest'
import { hashPassword, PasswordError, verifyPassword } from './password.ts'

test('a password is known again, and no other', async () => {
  const hash = await hashPassword('correct horse bättery')
  expect(hash).toMatch(/^scrypt\$16\$8\$2\$[\w-]{22}\$[\w-]{43}$/)
  expect(hash).not.toBe(await hashPassword('correct horse bättery'))
  expect(await verifyPassword('correct horse bättery'.normalize('NFD'), hash)).toBe(true)
  expect(await verifyPassword('correct horse battery', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

test('a hash that was made at a lower cost is still known', async () => {
  const hash = 'scrypt$16$8$1$BwcHBwcHBwcHBwcHBwcHBw$qVxqHKDgLDfHRgt6MbSoQalTgOB0jbzgQj22d3G8nds'
  expect(await verifyPassword('correct horse battery', hash)).toBe(true)
  expect(await verifyPassword('correct horse bättery', hash)).toBe(false)
})

test('without a hash nothing is right', async () => {
  expect(await verifyPassword('', undefined)).toBe(false)
  expect(await verifyPassword('x'.repeat(2_000), undefined)).toBe(false)
})

test.each(['', 'short', 'x'.repeat(1_001)])(
  'a password of a wrong length is refused, and not repeated',
  async (password) => {
    await expect(hashPassword(password)).rejects.toThrow(PasswordError)
    await expect(hashPassword(password)).rejects.not.toThrow(/xxx|short$/)
  },
)
