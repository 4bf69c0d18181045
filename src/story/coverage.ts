import { compareText } from '../lib/compare-text.ts'
import { EchoFinder } from './echoes.ts'
import { independenceAmong } from './independence.ts'
import { groupNearCopies } from './near-copies.ts'
import { hasOpinionMark, isOpinion } from './opinion.ts'
import type { Coverage, Member, Receipt, Role, StoryItem } from './types.ts'

/** Source types that publish the original: others report on their document. */
const ORIGINATORS: ReadonlySet<string> = new Set(['lab', 'research', 'government'])
const DOCUMENT_FORMS: ReadonlySet<StoryItem['form']> = new Set(['paper', 'release'])
/** Credit line of a wire agency, at the head or the foot of a text. */
const WIRE_CREDIT =
  /\((?:Reuters|AP|AFP|Bloomberg|Xinhua|Kyodo|Yonhap|ANI|PTI)\)|\b(?:PRNewswire|PR Newswire|Business Wire|GlobeNewswire|ACN Newswire|Reuters|Associated Press)\b|(?:新華社|新华社|中新社|中央社|共同社|路透社?|法新社)|(?:共同通信|時事通信|ロイター)|(?:연합뉴스|뉴시스)/u

interface Place {
  readonly item: StoryItem
  readonly role: Role
  readonly of?: number
}

/**
 * Determines who reports a story and who only repeats it: only independent reports corroborate. Of near-identical texts, one is the original (that of a
 * wire agency or of the maker, else the earliest) and the others are copies; posts and submissions whose substance is a link are
 * echoes; digests only mention the story. What is left reports, and counts once for each family of publishers.
 *
 * Reports of tier 4 count only in a story that no source of tier 1 to 3 reports: a crowd does not corroborate a newsroom.
 *
 * @param items at least one; their order changes nothing
 * @param receipts by item id
 * @throws RangeError for no items
 */
export function assessCoverage(
  items: readonly StoryItem[],
  receipts: ReadonlyMap<number, Receipt>,
): { readonly members: readonly Member[]; readonly coverage: Coverage } {
  if (items.length === 0) throw new RangeError('A story has at least one item')
  const sorted = [...items].sort(byTime)
  const places = placeItems(sorted)
  const opinions = opinionIds(places)
  const members = places.map(({ item, role, of }): Member => {
    const isView = item.publisher.tier <= 2 && opinions.has(item.id)
    return { item, role, of, tier: isView ? 3 : item.publisher.tier, receipt: receipts.get(item.id) ?? OPENED }
  })
  return { members, coverage: coverageOf(members) }
}

/** Stands in for the receipt of an item that was placed by hand before receipts were kept. */
const OPENED: Receipt = {
  rule: 'opened',
  score: 0,
  threshold: 0,
  sharedTerms: [],
  sharedEntities: [],
  sharedNumbers: [],
}

function byTime(a: StoryItem, b: StoryItem): number {
  return a.publishedAt - b.publishedAt || a.id - b.id
}

function placeItems(sorted: readonly StoryItem[]): readonly Place[] {
  const originals = originalsOf(sorted)
  const echoes = new EchoFinder(sorted)
  const isDigestOnly = sorted.every((item) => item.form === 'digest')
  return sorted.map((item): Place => {
    if (item.form === 'digest' && !isDigestOnly) return { item, role: 'mention' }
    const echoed = echoes.echoed(item)
    if (echoed) return { item, role: 'echo', of: echoed.id }
    const original = originals.get(item.id)
    if (original !== undefined && original !== item.id) return { item, role: 'copy', of: original }
    return { item, role: 'report' }
  })
}

