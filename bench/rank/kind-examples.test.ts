import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decideKind, storyKind } from '../../src/rank/kind.ts'
import { readingOf } from '../../src/rank/kind-reading.ts'
import { kindReason } from '../../src/rank/kind-reason.ts'
import { type Member, STORY_KINDS } from '../../src/story/types.ts'
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

test('words named as a reason speak for the kind: without them the next likely one is nearer', () => {
  const told = readKindExamples(root).flatMap((example) => {
    const decision = decideKind([example.member], example.entityType)
    const reason = kindReason(decision, example.entityType)
    return reason.key === 'kind-words'
      ? [{ ...example, decided: decision.kind, words: String(reason.params.words) }]
      : []
  })
  expect(told.length).toBeGreaterThan(2_000)
  const wrong = told.filter(({ member, entityType, decided, words }) => {
    const [kind, rival] = firstTwo(member, entityType, STORY_KINDS.indexOf(decided))
    const leadOf = (each: Member) => {
      const { logProbabilities } = readingOf(each.item, entityType)
      return logProbabilities[kind]! - logProbabilities[rival]!
    }
    return leadOf(without(member, words.split(', '))) >= leadOf(member)
  })
  // Neighbouring pairs of characters share one: without the one word the next is another.
  expect(wrong.filter(({ title }) => /^[\x20-\x7f]+$/.test(title)).length).toBeLessThanOrEqual(5)
  expect(wrong.length / told.length).toBeLessThan(0.01)
})

function firstTwo(
  { item }: Member,
  entityType: Parameters<typeof readingOf>[1],
  kind: number,
): readonly [kind: number, rival: number] {
  const { logProbabilities } = readingOf(item, entityType)
  const others = STORY_KINDS.map((_, index) => index).filter((index) => index !== kind)
  return [kind, others.reduce((best, each) => (logProbabilities[each]! > logProbabilities[best]! ? each : best))]
}

/** Blanks in place of the words, so that mentions stay where they are. */
function without(member: Member, words: readonly string[]): Member {
  const blanked = (text: string) =>
    words.reduce(
      (rest, word) =>
        rest.replaceAll(new RegExp(word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu'), (found) =>
          ' '.repeat(found.length),
        ),
      text,
    )
  return { ...member, item: { ...member.item, title: blanked(member.item.title), text: blanked(member.item.text) } }
}
