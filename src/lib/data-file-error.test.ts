import { expect, test } from 'vitest'
import { DataFileError } from './data-file-error.ts'

test('lists every problem with file, line, record and field, as far as they are known', () => {
  const { message } = new DataFileError([
    { file: 'sources.yaml', line: 11, record: 'harbour-wire', field: 'tier', problem: 'must be 1, 2, 3 or 4' },
    { file: 'hubs.jsonl', problem: 'is missing' },
  ])
  expect(message).toBe(
    '2 problems in sources.yaml, hubs.jsonl:\n' +
      '  sources.yaml, line 11, harbour-wire, tier: must be 1, 2, 3 or 4\n' +
      '  hubs.jsonl: is missing',
  )
})

test('one problem is one', () => {
  expect(new DataFileError([{ file: 'f', problem: 'is no YAML' }]).message).toBe('One problem in f:\n  f: is no YAML')
})