/** Maps each item to the original of its group of near-identical texts: the earliest of those with the highest `originality`. */
function originalsOf(sorted: readonly StoryItem[]): ReadonlyMap<number, number> {
  const groups = new Map<number, StoryItem[]>()
  for (const [index, first] of groupNearCopies(sorted.map((item) => item.fingerprint)).entries()) {
    const group = groups.get(first)
    if (group === undefined) groups.set(first, [sorted[index]!])
    else group.push(sorted[index]!)
  }
  const originals = new Map<number, number>()
  for (const group of groups.values()) {
    const ranked = [...group].sort((a, b) => originality(b) - originality(a) || byTime(a, b))
    for (const item of group) originals.set(item.id, ranked[0]!.id)
  }
  return originals
}

/**
 * Returns a rank by which the original of a text is chosen, highest first: a wire agency or the maker itself wrote what others
 * carry; an item that credits a wire did not; a post is never the original.
 */
function originality(item: StoryItem): number {
  if (item.form === 'post' || item.form === 'submission') return -2
  if (item.publisher.type === 'wire' || ORIGINATORS.has(item.publisher.type)) return 1
  return WIRE_CREDIT.test(`${item.text.slice(0, 300)}\n${item.text.slice(-300)}`) ? -1 : 0
}

/** Returns the items that give a view, by their own marks or because an echo of them says so. */
function opinionIds(places: readonly Place[]): ReadonlySet<number> {
  const ids = new Set<number>()
  for (const { item, role, of } of places) {
    if (isOpinion(item)) ids.add(item.id)
    if (role === 'echo' && of !== undefined && hasOpinionMark(item.title)) ids.add(of)
  }
  return ids
}

function coverageOf(members: readonly Member[]): Coverage {
  const count = (role: Role) => members.filter((member) => member.role === role).length
  const reports = members.filter((member) => member.role === 'report')
  const independent = independentReports(reports)
  const voices = bestByFamily(independent)
  const standing = independent.length > 0 ? independent : reports.length > 0 ? reports : members
  const familiesByTier: [number, number, number, number] = [0, 0, 0, 0]
  for (const tier of voices.values()) familiesByTier[tier - 1]!++
  const heard = members.filter((member) => member.role === 'report' || member.role === 'copy')
  return {
    independent: voices.size,
    reports: reports.length,
    copies: count('copy'),
    echoes: count('echo'),
    mentions: count('mention'),
    bestTier: Math.min(...standing.map((member) => member.tier)) as Coverage['bestTier'],
    familiesByTier,
    languages: languagesOf(heard.length > 0 ? heard : members),
    originalItemId: originalOf(reports.length > 0 ? reports : members),
    firstPublishedAt: Math.min(...(reports.length > 0 ? reports : members).map(({ item }) => item.publishedAt)),
    lastReportAt: Math.max(...standing.map(({ item }) => item.publishedAt)),
  }
}

function independentReports(reports: readonly Member[]): readonly Member[] {
  const isIndependent = independenceAmong(reports)
  return reports.filter(({ tier, item }) => isIndependent({ tier, isCounted: item.publisher.countsAsIndependent }))
}

function bestByFamily(reports: readonly Member[]): ReadonlyMap<string, Coverage['bestTier']> {
  const best = new Map<string, Coverage['bestTier']>()
  for (const { tier, item } of reports) {
    const known = best.get(item.publisher.family)
    if (known === undefined || tier < known) best.set(item.publisher.family, tier)
  }
  return best
}

/** Returns the languages by number of items, then by name. */
function languagesOf(members: readonly Member[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { item } of members) counts.set(item.language, (counts.get(item.language) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([language]) => language)
}

/** Returns the item to read first: the primary document, else the earliest report of the best tier; posts come last. */
function originalOf(members: readonly Member[]): number {
  const distance = ({ item, tier }: Member) => {
    const isDocument = DOCUMENT_FORMS.has(item.form) || ORIGINATORS.has(item.publisher.type)
    const isPost = item.form === 'post' || item.form === 'submission'
    return (isPost ? 100 : 0) + tier * 2 - (tier === 1 && isDocument ? 1 : 0)
  }
  return [...members].sort((a, b) => distance(a) - distance(b) || byTime(a.item, b.item))[0]!.item.id
}
