import { describe, expect, it } from 'vitest'
import { isRoundUp } from './round-up.ts'

const TAIL = ' It is meant for teams that keep their own machines, and comes with documentation, examples and a forum.'

describe('a round-up', () => {
  it.each([
    [
      'of what several brought out',
      `Tools for agents multiply: Larkfin shipped a sandbox that forgets what ran in it. Orrin Micro also released a debugger for long sessions, with a view of each step.${TAIL}`,
    ],
    [
      'that leads on',
      `Reading documents becomes cheap: @larkfin_ai flagged a model of four billion parameters for tables. Separately, a small team in Busan has one for handwriting in five languages.${TAIL}`,
    ],
    [
      'of many posts',
      `Local agents grow up: several posts praised a loop that plans, searches and checks itself. Larkfin published its own on the same day, for phones and small computers.${TAIL}`,
    ],
  ])('%s', (_, text) => {
    expect(isRoundUp(text)).toBe(true)
  })

  it.each([
    ['a headline', 'Larkfin shipped a sandbox, and Orrin Micro released a debugger. Separately, prices fall'],
    [
      'a post on one release',
      `Larkfin released a sandbox that forgets what ran in it. Larkfin also added a debugger, and users said that it saves an hour a day when sessions are long.${TAIL}`,
    ],
    [
      'a remark',
      `larkfin_user points out that the sandbox forgets what ran in it, which is what many have asked for. Meanwhile the price stays where it was, and nobody knows for how long.${TAIL}`,
    ],
    ['another language', '拉金公司发布了沙箱，奥林公司也推出了调试器。'.repeat(12)],
  ])('is not %s', (_, text) => {
    expect(isRoundUp(text)).toBe(false)
  })

  it('is told in bounded time', () => {
    const startedAt = process.cpuUsage()
    for (const text of ['Aa A& ', 'Aa and ', 'Bb, and A ', 'also now '].map((part) => part.repeat(300_000))) {
      expect(isRoundUp(text)).toBe(false)
    }
    expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(300)
  })
})
