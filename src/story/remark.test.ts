import { describe, expect, it } from 'vitest'
import { isRemark } from './remark.ts'

const TAIL =
  ' the sandbox forgets what ran in it, which makes long sessions hard to follow, and that a log of the last ten runs would be enough for most of them.'

describe('a remark', () => {
  it.each([
    `larkspur_9 points out that${TAIL}`,
    `'tinroof' notes that${TAIL}`,
    `A user argues that${TAIL}`,
    `Another user also shared that${TAIL}`,
    `One commenter expressed the view that${TAIL}`,
    `The discussion touches on how${TAIL}`,
    `There is a concern that${TAIL}`,
  ])('%s', (text) => {
    expect(isRemark(text)).toBe(true)
  })

  it.each([
    `Larkfin released a sandbox for agents:${TAIL}`,
    `Sandboxes for agents: larkspur_9 points out that${TAIL}`,
    'A user argues that the sandbox forgets too much',
    `有用户认为${'沙箱会忘记运行过的内容，'.repeat(15)}`,
  ])('is not %s', (text) => {
    expect(isRemark(text)).toBe(false)
  })

  it('is told in bounded time', () => {
    const startedAt = process.cpuUsage()
    for (const text of ['a ', '-', "'", 'one of '].map((part) => part.repeat(300_000)))
      expect(isRemark(text)).toBe(false)
    expect(process.cpuUsage(startedAt).user / 1_000).toBeLessThan(100)
  })
})
