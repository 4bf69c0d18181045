import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { readReservations, reservationIn, reservationInPage } from './tdm-reservation.ts'

describe('headers', () => {
  test.each([
    [{ 'tdm-reservation': '1' }, 'tdm'],
    [{ 'tdm-reservation': '0' }, undefined],
    [{ 'x-robots-tag': 'noai, noimageai' }, 'noai'],
    [{ 'x-robots-tag': 'otherbot: noai' }, 'noai'],
    [{ 'x-robots-tag': 'noindex' }, undefined],
    [{ 'x-robots-tag': 'noaix' }, undefined],
  ])('%j reserve %s', (headers, reserved) => {
    expect(reservationIn(new Map(Object.entries(headers)))).toBe(reserved)
  })
})

describe('pages', () => {
  test.each([
    ['<meta name="tdm-reservation" content="1">', 'tdm'],
    ['<META NAME=robots CONTENT="index, noai">', 'noai'],
    ['<meta name="description" content="noai">', undefined],
    ['<body><meta name="tdm-reservation" content="1">', undefined],
  ])('%s reserves %s', (html, reserved) => expect(reservationInPage(`<html><head>${html}`)).toBe(reserved))
})

describe('tdmrep.json', () => {
  const read = (value: unknown) =>
    readReservations(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)))
  test.each([
    ['/a', [{ location: '/a', 'tdm-reservation': 1 }], true],
    ['/b', [{ location: '/a', 'tdm-reservation': 1 }], false],
    ['/a/x.html', [{ location: '/*.html$', 'tdm-reservation': '1' }], true],
    ['/a/x.html5', [{ location: '/*.html$', 'tdm-reservation': 1 }], false],
    ['/a', { location: '/' }, false],
    ['/a', 'not JSON', false],
    ['/a', [null, { location: '/(((', 'tdm-reservation': 1 }], false],
  ])('%s under %j: %s', (path, file, answer) => expect(read(file).isReserved(`https://p.example${path}`)).toBe(answer))

  test('a hostile pattern costs no time', () => {
    const patterns = [`/${'*a'.repeat(200)}b$`, `/${'*a'.repeat(8)}*b$`]
    const reservations = read(patterns.map((location) => ({ location, 'tdm-reservation': 1 })))
    const startedAt = cpuMs()
    reservations.isReserved(`https://p.example/${'a'.repeat(2_000)}`)
    expect(cpuMs() - startedAt).toBeLessThan(2_000)
  })
})
