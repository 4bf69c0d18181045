import { expect, test } from 'vitest'
import { makeDataFolder } from './make-data-folder.ts'

test('a folder that cannot be made is named, with what to do', () => {
  const file = import.meta.filename
  expect(() => makeDataFolder(file)).toThrow(
    /Cannot make the data folder .*make-data-folder.*: there is a file of that name\. .*--data/,
  )
  expect(() => makeDataFolder(`${file}/below`)).toThrow(/--data/)
  // Where Node's own way never ends.
  expect(() => makeDataFolder('/proc/auspex/data')).toThrow(/--data/)
  expect(() => makeDataFolder(import.meta.dirname)).not.toThrow()
})
