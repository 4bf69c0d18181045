import { expect, test } from 'vitest'
import { plainLine } from './log.ts'

test('a line for people', () => {
  expect(plainLine('{"level":40,"time":1795479862592,"msg":"No network."}')).toBe('00:24:22 warning: No network.\n')
})

test('a fault is shown with where it happened', () => {
  const line = plainLine('{"level":50,"time":0,"msg":"a page failed","err":{"stack":"Error: x\\n    at y"}}')
  expect(line).toBe('00:00:00 error: a page failed\nError: x\n    at y\n')
})

test('what a server said begins no line of its own, and steers no terminal', () => {
  const msg = JSON.stringify('feed: it says "\u001b[2J\r\n12:00:00 info: all is well"')
  expect(plainLine(`{"level":40,"time":0,"msg":${msg}}`)).toBe(
    '00:00:00 warning: feed: it says "[2J 12:00:00 info: all is well"\n',
  )
})
