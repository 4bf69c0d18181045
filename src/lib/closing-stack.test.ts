import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ClosingStack } from './closing-stack.ts'

/** A stack of three things, the names of those that are closed, and the faults of those that cannot be. */
function threeThings(faults: Readonly<Record<string, Error>> = {}) {
  const stack = new ClosingStack()
  const closed: string[] = []
  for (const name of ['lock', 'store', 'server']) {
    stack.push(async () => {
      await nextTurn()
      if (faults[name]) throw faults[name]
      closed.push(name)
    })
  }
  return { stack, closed }
}

test('closes the last opened first, each when the one before it is closed', async () => {
  const { stack, closed } = threeThings()
  await stack.close()
  expect(closed).toEqual(['server', 'store', 'lock'])
})

test('closes each thing once', async () => {
  const { stack, closed } = threeThings()
  await stack.close()
  stack.push(() => void closed.push('later'))
  await stack.close()
  await stack.close()
  expect(closed).toEqual(['server', 'store', 'lock', 'later'])
})

test('closes the others where one cannot be closed, then throws its error', async () => {
  const fault = new Error('busy')
  const { stack, closed } = threeThings({ server: fault })
  await expect(stack.close()).rejects.toBe(fault)
  expect(closed).toEqual(['store', 'lock'])
})

test('throws all errors where several cannot be closed', async () => {
  const faults = { server: new Error('busy'), lock: new Error('gone') }
  const { stack, closed } = threeThings(faults)
  await expect(stack.close()).rejects.toMatchObject({
    name: 'AggregateError',
    errors: [faults.server, faults.lock],
    message: '2 things could not be closed: Error: busy; Error: gone',
  })
  expect(closed).toEqual(['store'])
})
