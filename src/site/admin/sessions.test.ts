import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/instant.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/types.ts'
import { hashPassword } from './password.ts'
import { createSessions, type Sessions } from './sessions.ts'

const NOW = Date.UTC(2026, 10, 22)
const PASSWORD = 'correct horse battery'
let store: Store
let sessions: Sessions

beforeEach(async () => {
  store = await openStore({ file: ':memory:' })
  sessions = createSessions(store.admin)
  await store.admin.setPasswordHash(await hashPassword(PASSWORD))
})
afterEach(() => store.close())

const signIn = (password: string, now = NOW, sender = '192.0.2.1') => sessions.signIn(password, sender, now)

test('the right password opens a session, which ends when it is not used', async () => {
  const opened = await signIn(PASSWORD)
  const token = opened.type === 'in' ? opened.token : ''
  expect(token).toMatch(/^[\w-]{32}$/)
  expect(await sessions.find(token, NOW + 2 * HOUR_MS)).toBeDefined()
  expect(await sessions.find('x'.repeat(32), NOW)).toBeUndefined()
  // Used at two hours, so good for two more.
  expect(await sessions.find(token, NOW + 4 * HOUR_MS)).toBeDefined()
  expect(await sessions.find(token, NOW + 7 * HOUR_MS)).toBeUndefined()
})

test('a session ends after a day however busy, and by hand', async () => {
  const open = async () => {
    const opened = await signIn(PASSWORD)
    return opened.type === 'in' ? opened.token : ''
  }
  const token = await open()
  for (let hours = 1; hours <= 24; hours++) expect(await sessions.find(token, NOW + hours * HOUR_MS)).toBeDefined()
  expect(await sessions.find(token, NOW + 24 * HOUR_MS + 1)).toBeUndefined()
  const other = await open()
  await sessions.end((await sessions.find(other, NOW))!)
  expect(await sessions.find(other, NOW)).toBeUndefined()
})

test('who was locked out by a clock that ran ahead may sign in when it is set right', async () => {
  const ahead = NOW + 365 * DAY_MS
  for (let n = 0; n < 6; n++) await signIn('wrong wrong wrong', ahead)
  expect(await signIn(PASSWORD, ahead)).toMatchObject({ type: 'locked' })
  expect(await signIn(PASSWORD, NOW)).toMatchObject({ type: 'in' })
})

test('five wrong passwords lock the sender out, longer each time; others are not', async () => {
  for (let failure = 0; failure < 4; failure++) await store.admin.noteFailure('192.0.2.1', NOW)
  expect((await signIn('wrong')).type).toBe('wrong')
  expect(await signIn(PASSWORD, NOW + 14 * MINUTE_MS)).toEqual({ type: 'locked', untilAt: NOW + 15 * MINUTE_MS })
  expect((await signIn(PASSWORD, NOW, '192.0.2.2')).type).toBe('in')
  const later = NOW + 15 * MINUTE_MS
  expect((await signIn('wrong', later)).type).toBe('wrong')
  expect(await signIn(PASSWORD, later + 29 * MINUTE_MS)).toMatchObject({ type: 'locked' })
  expect((await signIn(PASSWORD, later + 30 * MINUTE_MS)).type).toBe('in')
  expect((await signIn('wrong', later + 31 * MINUTE_MS)).type).toBe('wrong')
})

test('while no password is set, none opens', async () => {
  const empty = await openStore({ file: ':memory:' })
  expect(await createSessions(empty.admin).signIn('', 's', NOW)).toEqual({ type: 'wrong' })
  await empty.close()
})
