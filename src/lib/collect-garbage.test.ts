import { expect, test } from 'vitest'
import { collectGarbage } from './collect-garbage.ts'

test('what nobody holds is gone, and no other code may collect after it', async () => {
  const gone = new WeakRef({ text: 'x'.repeat(1_000) })
  // A weak reference holds its object until the turn ends.
  await new Promise((resolve) => setTimeout(resolve))
  collectGarbage()
  expect(gone.deref()).toBeUndefined()
  expect((globalThis as { gc?: unknown }).gc).toBeUndefined()
})
