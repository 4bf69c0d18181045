import { DAY_MS, HOUR_MS } from '../lib/instant.ts'
import type { Chapter, ToldChapter } from './chapter.ts'
import { hasTerm, type TermSet } from './term-set.ts'
import type { StoryKind } from './types.ts'

/** Which earlier story a story continues, and what they have in common. */
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

/** What tells a name that says something from one that stands everywhere. */
export interface NameRarity {
  /** How well an entity tells sagas apart, 3 best; a place is where things happen, not what goes on. */
  readonly salienceOf: (entityId: string) => 1 | 2 | 3
  /** Whether too many of the stories at hand have the term for it to tell one from another. */
  readonly isCommon: (term: number) => boolean
}

/** How far back a story may continue another. */
export const SAGA_WINDOW_MS = 21 * DAY_MS
/** What begins within the hour is told at the same time, not after. */
const LEAST_GAP_MS = HOUR_MS
const SHOWN = 4

/**
 * What tends to come after what. Kinds follow themselves, but for opinions: two columns about one company are no saga.
 * `other` is a story whose kind the words did not tell: it may follow and be followed.
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

/** A maker has many of them in three weeks: what the headlines name beside the maker tells them apart. */
const PRODUCTS: ReadonlySet<StoryKind> = new Set(['release', 'tool'])

/** Share of the words of the shorter story that both must have: the same names alone are in many stories. */
const LIKENESS_FLOOR = 0.12
/** Names outside the entity file that make a subject together. */
const LEAST_NAMES = 3
/** Points of the evidence that two stories need; in two languages more, as words say nothing. */
const LEAST_EVIDENCE = 2
const LEAST_FOREIGN_EVIDENCE = 4
const ENTITY_POINTS = { 1: 0.5, 2: 1, 3: 2 } as const
const NAME_POINTS = 0.7
const FIGURE_POINTS = 0.7
const VERSION_POINTS = 1.5
/** Share of the best evidence from which the later of two stories is taken. */
const NEARLY_AS_GOOD = 0.5

/**
 * The story among `earlier` that a story most plausibly continues: the same subject, a kind that follows, enough in common,
 * and nothing that makes them look-alikes (another version, other subjects in the headlines).
 *
 * @param earlier any stories; those that began less than an hour or more than 21 days before are passed over
 */
export function findPrevious(
  story: ToldChapter,
  earlier: Iterable<Chapter>,
  rarity: NameRarity,
): Previously | undefined {
  const found = [...earlier].flatMap((other) => continuation(story, other, rarity) ?? [])
  const best = Math.max(...found.map(({ score }) => score))
  // A saga goes on from its latest instalment, not from the one that is most like.
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

/** Two of a sort rather than one that goes on: results of two companies, two versions of one model. */
function areLookAlikes(story: Chapter, other: Chapter, { salienceOf }: NameRarity): boolean {
  if (areStrangers(story.subjects, other.subjects)) return true
  const telling = (ids: readonly string[]) => ids.filter((id) => salienceOf(id) > 1)
  if (areStrangers(telling(story.subjects), telling(other.subjects))) return true
  if (PRODUCTS.has(story.kind) && PRODUCTS.has(other.kind) && hasOwnName(story, other) && hasOwnName(other, story)) {
    return true
  }
  return areSameVersions(story, other).includes(false)
}

/** Of each name with a version in both headlines, whether it is the same one. */
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

/** Whether its headline has a name that the other story nowhere has. */
function hasOwnName(story: Chapter, other: Chapter): boolean {
  const { names } = other
  return story.headlineNames.some((term) => !hasTerm(names, term))
}

/** Both have some, and none in common. */
function areStrangers(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id))
}

/** What both are about; undefined if that does not make one subject. */
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
