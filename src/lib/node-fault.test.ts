import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LEAST_NODE, nodeFault } from './node-fault.ts'

test.each(['20.19.0', '20.20.2', '21.0.0', '22.4.1', '100.0.0', process.versions.node])('%s will do', (version) => {
  expect(nodeFault(version)).toBeUndefined()
})

test.each(['12.22.9', '18.20.8', '20.0.0', '20.18.3'])('%s is too old, and the words say what is needed', (version) => {
  expect(nodeFault(version)).toContain(`needs Node.js 20.19 or later, and this is ${version}`)
})

test('the package says the same', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(engines.node).toBe(`>=${LEAST_NODE}`)
})
