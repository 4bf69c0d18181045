import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storyKind } from '../../src/rank/kind.ts'
import { STORY_KINDS } from '../../src/story/types.ts'
import { readKindExamples } from './kind-examples.ts'

const root = join(import.meta.dirname, '../..')

test('every kind has at least thirty examples, and none stands there twice', () => {
  const examples = readKindExamples(root)
  const counts = STORY_KINDS.map((kind) => examples.filter((example) => example.kind === kind).length)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(30)
  expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length)
})

test('the shipped weights are those of the examples: nine in ten come out as they were labelled', () => {
  const examples = readKindExamples(root)
  const right = examples.filter(({ kind, member, entityType }) => storyKind([member], entityType) === kind)
  expect(right.length / examples.length).toBeGreaterThan(0.9)
})
