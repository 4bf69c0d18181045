import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import type { Chapter, ToldChapter } from './chapter.ts'
import { hasTerm, type TermSet } from './term-set.ts'
import type { StoryKind } from './types.ts'

/** The earlier story that a story continues, and what they have in common. */
export interface Previously {
  readonly storyId: number
  /** Entities that both are about, strongest first. */
  readonly sharedEntities: readonly string[]
  /** Other names, as written. */
  readonly sharedNames: readonly string[]
  /** Figures and versions, as written. */
  readonly sharedNumbers: readonly string[]
  readonly gapHours: number
}

/** Tells distinctive names from those that are everywhere. */
export interface NameRarity {
  /** Returns how well an entity tells sagas apart, 3 best. Places tell little: things happen there, but a saga is not about them. */
  readonly salienceOf: (entityId: string) => 1 | 2 | 3
  /** Returns whether too many of the stories at hand have the term for it to tell them apart. */
  readonly isCommon: (term: number) => boolean
}

/** How far back a story may continue another. */
export const SAGA_WINDOW_MS = 21 * DAY_MS
/** Shortest time between two instalments: stories that begin within the hour are told at the same time. */
const LEAST_GAP_MS = HOUR_MS
const SHOWN = 4

/**
 * Kinds of stories that tend to follow each kind. Kinds follow themselves, except opinions: two columns about one company are no
 * saga. `other` is a story whose kind the words did not tell: it may follow and be followed.
 */
const FOLLOWS: Readonly<Record<StoryKind, readonly StoryKind[]>> = {
  release: ['release', 'tool', 'incident', 'policy', 'business', 'other'],
  research: ['research', 'release', 'tool', 'policy', 'other'],
  policy: ['policy', 'incident', 'business', 'infrastructure', 'other'],
  funding: ['funding', 'business', 'infrastructure', 'people', 'other'],
  infrastructure: ['infrastructure', 'policy', 'incident', 'business', 'funding', 'other'],
  incident: ['incident', 'policy', 'release', 'business', 'people', 'other'],
  opinion: [],
  tool: ['tool', 'release', 'incident', 'other'],
  business: ['business', 'policy', 'people', 'funding', 'infrastructure', 'incident', 'other'],
  people: ['people', 'business', 'funding', 'other'],
  other: [
    'release',
    'research',
    'policy',
    'funding',
    'infrastructure',
    'incident',
    'tool',
    'business',
    'people',
    'other',
  ],
}

/** Kinds of which a maker has many in three weeks: what the headlines name besides the maker tells them apart. */
const PRODUCTS: ReadonlySet<StoryKind> = new Set(['release', 'tool'])

/** Least share of the shorter story's words that both must have: the same names alone are in many stories. */
const LIKENESS_FLOOR = 0.12
/** Fewest shared names outside the entity file that make one subject. */
const LEAST_NAMES = 3
/** Points of evidence that two stories need; more in two languages, where words say nothing. */
const LEAST_EVIDENCE = 2
const LEAST_FOREIGN_EVIDENCE = 4
const ENTITY_POINTS = { 1: 0.5, 2: 1, 3: 2 } as const
const NAME_POINTS = 0.7
const FIGURE_POINTS = 0.7
const VERSION_POINTS = 1.5
/** Share of the best score from which a later story is preferred to the best one. */
const NEARLY_AS_GOOD = 0.5

/**
 * Finds the story among `earlier` that a story most plausibly continues: the same subject, a kind that follows, enough in common,
 * and nothing that makes them look-alikes (another version, other subjects in the headlines).
 *
 * @param earlier any stories; those that began less than an hour or more than 21 days before are skipped
 */
export function findPrevious(
  story: ToldChapter,
  earlier: Iterable<Chapter>,
  rarity: NameRarity,
): Previously | undefined {
  const found = [...earlier].flatMap((other) => continuation(story, other, rarity) ?? [])
  const best = Math.max(...found.map(({ score }) => score))
  // A saga goes on from its latest instalment, not from the most similar one.
  return found
    .filter(({ score }) => score >= best * NEARLY_AS_GOOD)
    .map(({ previously }) => previously)
    .sort((a, b) => a.gapHours - b.gapHours || b.storyId - a.storyId)[0]
}

