import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WeightGate } from './weight-gate.ts'

const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

describe('a gate that bears ten', () => {
  test.each([
    [
      [4, 4, 4],
      [2, 1],
    ],
    [
      [4, 30, 1],
      [1, 1, 1],
    ],
    [
      [10, 1],
      [1, 1],
    ],
    [[1, 1, 1, 1], [4]],
    [
      [30, 30],
      [1, 1],
    ],
  ])('lets %j in by %j', async (weights, groups) => {
    const gate = new WeightGate(10)
    const open: (() => void)[] = []
    const all = weights.map((weight) => gate.pass(weight, () => new Promise<void>((resolve) => open.push(resolve))))
    for (const group of groups) {
      await rest()
      expect(open).toHaveLength(group)
      for (const leave of open.splice(0)) leave()
    }
    await Promise.all(all)
  })

  test('never holds more, keeps the order, and lets everybody in, whoever fails or gives up', async () => {
    const job = fc.record({ weight: fc.integer({ min: 1, max: 20 }), fails: fc.boolean(), givesUp: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(job, { maxLength: 30 }), async (jobs) => {
        const gate = new WeightGate(10)
        let [inside, count] = [0, 0]
        const started: number[] = []
        const results = jobs.map(({ weight, fails, givesUp }, index) => {
          const stop = new AbortController()
          const work = async () => {
            started.push(index)
            inside += weight
            count++
            expect(count === 1 || inside <= 10).toBe(true)
            await Promise.resolve()
            inside -= weight
            count--
            if (fails) throw new Error('failed')
          }
          const done = gate.pass(weight, work, stop.signal).catch((error: Error) => error.message)
          if (givesUp) stop.abort(new Error('gave up'))
          return done
        })
        const said = await Promise.all(results)
        expect(started).toEqual([...started].sort((a, b) => a - b))
        for (const [index, message] of said.entries()) {
          if (!started.includes(index)) expect(message).toBe('gave up')
        }
      }),
      { numRuns: 100 },
    )
  })
})
