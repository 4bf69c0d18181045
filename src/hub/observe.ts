import type { Gazetteer, Mention } from '../entity/types.ts'
import { isoDate } from '../lib/instant.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import { isOpinion } from '../story/opinion.ts'
import type { Member, StoryItem } from '../story/types.ts'
import { citedText } from '../summary/check/evidence.ts'
import { splitSentences } from '../summary/split-sentences.ts'
import type { Atlas } from './atlas-types.ts'
import { type ClaimRules, readClaims } from './claims/read-claims.ts'
import type { Claim, ClaimReading } from './claims/types.ts'
import { facetMatcher } from './evidence/facet-matcher.ts'
import { type EvidenceRules, readEvidence } from './evidence/read-evidence.ts'
import type { Evidence, EvidenceReading } from './evidence/types.ts'

/** Most evidence and claims kept per story; a story with more is a mere list of places. */
const MOST_EVIDENCE = 16
const MOST_CLAIMS = 8
/** Most reports read per story, in order of tier and time: later ones add nothing new about a hub. */
const MOST_REPORTS = 40

/** Reads items for what they say about hubs; compiled once from gazetteer and hub data. */
export interface HubRules {
  readonly readItem: (item: StoryItem) => ItemReading
}

export interface HubObservation {
  readonly evidence: readonly Evidence[]
  readonly claims: readonly Claim[]
}

interface Placed<T> {
  readonly reading: T
  readonly start: number
  readonly end: number
}

/** The evidence and claims of one item; computed once, however often its story is rebuilt. */
interface ItemReading {
  readonly evidence: readonly Placed<EvidenceReading>[]
  readonly claims: readonly Placed<ClaimReading>[]
}

const NOTHING: ItemReading = { evidence: [], claims: [] }

export function compileHubRules(gazetteer: Gazetteer, atlas: Atlas): HubRules {
  const rules: EvidenceRules & ClaimRules = {
    gazetteer,
    atlas,
    findFacets: facetMatcher(atlas.facets.filter(({ isGuide }) => !isGuide)),
    isRegion: (hub) => atlas.hub(hub)?.isRegion === true,
  }
  return { readItem: oncePerObject((item: StoryItem) => readItem(item, rules)) }
}

/**
 * Collects what the reports of a story say about hubs; members in other roles are ignored. For each hub, facet and stance
 * it keeps the best report's sentence, with the number of independent families that write about that facet. The result does
 * not depend on the order of members.
 */
export function observeMembers(members: readonly Member[], rules: HubRules): HubObservation {
  const reports = members
    .filter(({ role }) => role === 'report')
    .sort((a, b) => a.tier - b.tier || a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id)
    .slice(0, MOST_REPORTS)
  const evidence = new Map<string, Omit<Evidence, 'independent'>>()
  const families = new Map<string, Set<string>>()
  const claims = new Map<string, Claim>()
  for (const { item } of reports) {
    const found = rules.readItem(item)
    for (const { reading, start, end } of found.evidence) {
      const facet = `${reading.hub} ${reading.facet}`
      if (item.publisher.countsAsIndependent) addTo(families, facet, item.publisher.family)
      const key = `${facet} ${reading.stance}`
      if (!evidence.has(key)) {
        evidence.set(key, { ...reading, ...placeOf(item, start, end), isOpinion: isOpinion(item) })
      }
    }
    for (const { reading, start, end } of found.claims) {
      const key = `${reading.hub} ${reading.indicator} ${reading.value ?? ''} ${reading.verdict}`
      if (!claims.has(key)) claims.set(key, { ...reading, ...placeOf(item, start, end) })
    }
  }
  return {
    evidence: [...evidence.values()]
      .slice(0, MOST_EVIDENCE)
      .map((each) => ({ ...each, independent: families.get(`${each.hub} ${each.facet}`)?.size ?? 0 })),
    claims: [...claims.values()].slice(0, MOST_CLAIMS),
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}

function placeOf(item: StoryItem, start: number, end: number) {
  return {
    itemId: item.id,
    sourceId: item.sourceId,
    at: item.publishedAt,
    quote: citedText(item).slice(start, end),
    start,
    end,
    language: item.language,
  }
}

/** Reads one item. Most items mention nothing located in a hub, and cost only one pass over their mentions. */
function readItem(item: StoryItem, rules: EvidenceRules & ClaimRules): ItemReading {
  const inPlace = item.mentions.filter(({ entityId }) => rules.gazetteer.entity(entityId)?.hub !== undefined)
  if (inPlace.length === 0) return NOTHING
  const isView = isOpinion(item)
  const whole = citedText(item)
  const date = isoDate(item.publishedAt)
  const base = item.title.length + 1
  const evidence: Placed<EvidenceReading>[] = []
  const claims: Placed<ClaimReading>[] = []
  let before: readonly Mention[] = []
  for (const span of splitSentences(item.text)) {
    const start = base + span.start
    const sentence = whole.slice(start, base + span.end)
    const mentions = within(inPlace, start, base + span.end)
    if (mentions.length > 0) {
      for (const { reading, quote } of readEvidence(sentence, mentions, isView, rules)) {
        evidence.push({ reading, start: start + quote.start, end: start + quote.end })
      }
    }
    if (mentions.length > 0 || before.length > 0) {
      for (const { reading, quote } of readClaims(sentence, mentions, before, rules, date)) {
        claims.push({ reading, start: start + quote.start, end: start + quote.end })
      }
    }
    if (mentions.length > 0) before = mentions
    if (whole[base + span.end] === '\n') before = []
  }
  return { evidence, claims }
}

/** Returns the mentions inside a span, with positions relative to its start. */
function within(mentions: readonly Mention[], start: number, end: number): readonly Mention[] {
  return mentions
    .filter((mention) => mention.start >= start && mention.end <= end)
    .map(({ entityId, ...span }) => ({ entityId, start: span.start - start, end: span.end - start }))
}