function continuation(story: ToldChapter, other: Chapter, rarity: NameRarity) {
  const gap = story.firstPublishedAt - other.firstPublishedAt
  if (story.id === other.id || gap < LEAST_GAP_MS || gap > SAGA_WINDOW_MS) return undefined
  if (!FOLLOWS[other.kind].includes(story.kind) || areLookAlikes(story, other, rarity)) return undefined
  const shared = sharedSubject(story, other, rarity)
  if (shared === undefined) return undefined
  const isForeign = story.language !== other.language
  if (shared.points < (isForeign ? LEAST_FOREIGN_EVIDENCE : LEAST_EVIDENCE)) return undefined
  const likeness = isForeign ? LIKENESS_FLOOR : likenessOf(story, other)
  if (likeness < LIKENESS_FLOOR) return undefined
  const { entities, names, numbers } = shared
  return {
    score: shared.points * likeness,
    previously: {
      storyId: other.id,
      sharedEntities: entities.slice(0, SHOWN),
      sharedNames: names.slice(0, SHOWN),
      sharedNumbers: numbers.slice(0, SHOWN),
      gapHours: Math.round(gap / HOUR_MS),
    },
  }
}

/** Returns whether two stories are alike in sort, rather than one that goes on: results of two companies, two versions of one model. */
function areLookAlikes(story: Chapter, other: Chapter, { salienceOf }: NameRarity): boolean {
  if (areStrangers(story.subjects, other.subjects)) return true
  const telling = (ids: readonly string[]) => ids.filter((id) => salienceOf(id) > 1)
  if (areStrangers(telling(story.subjects), telling(other.subjects))) return true
  if (PRODUCTS.has(story.kind) && PRODUCTS.has(other.kind) && hasOwnName(story, other) && hasOwnName(other, story)) {
    return true
  }
  return areSameVersions(story, other).includes(false)
}

/** Returns, for each name with a version in both headlines, whether the version is the same. */
function areSameVersions(story: Chapter, other: Chapter): readonly boolean[] {
  const [mine, theirs] = [story.headlineVersions, other.headlineVersions]
  const same: boolean[] = []
  for (let at = 0; at < mine.length; at += 2) {
    for (let place = 0; place < theirs.length; place += 2) {
      if (mine[at] === theirs[place]) same.push(mine[at + 1] === theirs[place + 1])
    }
  }
  return same
}

/** Returns whether a story's headline has a name that the other story has nowhere. */
function hasOwnName(story: Chapter, other: Chapter): boolean {
  const { names } = other
  return story.headlineNames.some((term) => !hasTerm(names, term))
}

/** Returns whether both lists have entries and none in common. */
function areStrangers(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id))
}

/** Returns what both stories are about; undefined if that does not make one subject. */
function sharedSubject(story: ToldChapter, other: Chapter, { salienceOf, isCommon }: NameRarity) {
  const entities = story.entityIds
    .filter((id) => other.entityIds.includes(id))
    .sort((a, b) => salienceOf(b) - salienceOf(a))
  const rare = (mine: TermSet, theirs: TermSet) =>
    [...story.texts].flatMap(([term, text]) =>
      hasTerm(mine, term) && hasTerm(theirs, term) && !isCommon(term) ? [text] : [],
    )
  const versions = rare(story.versions, other.versions)
  const figures = rare(story.figures, other.figures)
  const names = rare(story.names, other.names)
  const subjects = entities.filter((id) => story.subjects.includes(id) && other.subjects.includes(id))
  const strongest = subjects[0] === undefined ? 0 : salienceOf(subjects[0])
  const isOneSubject =
    strongest === 3 ||
    (strongest === 2 && entities.length > 1) ||
    areSameVersions(story, other).includes(true) ||
    names.length >= LEAST_NAMES
  if (!isOneSubject) return undefined
  return {
    entities,
    names,
    numbers: [...versions, ...figures],
    points:
      entities.reduce((sum, id) => sum + ENTITY_POINTS[salienceOf(id)], 0) +
      names.length * NAME_POINTS +
      figures.length * FIGURE_POINTS +
      versions.length * VERSION_POINTS,
  }
}

function likenessOf(a: ToldChapter, b: Chapter): number {
  let shared = 0
  const [mine, theirs] = [a.weighed, b.weighed]
  for (let place = 0; place < mine.length; place++) {
    if (hasTerm(theirs, mine[place]!)) shared += a.weights[place]!
  }
  return shared / Math.max(1, Math.min(a.total, b.total))
}
