import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { HOUR_MS } from '../../lib/instant.ts'
import { FormFields, formToken, isFormToken, isOwnForm, isSameOrigin, MAX_FORM_BYTES, readForm } from './form-guard.ts'

describe('form tokens', () => {
  const now = Date.UTC(2026, 10, 22)
  const token = formToken('secret', 'report 1', now)

  test.each([
    ['the same', 'secret', 'report 1', token, 0, true],
    ['hours later', 'secret', 'report 1', token, 4 * HOUR_MS - 1, true],
    ['a day later', 'secret', 'report 1', token, 24 * HOUR_MS, false],
    ['from the future', 'secret', 'report 1', token, -1, false],
    ['for something else', 'secret', 'report 2', token, 0, false],
    ['with another secret', 'other', 'report 1', token, 0, false],
    ['bent', 'secret', 'report 1', `${token}x`, 0, false],
    ['empty', 'secret', 'report 1', '', 0, false],
  ])('%s', (_name, secret, purpose, given, later, expected) => {
    expect(isFormToken(secret, purpose, given, now + later)).toBe(expected)
  })
})

describe('isOwnForm', () => {
  const now = Date.UTC(2026, 10, 22)
  const own = { secret: 'secret', purpose: 'report 1', now }
  const form = (token: string) => new FormFields(new URLSearchParams({ token }))
  const good = form(formToken('secret', 'report 1', now))
  const ask = async (given: FormFields | undefined, headers: Record<string, string>) => {
    const app = new Hono().post('/', (c) => c.text(String(isOwnForm(c, given, own))))
    return (await app.request('/', { method: 'POST', headers })).text()
  }

  test.each<[string, FormFields | undefined, Record<string, string>, string]>([
    ['of a page of ours', good, { 'sec-fetch-site': 'same-origin' }, 'true'],
    ['of another site, with a token that was stolen', good, { 'sec-fetch-site': 'cross-site' }, 'false'],
    ['with a token for something else', form('x'), { 'sec-fetch-site': 'same-origin' }, 'false'],
    ['that is none', undefined, { 'sec-fetch-site': 'same-origin' }, 'false'],
  ])('a form %s', async (_, given, headers, expected) => {
    expect(await ask(given, headers)).toBe(expected)
  })
})

describe('isSameOrigin', () => {
  const app = new Hono().post('/', (c) => c.text(String(isSameOrigin(c))))
  test.each([
    [{}, 'true'],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 'true'],
    [{ 'sec-fetch-site': 'cross-site' }, 'false'],
    [{ 'sec-fetch-site': 'same-site' }, 'false'],
    [{ origin: 'https://evil.example' }, 'false'],
    [{ origin: 'null' }, 'false'],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, 'true'],
  ])('%j', async (headers, expected) => {
    expect(await (await app.request('http://localhost/', { method: 'POST', headers: headers as never })).text()).toBe(
      expected,
    )
  })
})

describe('readForm', () => {
  const app = new Hono().post('/', async (c) => c.json({ a: (await readForm(c))?.text('a') ?? null }))
  const post = async (body: string, type = 'application/x-www-form-urlencoded') =>
    (await app.request('/', { method: 'POST', body, headers: { 'content-type': type } })).json()

  test('takes forms of a bounded size', async () => {
    expect(await post('a=1&a=+2+')).toEqual({ a: '2' })
    expect(await post('{"a":1}', 'application/json')).toEqual({ a: null })
    expect(await post(`a=${'x'.repeat(MAX_FORM_BYTES)}`)).toEqual({ a: null })
  })
})
