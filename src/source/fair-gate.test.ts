import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFairGate } from './fair-gate.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the gate', () => {
  test('never lets in more than its limits, and everybody in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { maxLength: 40 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (visits, maxPerHost, maxTotal) => {
          const gate = createFairGate({ maxPerHost, maxTotal })
          const inside = new Map<string, number>()
          let entered = 0
          await Promise.all(
            visits.map(async ([host, stay]) => {
              const leave = await gate.enter(host)
              entered++
              inside.set(host, (inside.get(host) ?? 0) + 1)
              expect(inside.get(host)).toBeLessThanOrEqual(maxPerHost)
              expect([...inside.values()].reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(maxTotal)
              for (let n = 0; n < stay; n++) await turn()
              inside.set(host, inside.get(host)! - 1)
              leave()
            }),
          )
          expect(entered).toBe(visits.length)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('hosts take turns: one with many visitors does not hold up another', async () => {
    const gate = createFairGate({ maxPerHost: 5, maxTotal: 1 })
    const order: string[] = []
    const visit = async (host: string) => {
      const leave = await gate.enter(host)
      order.push(host)
      await turn()
      leave()
    }
    await Promise.all(['big', 'big', 'big', 'big', 'small'].map(visit))
    expect(order.indexOf('small')).toBeLessThanOrEqual(2)
  })

  test('who is called away while waiting leaves no trace', async () => {
    const gate = createFairGate({ maxPerHost: 1, maxTotal: 1 })
    const leave = await gate.enter('a')
    const stop = new AbortController()
    const waiting = gate.enter('a', stop.signal)
    stop.abort(new Error('called away'))
    await expect(waiting).rejects.toThrow('called away')
    await expect(gate.enter('a', stop.signal)).rejects.toThrow('called away')
    leave()
    leave()
    const again = await gate.enter('b')
    again()
    expect(await gate.enter('a')).toBeTypeOf('function')
  })

  test('leaving twice frees one place', async () => {
    const gate = createFairGate({ maxPerHost: 1, maxTotal: 1 })
    const leave = await gate.enter('a')
    leave()
    leave()
    await gate.enter('a')
    let isInside = false
    void gate.enter('a').then(() => {
      isInside = true
    })
    await turn()
    expect(isInside).toBe(false)
  })
})
