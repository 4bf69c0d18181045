import type { Member } from '../../story/types.ts'
import { type Stated, statedValues } from './stated-values.ts'
import type { Figure, StatedValue } from './types.ts'

/** Figures shown of one story. */
const MOST_FIGURES = 6
const MOST_CITATIONS = 4
/** Share of the nearer terms that two figures must have in common to be about one thing. */
const SAME_THING = 0.34
/** Two values of one thing are rarely ten times apart; two things often. */
const MOST_APART = 10

interface Group {
  readonly unit: string
  readonly value: number
  readonly stated: { readonly member: Member; readonly stated: Stated }[]
}

/**
 * The figures and days that reports of at least two owners give for the same thing, those that differ first.
 *
 * Two figures are about the same thing if they have one unit, no report gives both for different things, and what stands around
 * them is alike: words in one language, names across languages.
 *
 * @param reports independent ones, earliest first
 */
export function compareFigures(reports: readonly Member[]): readonly Figure[] {
  const groups = groupByValue(reports)
  const used = new Set<Group>()
  const figures: { readonly figure: Figure; readonly weight: number }[] = []
  for (const group of [...groups].sort((a, b) => owners(b) - owners(a))) {
    if (used.has(group)) continue
    const rivals = groups.filter((each) => each !== group && !used.has(each) && differsFrom(each, group))
    if (owners(group) < 2 && rivals.length === 0) continue
    used.add(group)
    for (const rival of rivals) used.add(rival)
    const values = [group, ...rivals].map(statedValue).sort((a, b) => b.independent - a.independent)
    const type = group.unit === 'day' ? 'date' : 'figure'
    figures.push({ figure: { type, values }, weight: owners(group) + (rivals.length > 0 ? 100 : 0) })
  }
  return figures
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_FIGURES)
    .map(({ figure }) => figure)
}

function groupByValue(reports: readonly Member[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const member of reports) {
    for (const stated of statedValues(member.item)) {
      const key = `${stated.unit} ${Number(stated.value.toPrecision(6))}`
      const group = groups.get(key)
      if (group) group.stated.push({ member, stated })
      else groups.set(key, { unit: stated.unit, value: stated.value, stated: [{ member, stated }] })
    }
  }
  return [...groups.values()]
}

function owners({ stated }: Group): number {
  return new Set(stated.map(({ member }) => member.item.publisher.family)).size
}

/** Another value for the same thing, in a report that does not give this one. */
function differsFrom(other: Group, group: Group): boolean {
  if (other.unit !== group.unit || other.value === group.value) return false
  const apart = Math.max(other.value, group.value) / Math.max(1e-9, Math.min(other.value, group.value))
  if (group.unit !== 'day' && apart > MOST_APART) return false
  const givers = new Set(group.stated.map(({ member }) => member.item.id))
  return other.stated
    .filter(({ member }) => !givers.has(member.item.id) || givesBothAsRivals(member, group, other))
    .some((one) => group.stated.some((each) => each.member !== one.member && isSameThing(one.stated, each.stated)))
}

/** "One put it at $30 billion, another at $40 billion": both in one sentence, as two accounts. */
function givesBothAsRivals(member: Member, group: Group, other: Group): boolean {
  const places = ({ stated }: Group) =>
    stated.filter((each) => each.member === member).map((each) => each.stated.citation.start)
  const starts = new Set(places(group))
  return (
    places(other).some((start) => starts.has(start)) &&
    /\b(?:or|differ|another|other reports|dispute)\b|不一|还是|還是|另一/.test(sentenceAt(group, member))
  )
}

function sentenceAt({ stated }: Group, member: Member): string {
  return stated.find((each) => each.member === member)?.stated.citation.quote ?? ''
}

function isSameThing(a: Stated, b: Stated): boolean {
  const least = Math.min(a.near.size, b.near.size)
  let shared = 0
  for (const term of a.near) if (b.near.has(term)) shared++
  return least > 0 && shared >= 2 && shared / least >= SAME_THING
}

function statedValue({ stated }: Group): StatedValue {
  const byOwner = new Map<string, Stated>()
  for (const { member, stated: each } of stated) {
    const { family } = member.item.publisher
    if (!byOwner.has(family)) byOwner.set(family, each)
  }
  const first = [...byOwner.values()]
  return {
    text: first[0]!.text,
    independent: byOwner.size,
    citations: first.slice(0, MOST_CITATIONS).map(({ citation }) => citation),
  }
}
