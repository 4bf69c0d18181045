import { expect, test } from 'vitest'
import { benchStore } from './store.ts'

test('the measure runs, and every figure is a number', { timeout: 60_000 }, async () => {
  const { engine, ...figures } = await benchStore({ items: 400 })
  expect(engine).toBe('sqlite')
  expect(figures.items).toBe(400)
  expect(figures.stories).toBeGreaterThan(50)
  for (const [name, value] of Object.entries(figures)) expect(value, name).toBeGreaterThan(0)
})
