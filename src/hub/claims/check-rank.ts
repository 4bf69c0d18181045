import { everyMatch } from '../../lib/every-match.ts'
import { hanDigits } from '../../lib/han-digits.ts'
import type { Atlas } from '../atlas-types.ts'
import { findCues, hasCue, wordsPattern } from '../evidence/cue-pattern.ts'
import type { Observation, Ranking } from '../types.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { observationFigure } from './figures.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
/** Excludes the end of "twenty-third". */
const ORDINAL = `(?<!-)\\b(?:(${ORDINALS.join('|')})|(\\d{1,3})(?:st|nd|rd|th)|no\\.? ?(\\d{1,3}))\\b`
/** Excludes "is the first to", which is about time, not rank. */
const RANKED_EN = new RegExp(
  `\\b(?:(?:rank(?:s|ed)?|came|comes|placed?|places)\\b[\\w ,'-]{0,20}?|is (?:now |still |again |in )*)${ORDINAL}`,
  'gu',
)
const ORDINAL_EN = new RegExp(
  `${ORDINAL}(?! (?:quarter|half|time|edition|year|month|week|day|to|consecutive|straight)\\b)`,
  'gu',
)
const HAN_NUMBER =
  '([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|\\d{1,3})(?![一二三四五六七八九十\\d])'
/** After a bare number and before a noun, 位 counts people: `3位专家`. */
const RANKED_CJK = new RegExp(
  `(?:排名|排行|排|位列|名列|居)[^，。,、；;第\\d]{0,6}第${HAN_NUMBER}|第${HAN_NUMBER}[位名]|(?<![\\d.])(\\d{1,3})位(?!\\p{Script=Han})`,
  'gu',
)
const ORDINAL_CJK = new RegExp(`第${HAN_NUMBER}(?![季届期版代次个章条号年])`, 'gu')

/**
 * Checks "ranks third in GFCI 38". Only a claim that names an edition of which we have the rank can be contradicted. Another
 * edition, or a mismatch with none named, yields `depends`. A mismatch in a sentence with several ranks is dropped: it may be
 * another city's.
 */
export const checkRank: ClaimCheck = ({ folded, places, atlas }) => {
  const place = places[0]
  const index = rankingIn(folded, atlas)
  const ranks = place && index ? ranksIn(folded) : []
  const rank = place && rankBehind(ranks, place.end)
  if (!place || !index || rank === undefined) return []
  const all = atlas.observations(place.hub, index.id)
  const edition = editionIn(folded, index.ranking)
  const ofEdition = all.find((each) => editionOf(each, index.ranking) === edition)
  const held = ofEdition ?? all[0]
  if (!held) return []
  const known = editionOf(held, index.ranking)
  const claim = {
    hub: place.hub,
    indicator: index.id,
    value: rank,
    unit: 'rank',
    evidence: [observationFigure(held, atlas)],
  }
  if (rank !== held.value && new Set(ranks.map((each) => each.rank)).size > 1) return []
  const params = { value: held.value, edition: known }
  if (edition !== undefined && edition !== known) {
    return [{ ...claim, verdict: 'depends', reason: { key: 'otherEdition', params } }]
  }
  if (rank === held.value) return [{ ...claim, verdict: 'supported', reason: { key: 'rankAgrees', params } }]
  return [
    edition === undefined
      ? { ...claim, verdict: 'depends', reason: { key: 'otherEdition', params } }
      : { ...claim, verdict: 'contradicted', reason: { key: 'rankDiffers', params } },
  ]
}

/** Returns the ranking that a sentence names; of several with one name, that with the most `about` words. */
function rankingIn(folded: string, { indicators }: Atlas): { id: string; ranking: Ranking } | undefined {
  const named = indicators.flatMap(({ id, ranking }) => (ranking ? [{ id, ranking }] : []))
  return named
    .filter(({ ranking: { names } }) => hasCue(wordsPattern(names), folded))
    .filter(({ ranking: { about } }) => about.length === 0 || hasCue(wordsPattern(about), folded))
    .sort((a, b) => b.ranking.about.length - a.ranking.about.length)[0]
}

/** Returns the number after the name of a ranking with numbered editions; for other rankings, the year. */
function editionIn(folded: string, { names, editions }: Ranking): string | undefined {
  if (editions === undefined) return /\b(20\d\d)\b/u.exec(folded)?.[1]
  return findCues(wordsPattern(names), folded).flatMap(({ at, word }) => {
    const number = /^ ?(\d{1,3})\b/u.exec(folded.slice(at + word.length))?.[1]
    return number === undefined ? [] : [number]
  })[0]
}

/** Returns the edition that a value is of: its number, or its year where editions are years. */
function editionOf({ date }: Observation, { editions }: Ranking): string {
  const year = date.slice(0, 4)
  return Object.entries(editions ?? {}).find(([, published]) => published === date)?.[0] ?? year
}

interface FoundRank {
  readonly rank: number
  readonly at: number
  /** Whether a ranking word goes with it; without one it is part of a list: "New York came first and Hong Kong third". */
  readonly isSaid: boolean
}

/** Returns the ranks in reading order; empty if the sentence has no ranking word. */
function ranksIn(folded: string): readonly FoundRank[] {
  const found = (pattern: RegExp, isSaid: boolean) =>
    everyMatch(folded, pattern).map((match): FoundRank => {
      const written = match.slice(1).find((group) => group !== undefined)!
      return { rank: rankOf(written), at: match.index + match[0].lastIndexOf(written), isSaid }
    })
  const said = [...found(RANKED_EN, true), ...found(RANKED_CJK, true)]
  if (said.length === 0) return []
  const alone = [...found(ORDINAL_EN, false), ...found(ORDINAL_CJK, false)]
  return [...said, ...alone.filter(({ at }) => !said.some((each) => each.at === at))].sort((a, b) => a.at - b.at)
}

/**
 * Returns a place's rank: the first after its name that has a ranking word, else the first after its name, else the first in
 * the sentence that has a ranking word.
 */
function rankBehind(ranks: readonly FoundRank[], end: number): number | undefined {
  const behind = ranks.filter(({ at }) => at >= end)
  return (behind.find(({ isSaid }) => isSaid) ?? behind[0] ?? ranks.find(({ isSaid }) => isSaid))?.rank
}

function rankOf(written: string): number {
  if (/^\d/.test(written)) return Number(written)
  const ordinal = ORDINALS.indexOf(written)
  return ordinal < 0 ? Number(hanDigits(written)) : ordinal + 1
}
