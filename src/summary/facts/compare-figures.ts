import { oncePerObject } from '../../lib/once-per-object.ts'
import type { Member } from '../../story/types.ts'
import { type ContentTerm, contentTerms } from '../check/content-terms.ts'
import { fold } from '../check/fold.ts'
import type { Citation } from '../types.ts'
import { figureOf, type Statement } from './figure-of.ts'
import { nearTerms, type Stated, statedValues } from './stated-values.ts'
import type { Figure, StatedValue } from './types.ts'

/** Most figures shown per story. */
const MOST_FIGURES = 6
const MOST_CITATIONS = 5
const MOST_RIVALS = 3
/** Least share of nearby terms in common for two figures to be about the same thing, relative to the smaller set. */
const SAME_THING = 0.34
const LEAST_SHARED = 2
/**
 * Greatest ratio of two accounts of the same thing; a part and its whole are often further apart. At 10, four of five differences found
 * on the demo day were about two things; at 2, and with two owners behind one of the values, none.
 */
const MOST_APART = 2

/** A figure or day that a report gives. */
interface Given {
  readonly member: Member
  readonly stated: Stated
  /** The words near it, as numbers in ascending order. */
  readonly near: readonly number[]
}

interface Group {
  readonly unit: string
  readonly value: number
  readonly stated: Given[]
  readonly members: Set<Member>
  /** The reports among them that contrast two figures for one thing, or weigh accounts. */
  readonly twoFigures: Set<Member>
  readonly accounts: Set<Member>
}

/**
 * Returns the figures and days that reports of at least two owners give, those with differing values first; at most six.
 *
 * Two values are about the same thing if they have the same unit, no report gives both (except as two accounts), and the words near
 * them are alike. Equal values match across languages, differing ones by their words only within one.
 *
 * @param reports independent reports, earliest first
 */
export function compareFigures(reports: readonly Member[]): readonly Figure[] {
  const family = reports[0]?.item.publisher.family
  if (reports.every(({ item }) => item.publisher.family === family)) return []
  const groups = groupByValue(reports)
  const termsOf = oncePerObject(({ quote }: Citation) => contentTerms(fold(quote)))
  const used = new Set<Group>()
  const figures: { readonly figure: Figure; readonly weight: number; readonly told: readonly Group[] }[] = []
  for (const group of [...groups].sort((a, b) => owners(b) - owners(a))) {
    if (used.has(group)) continue
    // One owner against another is not yet a dispute, and too often about two things.
    if (owners(group) < 2) break
    const rivals = groups.filter((each) => each !== group && !used.has(each) && differsFrom(each, group))
    used.add(group)
    for (const rival of rivals) used.add(rival)
    const told = [group, ...rivals.slice(0, MOST_RIVALS)]
    const values = told.map(statedValue).sort((a, b) => b.independent - a.independent)
    const type = group.unit === 'day' ? 'date' : 'figure'
    figures.push({
      figure: { type, values },
      told,
      weight: owners(group) + (rivals.length > 0 ? 100 : 0),
    })
  }
  return figures
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FIGURES)
    .map(({ figure, told }) => {
      const of = figureOf(statementsOf(told, termsOf))
      return of.length > 0 ? { ...figure, of } : figure
    })
}

function statementsOf(
  groups: readonly Group[],
  termsOf: (citation: Citation) => readonly ContentTerm[],
): readonly Statement[] {
  return groups
    .flatMap(({ value, stated }) =>
      stated.map(({ member: { item }, stated: { citation, place } }) => ({
        ...{ owner: item.publisher.family, language: item.language, itemId: item.id, publishedAt: item.publishedAt },
        ...{
          quote: citation.quote,
          start: place.start,
          end: place.end,
          near: nearTerms(termsOf(citation), place),
          value,
        },
      })),
    )
    .sort((a, b) => a.publishedAt - b.publishedAt || a.itemId - b.itemId)
}

