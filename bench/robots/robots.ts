import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isAllowedByRobots, parseRobots } from '../../src/source/robots.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: is robots.txt read as its authors mean it?
 * Data: 142 cases of the tests of Google's own parser. Where that parser and RFC 9309 differ, see src/source/robots.ts.
 */

interface RobotsCase {
  readonly test: string
  readonly robots: string
  readonly agent: string
  readonly url: string
  readonly allowed: boolean
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchRobots(): { readonly met: number; readonly cases: number } | undefined {
  const file = benchFile('conformance/robots/google.jsonl')
  if (file === undefined) return undefined
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RobotsCase)
  const missed = cases.filter(
    ({ robots, agent, url, allowed }) => isAllowedByRobots(parseRobots(robots), agent, url) !== allowed,
  )
  for (const { test, robots, agent, url, allowed } of missed)
    console.log(
      `  ${test}: ${agent} ${url} should be ${allowed ? 'allowed' : 'forbidden'} by ${JSON.stringify(robots)}`,
    )
  console.log(`robots: ${cases.length - missed.length} of ${cases.length}`)
  return { met: cases.length - missed.length, cases: cases.length }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchRobots()
