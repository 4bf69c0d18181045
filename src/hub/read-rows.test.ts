import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FileProblem } from '../lib/data-file-error.ts'
import { readCsv, readJsonLines, readYaml } from './read-rows.ts'

const schema = z.strictObject({ id: z.string(), value: z.coerce.number().optional() })

function problemsIn(read: (report: (problem: FileProblem) => void) => unknown): readonly FileProblem[] {
  const problems: FileProblem[] = []
  read((problem) => problems.push(problem))
  return problems
}

test('rows come with the line they stood on, in all three forms', () => {
  const report = (problem: FileProblem) => expect.fail(JSON.stringify(problem))
  const rows = [
    readJsonLines({ name: 'a.jsonl', text: '{"id":"x"}\n\n{"id":"y","value":2}' }, schema, report),
    readCsv({ name: 'a.csv', text: '\ufeffid,value\nx,\ny, 2 \n' }, schema, report),
  ]
  expect(rows.map((each) => each.map(({ value }) => value))).toEqual([
    [{ id: 'x' }, { id: 'y', value: 2 }],
    [{ id: 'x' }, { id: 'y', value: 2 }],
  ])
  expect(rows.map((each) => each.map(({ line }) => line))).toEqual([
    [1, 3],
    [2, 3],
  ])
  expect(readYaml({ name: 'a.yaml', text: 'id: x' }, schema, report)?.value).toEqual({ id: 'x' })
})

describe('what cannot be read is named with its file, and the others are read', () => {
  test.each([
    ['no JSON', '{"id":"x"}\n{"id":', { file: 'f', line: 2, problem: expect.stringMatching(/^is no JSON: /) }],
    ['a wrong type', '{"id":7}', { file: 'f', line: 1, field: 'id' }],
    [
      'an unknown field',
      '{"id":"x","idd":1}',
      { file: 'f', line: 1, field: 'idd', problem: 'is no field of this file' },
    ],
  ])('a line with %s', (_, text, problem) => {
    expect(problemsIn((report) => readJsonLines({ name: 'f', text }, schema, report))).toMatchObject([problem])
  })

  test('a table whose rows have unequal lengths', () => {
    const problems = problemsIn((report) => readCsv({ name: 'f', text: 'id,value\nx,1,2\n' }, schema, report))
    expect(problems).toMatchObject([{ file: 'f', line: 2, problem: expect.stringMatching(/^is no table: /) }])
  })

  test.each(['id: "x', 'id: *none', 'id: x\nid: y'])('YAML with a mistake: %j', (text) => {
    const problems = problemsIn((report) => readYaml({ name: 'f', text }, schema, report))
    expect(problems).toMatchObject([{ file: 'f', problem: expect.stringMatching(/^is no YAML: /) }])
  })
})
