import type { EntityType } from '../entity/types.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import { isOpinion } from '../story/opinion.ts'
import type { Member, StoryItem, StoryKind } from '../story/types.ts'
import { type CuedKind, KIND_CUES } from './kind-cues.ts'
import type { ReasonKey } from './reason-messages.ts'
import type { Phrase } from './types.ts'

/** Characters of an item's text that are read for cues: its lead says what happened, the rest what surrounds it. */
const LEAD_LENGTH = 280
/** A title longer than this is a text. */
const TITLE_LENGTH = 300
const TITLE_WEIGHT = 3
const LEAD_WEIGHT = 1
/** A word that stands there five times is no more of a cue than one that stands there twice. */
const MAX_MATCHES = 2
/** Weight that a kind needs, averaged over the reports; below it the kind is `other`. */
const FLOOR = 1

/** Written as an opinion: outweighs what the opinion is about. */
const OPINION_WEIGHT = 12

interface Tally {
  readonly weights: Map<CuedKind, number>
  readonly words: Map<CuedKind, string[]>
}

/**
 * What kind of event a story is, by rules over words, entity types, forms and source types; no model.
 *
 * An opinion is a story whose independent reports are all opinions, whatever they are about. Other stories go to the
 * kind with the most weight in the reports (in all members, if none is a report), measured in bench/rank/kind.ts.
 *
 * @param entityType type of an entity by id
 * @returns the kind and the phrase that says what decided
 */
export function storyKind(
  members: readonly Member[],
  entityType: (entityId: string) => EntityType | undefined,
): { readonly kind: StoryKind; readonly because: Phrase & { readonly key: ReasonKey } } {
  const reports = members.filter((member) => member.role === 'report')
  const read = reports.length > 0 ? reports : members
  if (reports.length > 0 && reports.every(isOpinionReport)) {
    return { kind: 'opinion', because: { key: 'kind-opinion', params: {} } }
  }
  const tally: Tally = { weights: new Map(), words: new Map() }
  for (const { item } of read) {
    addCues(item, tally)
    addShape(item, tally, entityType)
  }
  let kind: StoryKind = 'other'
  let best = FLOOR * read.length
  for (const { kind: cued } of KIND_CUES) {
    const weight = tally.weights.get(cued) ?? 0
    if (weight > best || (weight === best && kind === 'other')) {
      kind = cued
      best = weight
    }
  }
  if (kind === 'other') return { kind, because: { key: 'kind-none', params: {} } }
  const words = [...new Set(tally.words.get(kind))].slice(0, 3).join(', ')
  if (words !== '') return { kind, because: { key: 'kind-words', params: { words } } }
  return { kind, because: { key: 'kind-form', params: { form: read[0]!.item.form } } }
}

/** The story step lowers an opinion in a source of tier 1 or 2 to tier 3; in other sources the item itself says so. */
function isOpinionReport({ tier, item }: Member): boolean {
  return (tier === 3 && item.publisher.tier <= 2) || isOpinion(item)
}

interface FoundCue {
  readonly kind: CuedKind
  readonly weight: number
  readonly words: readonly string[]
}

/** The cues in an item's title and lead. A story is told again with each item that joins; the words of the others stay. */
const cuesOf = oncePerObject((item: StoryItem): readonly FoundCue[] => {
  const parts = [
    [item.title.slice(0, TITLE_LENGTH), TITLE_WEIGHT],
    [item.text.slice(0, LEAD_LENGTH), LEAD_WEIGHT],
  ] as const
  const cues: FoundCue[] = []
  for (const { kind, strength, pattern } of KIND_CUES) {
    for (const [text, weight] of parts) {
      const found = new Set([...text.matchAll(pattern)].map((match) => match[0].toLowerCase()))
      if (found.size === 0) continue
      // `agent` and `agents` are one word.
      const distinct = new Set([...found].map((word) => word.replace(/s$/, ''))).size
      cues.push({ kind, weight: strength * weight * Math.min(MAX_MATCHES, distinct), words: [...found] })
    }
  }
  return cues
})

function addCues(item: StoryItem, tally: Tally): void {
  for (const { kind, weight, words } of cuesOf(item)) {
    add(tally, kind, weight)
    const known = tally.words.get(kind)
    if (known) known.push(...words)
    else tally.words.set(kind, [...words])
  }
}

function addShape(item: StoryItem, tally: Tally, entityType: (entityId: string) => EntityType | undefined): void {
  if (isOpinion(item)) add(tally, 'opinion', OPINION_WEIGHT)
  if (item.form === 'paper') add(tally, 'research', 6)
  if (item.form === 'release') add(tally, 'tool', 3)
  if (item.publisher.type === 'government') add(tally, 'policy', 2)
  const inTitle = new Set(
    item.mentions.filter((mention) => mention.end <= item.title.length).map((mention) => entityType(mention.entityId)),
  )
  if (inTitle.has('law')) add(tally, 'policy', 3)
  if (inTitle.has('chip') || inTitle.has('site')) add(tally, 'infrastructure', 2)
  if (inTitle.has('agency')) add(tally, 'policy', 1)
  if (inTitle.has('model') && tally.weights.has('release')) add(tally, 'release', 2)
}

function add({ weights }: Tally, kind: CuedKind, weight: number): void {
  weights.set(kind, (weights.get(kind) ?? 0) + weight)
}
