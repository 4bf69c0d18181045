import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingsOf } from '../../scripts/readings.ts'
import { parseEntities } from '../../src/entity/entity-file.ts'
import { READINGS_FOLDER, readBefore } from '../../src/lib/read-before.ts'
import { DATA_FOLDER } from '../../src/run/data-folder.ts'
import { parseCatalogue } from '../../src/source/catalogue.ts'

const textOf = (name: string) => readFileSync(join(DATA_FOLDER, name), 'utf8')

test('the build has read the shipped files as they are', () => {
  const wanted = readingsOf(DATA_FOLDER)
  expect(readdirSync(READINGS_FOLDER).sort()).toEqual([...wanted.keys()].sort())
  for (const [name, json] of wanted) expect(readFileSync(join(READINGS_FOLDER, name), 'utf8') === json, name).toBe(true)
})

test('what it read is what the files say', () => {
  const [sources, entities] = [textOf('sources.yaml'), textOf('entities.jsonl')]
  expect(readBefore('catalogue', sources, READINGS_FOLDER)).toEqual(parseCatalogue(sources, 'sources.yaml'))
  expect(readBefore('entities', entities, READINGS_FOLDER)).toEqual(parseEntities(entities, 'entities.jsonl'))
})

test('a file that was edited since is read anew, and so is one that is read in another way', () => {
  const text = textOf('beat.yaml')
  expect(readBefore('beat', text, READINGS_FOLDER)).toBeDefined()
  expect(readBefore('beat', `${text}\n`, READINGS_FOLDER)).toBeUndefined()
  expect(readBefore('yaml', text, READINGS_FOLDER)).toBeUndefined()
  expect(readBefore('beat', text, undefined)).toBeUndefined()
})
