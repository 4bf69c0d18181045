import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'

const COMMENT = /^\s*(?:\/\/|\/?\*)/
/** These read texts as they are written. */
const UNFOLDED = /^(?:fold|failure|irregular-verbs)\.ts$/
const FILES = readdirSync(import.meta.dirname).filter((name) => /(?<!\.test)\.ts$/.test(name) && !UNFOLDED.test(name))

test.each(FILES)('no pattern of %s has a character that folded text never has', (name) => {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')
  const dead = lines
    .filter((line) => !COMMENT.test(line))
    .flatMap((line) => line.match(/\p{Script=Han}/gu) ?? [])
    .filter((character) => fold(character) !== character)
  expect(dead).toEqual([])
})
