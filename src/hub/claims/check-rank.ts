import { findCues, hasCue, wordsPattern } from '../evidence/cue-pattern.ts'
import { foldPattern } from '../evidence/fold-sentence.ts'
import type { Atlas, Ranking } from '../types.ts'
import type { ClaimCheck } from './claim-sentence.ts'
import { observationFigure } from './figures.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const RANK_EN = new RegExp(
  `\\b(?:rank(?:s|ed)?|came|comes|placed?|is)\\b[\\w ,'-]{0,20}?\\b(?:(${ORDINALS.join('|')})|(\\d{1,3})(?:st|nd|rd|th)|no\\.? ?(\\d{1,3}))\\b`,
  'u',
)
const RANK_CJK = foldPattern(
  /(?:排名|排行|位列|名列)?第([一二三四五六七八九十]|\d{1,3})(?:位|名)?|(?<![\d.])(\d{1,3})位/u,
)
const CJK_DIGITS = '一二三四五六七八九十'

/** "Ranks third in GFCI 38": the index is named, and of the same edition; else it is said what it depends on. */
export const checkRank: ClaimCheck = ({ folded, places, atlas }) => {
  const place = places[0]
  const index = rankingIn(folded, atlas)
  const rank = rankOf(folded)
  if (!place || !index || rank === undefined) return []
  const [newest] = atlas.observations(place.hub, index.id)
  if (!newest) return []
  const edition = editionIn(folded, index.ranking)
  const known = index.ranking.edition ?? newest.date.slice(0, 4)
  const claim = {
    hub: place.hub,
    indicator: index.id,
    value: rank,
    unit: 'rank',
    evidence: [observationFigure(newest, atlas)],
  }
  const params = { value: newest.value, edition: known }
  if (edition !== undefined && edition !== known) {
    return [{ ...claim, verdict: 'depends', reason: { key: 'otherEdition', params } }]
  }
  if (rank === newest.value) return [{ ...claim, verdict: 'supported', reason: { key: 'rankAgrees', params } }]
  return [
    edition === undefined
      ? { ...claim, verdict: 'depends', reason: { key: 'otherEdition', params } }
      : { ...claim, verdict: 'contradicted', reason: { key: 'rankDiffers', params } },
  ]
}

/** The ranking that a sentence names; one that says what it is about before one of the same name that does not. */
function rankingIn(folded: string, { indicators }: Atlas): { id: string; ranking: Ranking } | undefined {
  const named = indicators.flatMap(({ id, ranking }) => (ranking ? [{ id, ranking }] : []))
  return named
    .filter(({ ranking: { names } }) => hasCue(wordsPattern(names), folded))
    .filter(({ ranking: { about } }) => about.length === 0 || hasCue(wordsPattern(about), folded))
    .sort((a, b) => b.ranking.about.length - a.ranking.about.length)[0]
}

/** The number behind the name of a ranking with numbered editions, else a year. */
function editionIn(folded: string, { names, edition }: Ranking): string | undefined {
  if (edition === undefined) return /\b(20\d\d)\b/u.exec(folded)?.[1]
  return findCues(wordsPattern(names), folded).flatMap(({ at, word }) => {
    const number = /^ ?(\d{1,3})\b/u.exec(folded.slice(at + word.length))?.[1]
    return number === undefined ? [] : [number]
  })[0]
}

function rankOf(folded: string): number | undefined {
  const named = RANK_EN.exec(folded)
  if (named) return named[1] ? ORDINALS.indexOf(named[1]) + 1 : Number(named[2] ?? named[3])
  const cjk = RANK_CJK.exec(folded)
  if (!cjk) return undefined
  const text = cjk[1] ?? cjk[2]!
  return CJK_DIGITS.includes(text) ? CJK_DIGITS.indexOf(text) + 1 : Number(text)
}
