import { WordGate } from '../../lib/word-gate.ts'
import type { Coverage, Member } from '../../story/types.ts'
import { compareFigures } from './compare-figures.ts'
import { spokenQuotations } from './spoken-quotations.ts'
import type { ClaimState, Facts, Figure, PrimaryForm } from './types.ts'

/** Most independent reports read, earliest first. */
const MOST_REPORTS = 40
/**
 * A title by which somebody calls the claim untrue. Excluded are other senses: a court denies a motion, parties settle a dispute, and 부인
 * also means wife.
 */
const DENIAL =
  /\bden(?:y|ies|ied)\b(?<!\b(?:bids?|pleas?|requests?|motions?|appeals?|applications?|petitions?) (?:[\w’'-]+ ){0,5}denied)(?! (?:bail|entry|access|parole|asylum|(?:[\w’'.-]+ ){0,4}(?:bids?|motions?|requests?|appeals?|applications?|petitions?|injunctions?|permits?|permission|approval|visas?|licen[cs]es?|stay|exemptions?|patents?|coverage|loans?|gold|medals?|titles?|win|victory|chance)\b))|\bdisput(?:es?|ed) (?:[\w’'.-]+ ){0,3}(?:claims?|reports?|allegations?|accusations?|figures?|findings?|account|story|charges?)\b|\brefut(?:es?|ed)\b|\brejects? (?:claims?|reports?)\b|\bcalls? .{0,30}\b(?:false|untrue)\b|否認|否认|反驳|反駁|辟谣|闢謠|不实|不實|否定|反論|(?:의혹|혐의|사실|보도|주장|책임|[가-힣]설)(?:[을를도])?,? ?(?:모두 |전면 |강력 |거듭 )?부인|부인(?:했|하[며고는지])|반박|사실무근/iu
const FILING = /\b(?:10-[KQ]|8-K|S-1|prospectus|filing|filed|proposed issue)\b|公告|招股|有価証券|공시/iu

/**
 * Compares what the independent reports of a story say. Rules only; deterministic; the order of `members` does not matter.
 * Reads at most 40 reports; what is read of each is cached with the item.
 *
 * @param isWithdrawn whether a title declares a retraction
 */
export function storyFacts(
  members: readonly Member[],
  coverage: Coverage,
  isWithdrawn: (title: string) => boolean,
): Facts {
  const reports = members
    .filter(({ role, item }) => role === 'report' && item.publisher.countsAsIndependent)
    .sort((a, b) => a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id)
    .slice(0, MOST_REPORTS)
  const figures = compareFigures(reports)
  const first = reports[0]?.item
  const primary = primaryDocument(reports)
  return {
    claim: claimState(reports, coverage, figures, isWithdrawn),
    figures,
    quotations: spokenQuotations(reports),
    ...(first ? { first: { itemId: first.id, at: first.publishedAt } } : {}),
    ...(primary ? { primary } : {}),
  }
}

function claimState(
  reports: readonly Member[],
  coverage: Coverage,
  figures: readonly Figure[],
  isWithdrawn: (title: string) => boolean,
): ClaimState {
  const first = reports[0]
  if (
    first &&
    reports.some((each) => isWithdrawn(each.item.title) && each.item.publisher.family === first.item.publisher.family)
  ) {
    return 'withdrawn'
  }
  const denying = reports.filter(({ item }) => isDenial(item.title))
  // If the event itself is a denial, the first report says so too.
  const isDenied =
    denying.length > 0 && denying.length < reports.length && first !== undefined && !denying.includes(first)
  if (isDenied || figures.some(({ values }) => values.length > 1)) return 'disputed'
  return coverage.independent >= 2 ? 'confirmed' : 'reported'
}

const DENIAL_GATE = new WordGate([DENIAL])

function isDenial(title: string): boolean {
  return DENIAL_GATE.mayMatch(title) !== 0 && DENIAL.test(title)
}

/** Returns the earliest primary document: a paper, a release, or a filing or statement of a primary source. */
function primaryDocument(reports: readonly Member[]): Facts['primary'] {
  const item = reports.find(
    ({ item: each, tier }) => each.form === 'paper' || each.form === 'release' || tier === 1,
  )?.item
  return item && { itemId: item.id, form: primaryForm(item) }
}

function primaryForm({ form, title }: Member['item']): PrimaryForm {
  if (form === 'paper' || form === 'release') return form
  return FILING.test(title) ? 'filing' : 'statement'
}
