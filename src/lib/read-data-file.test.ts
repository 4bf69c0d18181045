import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readDataFile } from './read-data-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'auspex-read-data-file-'))
const file = join(folder, 'own.yaml')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(['', 'name: Café 香港\n', '\uFEFFname: x'])('UTF-8 is read as it stands: %j', (text) => {
  writeFileSync(file, text)
  expect(readDataFile(file)).toBe(text)
})

test.each([
  ['Latin-1', Buffer.from('id: a\r\nname: Café\nmore: x\n', 'latin1'), 2],
  ['Latin-1 in a last line without an end', Buffer.from('id: a\nb: c\nname: Café', 'latin1'), 3],
  ['UTF-16', Buffer.from('\uFEFFid: a\n', 'utf16le'), 1],
])('%s is refused with its line', (_encoding, bytes, line) => {
  writeFileSync(file, bytes)
  expect(() => readDataFile(file, 'own.yaml')).toThrow(
    `own.yaml, line ${line}: is not UTF-8; save the file in that encoding`,
  )
})

test('what cannot be read says why', () => {
  expect(() => readDataFile(folder, 'own.yaml')).toThrow('own.yaml: cannot be read: it is a folder')
})
