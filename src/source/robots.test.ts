import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { crawlDelaySeconds, isAllowedByRobots, parseRobots, robotsOf } from './robots.ts'

const allowed = (text: string, path: string, agent = 'Auspex') =>
  isAllowedByRobots(parseRobots(text), agent, `https://a.example${path}`)

describe('isAllowedByRobots', () => {
  test.each([
    ['nothing said', '', '/x', true],
    ['everything forbidden', 'User-agent: *\nDisallow: /', '/x', false],
    ['an empty Disallow', 'User-agent: *\nDisallow:', '/x', true],
    ['a group of its own', 'User-agent: *\nDisallow: /\n\nUser-agent: auspex\nDisallow: /private', '/x', true],
    ['its own group, with a version', 'User-agent: Auspex/1.0\nDisallow: /', '/x', false],
    ['another robot of a longer name', 'User-agent: AuspexImages\nDisallow: /', '/x', true],
    [
      'two groups of one robot',
      'User-agent: auspex\nDisallow: /a\nUser-agent: b\nUser-agent: auspex\nDisallow: /x',
      '/x',
      false,
    ],
    ['several names for one group', 'User-agent: auspex\nUser-agent: b\nDisallow: /', '/x', false],
    ['the longer rule', 'User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    ['the longer rule, forbidding', 'User-agent: *\nAllow: /news\nDisallow: /news/closed', '/news/closed/1', false],
    ['equal rules', 'User-agent: *\nDisallow: /x\nAllow: /x', '/x', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*/print$', '/news/print', false],
    ['a wildcard beyond its end', 'User-agent: *\nDisallow: /*/print$', '/news/print/2', true],
    ['parts that would overlap', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
    ['an end without wildcard', 'User-agent: *\nDisallow: /$', '/x', true],
    ['a query', 'User-agent: *\nDisallow: /*?print=', '/x?print=1', false],
    ['a comment', 'User-agent: * # all\nDisallow: /x # and more', '/x', false],
    ['Windows line ends and a byte order mark', '\ufeffUser-agent: *\r\nDisallow: /x\r\n', '/x', false],
    ['a missing colon', 'User-agent *\nDisallow /x', '/x', false],
    ['a slip of the pen', 'Useragent: *\nDisalow: /x', '/x', false],
    ['a name in two words', 'User agent: *\nDisallow: /x', '/x', false],
    ['spaces around the colon', 'User-agent : *\nDisallow  :  /x', '/x', false],
    ['an address with a colon after a missing one', 'User-agent *\nDisallow /x:y', '/x:y', false],
    ['letters beyond ASCII', 'User-agent: *\nDisallow: /新聞', '/%E6%96%B0%E8%81%9E/1', false],
    ['an escape that was not needed', 'User-agent: *\nDisallow: /%62ar', '/bar', false],
    ['rules before any name', 'Disallow: /', '/x', true],
    ['a page in place of the file', '<!doctype html><title>Not found</title>', '/x', true],
  ])('%s', (_what, text, path, expected) => {
    expect(allowed(text, path)).toBe(expected)
  })

  test('a hostile file costs little', () => {
    const text = `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b\n`.repeat(1_200)}`
    const before = process.cpuUsage()
    expect(allowed(text, `/${'a'.repeat(4_000)}`)).toBe(true)
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000)
  })

  test.each([
    ['spaces before a line separator', `Disallow${' '.repeat(500)}x\u2028y`],
    ['comments before a line separator', `${'#'.repeat(16_000)}\u2028y`],
  ])('%s cost no more than other lines', (_what, line) => {
    const startedAt = cpuMs()
    expect(allowed(`User-agent: *\nDisallow: /x\n${`${line}\n`.repeat(30)}`, '/x')).toBe(false)
    expect(cpuMs() - startedAt).toBeLessThan(500)
  })
})

test('crawlDelaySeconds is that of the group', () => {
  const robots = parseRobots(
    'User-agent: *\nCrawl-delay: 10\nUser-agent: auspex\nCrawl-delay: 2.5\nSitemap: https://a.example/s.xml',
  )
  expect(crawlDelaySeconds(robots, 'Auspex')).toBe(2.5)
  expect(crawlDelaySeconds(robots, 'Other')).toBe(10)
  expect(crawlDelaySeconds(parseRobots('User-agent: *\nCrawl-delay: soon'), 'Auspex')).toBeUndefined()
})

test.each([
  ['', ''],
  ['User-agent: Other\nDisallow: /', ''],
  [
    'User-agent: *\nDisallow:\nAllow: /a\nDisallow: /é*$ # why\nCrawl-delay: 3',
    'User-agent: *\nAllow: /a\nDisallow: /%C3%A9*$\nCrawl-delay: 3',
  ],
  [
    'User-agent: *\nDisallow: /\n\nUser-agent: auspex\nDisallow: /b\n\nUser-agent: Auspex/1\nAllow: /c\nDisallow: /b',
    'User-agent: Auspex\nDisallow: /b\nAllow: /c',
  ],
])('of %j we keep %j, which says the same', (text, kept) => {
  const whole = parseRobots(text)
  expect(robotsOf(whole, 'Auspex')).toBe(kept)
  const again = parseRobots(kept)
  expect(robotsOf(again, 'Auspex')).toBe(kept)
  for (const path of ['/', '/a', '/b', '/b/c', '/c', '/%C3%A9']) {
    const url = `https://a.example${path}`
    expect(isAllowedByRobots(again, 'Auspex', url)).toBe(isAllowedByRobots(whole, 'Auspex', url))
  }
  expect(crawlDelaySeconds(again, 'Auspex')).toBe(crawlDelaySeconds(whole, 'Auspex'))
})
