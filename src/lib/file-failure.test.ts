import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileFailure } from './file-failure.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-file-failure-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What reading throws. */
function failureOf(path: string): unknown {
  try {
    return readFileSync(path)
  } catch (error) {
    return error
  }
}

test('what the system says of files is said in words', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(fileFailure(failureOf(join(folder, 'nowhere')))).toBe('there is no such file or folder')
  expect(fileFailure(failureOf(join(folder, 'file', 'inside')))).toBe('a part of the path is a file')
  expect(fileFailure(failureOf(folder))).toBe('it is a folder')
  expect(fileFailure(failureOf(join(folder, 'x'.repeat(300))))).toBe('the name is too long')
  expect(fileFailure(Object.assign(new Error('odd'), { code: 'EODD' }))).toBe('odd')
  expect(fileFailure(new Error('no code'))).toBe('no code')
})