function groupByValue(reports: readonly Member[]): readonly Group[] {
  const groups = new Map<string, Group>()
  const numbers = new Map<string, number>()
  const numberOf = (term: string) => {
    const known = numbers.get(term) ?? numbers.size
    numbers.set(term, known)
    return known
  }
  for (const member of reports) {
    for (const stated of statedValues(member.item)) {
      const key = `${stated.unit} ${Number(stated.value.toPrecision(6))}`
      const group = groups.get(key) ?? newGroup(stated)
      groups.set(key, group)
      group.stated.push({ member, stated, near: [...stated.near].map(numberOf).sort((a, b) => a - b) })
      group.members.add(member)
      if (contrastsTwo(stated.citation)) group.twoFigures.add(member)
      if (weighsAccounts(stated.citation)) group.accounts.add(member)
    }
  }
  return [...groups.values()]
}

function newGroup({ unit, value }: Stated): Group {
  return { unit, value, stated: [], members: new Set(), twoFigures: new Set(), accounts: new Set() }
}

function owners({ stated }: Group): number {
  return new Set(stated.map(({ member }) => member.item.publisher.family)).size
}

/** Whether two groups give different values for the same thing. */
function differsFrom(other: Group, group: Group): boolean {
  if (other.unit !== group.unit || other.value === group.value) return false
  const apart = Math.max(other.value, group.value) / Math.max(1e-9, Math.min(other.value, group.value))
  if (group.unit !== 'day' && apart > MOST_APART) return false
  // Reports that give both values without comment are about two things.
  const both = other.stated.filter(({ member }) => group.members.has(member))
  const isIn = (members: 'accounts' | 'twoFigures', { member }: Given) =>
    group[members].has(member) || other[members].has(member)
  // If at least half of them contrast the values, the others are taken to do so too.
  if (2 * both.filter((each) => isIn('accounts', each)).length < both.length) return false
  // A report that contrasts two figures for one thing needs no shared words with another report.
  if (both.some((each) => isIn('twoFigures', each))) return true
  return other.stated.some((one) =>
    group.stated.some((each) => each.member !== one.member && isSameThing(one.near, each.near)),
  )
}

/** Phrases for two figures of the same thing, whatever the words around them. */
const TWO_FIGURES =
  /\b(?:(?:a|the) second report|other reports? puts?|(?:accounts|figures|reports|numbers) differ)\b|\d (?:or|還是|还是|抑或) ?\d[\d.,]* ?\p{L}|抑或|[說说]法不一|食い違/iu
const ACCOUNTS =
  /\b(?:a second report|accounts differ|another(?: (?:said|put))?|other reports?|others? (?:said|say|put)|instead of|disputes?|not the|rather than|contrary to)\b|\d or \d|不一|还是|還是|抑或|另一|并非|並非|ではなく|아닌/i

const contrastsTwo = oncePerObject(({ quote }: Citation) => TWO_FIGURES.test(quote))
/** Whether a sentence contrasts accounts: "One put it at $30 billion, another at $40 billion". */
const weighsAccounts = oncePerObject(({ quote }: Citation) => ACCOUNTS.test(quote))

/** Whether two figures have enough of the words near them in common; both lists ascend. */
function isSameThing(a: readonly number[], b: readonly number[]): boolean {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) shared++
    if (a[i]! <= b[j]!) i++
    else j++
  }
  return shared >= LEAST_SHARED && shared >= SAME_THING * Math.min(a.length, b.length)
}

function statedValue({ stated }: Group): StatedValue {
  const byOwner = new Map<string, Group['stated'][number]>()
  for (const each of stated) {
    const { family } = each.member.item.publisher
    if (!byOwner.has(family)) byOwner.set(family, each)
  }
  return {
    text: [...byOwner.values()][0]!.stated.text,
    independent: byOwner.size,
    citations: cited(byOwner).map(({ citation }) => citation),
  }
}

/** Returns up to five statements in order of time: the earliest of each language, so that readers find their own, then the earliest others. */
function cited(byOwner: ReadonlyMap<string, Group['stated'][number]>): readonly Stated[] {
  const all = [...byOwner.values()]
  const languages = new Set<string>()
  const ofLanguage = all.filter(({ member: { item } }) => !languages.has(item.language) && languages.add(item.language))
  const chosen = new Set([...new Set([...ofLanguage, ...all])].slice(0, MOST_CITATIONS))
  return all.filter((each) => chosen.has(each)).map(({ stated }) => stated)
}
