import { foldPattern } from '../evidence/fold-sentence.ts'
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

/** Indices by name, and how a text gives their edition. */
const INDICES = [
  {
    indicator: 'finance',
    cue: /\bgfci\b|global financial cent(?:re|er)s index/u,
    needs: foldPattern(/\bfintech\b|金融科技|フィンテック|핀테크/u),
    edition: /gfci ?(\d{2})\b/u,
    editionOf: '38',
  },
  {
    indicator: 'financial-centre',
    cue: /\bgfci\b|global financial cent(?:re|er)s index/u,
    needs: /^/u,
    edition: /gfci ?(\d{2})\b/u,
    editionOf: '38',
  },
  {
    indicator: 'smart-city',
    cue: foldPattern(/\bimd\b.*smart city|smart city index|智慧城市指數|智慧城市指数|スマートシティ指数/u),
    needs: /^/u,
    edition: /\b(20\d\d)\b/u,
    editionOf: undefined,
  },
] as const

/** "Ranks third in GFCI 38": the index is named, and of the same edition; else it is said what it depends on. */
export const checkRank: ClaimCheck = ({ folded, places, atlas }) => {
  const place = places[0]
  const index = INDICES.find(({ cue, needs }) => cue.test(folded) && needs.test(folded))
  const rank = rankOf(folded)
  if (!place || !index || rank === undefined) return []
  const [newest] = atlas.observations(place.hub, index.indicator)
  if (!newest) return []
  const edition = index.edition.exec(folded)?.[1]
  const known = index.editionOf ?? newest.date.slice(0, 4)
  const claim = {
    hub: place.hub,
    indicator: index.indicator,
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

function rankOf(folded: string): number | undefined {
  const named = RANK_EN.exec(folded)
  if (named) return named[1] ? ORDINALS.indexOf(named[1]) + 1 : Number(named[2] ?? named[3])
  const cjk = RANK_CJK.exec(folded)
  if (!cjk) return undefined
  const text = cjk[1] ?? cjk[2]!
  return CJK_DIGITS.includes(text) ? CJK_DIGITS.indexOf(text) + 1 : Number(text)
}
