import { oncePerObject } from '../lib/once-per-object.ts'
import { primaryLanguage } from '../lib/primary-language.ts'
import { understoodIn } from '../lib/ui-languages.ts'
import { WordGate } from '../lib/word-gate.ts'
import { isOpinion } from '../story/opinion.ts'
import type { Member, StoryItem } from '../story/types.ts'
import { clearTitle } from './clear-title.ts'
import { isFirstPerson } from './readable-alone.ts'
import { summaryLanguages } from './summary-language.ts'
import { termsOf } from './terms.ts'
import type { Headline } from './types.ts'

export interface HeadlineOptions {
  /** BCP 47; preferred if a report is in it. */
  readonly language?: string
}

/** Bonus of the first report's title, falling to 0 for the last, as titles of follow-ups are about what followed. */
const EARLY = 1.2
/** Weight of centrality: however clear, a title whose terms no other owner uses is no headline. */
const CENTRAL = 5
/** Penalty for an opinion, whose title does not name the event. */
const OPINION = 2
/** Characters of a text that are compared with titles. */
const LEAD_LENGTH = 300
/**
 * Score by which a title must lead to replace the known headline, and, lower, that of a young story, which few have seen. On the demo
 * day, item by item, 1 throughout gives 28 changes, 1 of them back, and 15 of 269 headlines that are not the clearest; 0.5 for young
 * stories gives 41, 3 and 9; 0 for them gives 52, 5 and 4.
 */
const CLEARLY_BETTER = { known: 1, young: 0.5 } as const
const YOUNG_REPORTS = 3
const CLICKBAIT =
  /\b(?:you won['’]t believe|this is (?:why|how|what)|here['’]?s (?:why|how|what|everything)|what you need to know|everything (?:you need|we know)|shocking|insane|mind-?blowing|jaw-dropping|game-?changer|\d+ (?:things|ways|reasons)|explained|live updates|roundup|weekly|this week in|must[- ](?:see|read)|why (?:it|this) matters)\b|震惊|震驚|竟然|重磅|炸裂|万万没想到|刷屏|一文看懂|早报|晚报|周报|まとめ|速報まとめ|衝撃|충격|총정리/iu
const CLICKBAIT_GATE = new WordGate([CLICKBAIT])
/** Titles that name a thing and leave out what happened. */
const NAMES_ONLY =
  /^(?:introducing|announcing|meet|presenting|welcome to|a (?:new|first) look at)\b|^[^:：]{1,40}[:：]\s*(?:a|an|the)\b/iu

/**
 * Chooses the clearest title among a story's independent reports; without reports among copies, without those among all members.
 * Favours the language of most reports, titles whose terms other owners share, early reports and better tiers; penalises questions,
 * clickbait, shouting and titles too short or too long. Site names (`… | TechNews`) and labels (`Exclusive:`) are removed.
 *
 * The choice is repeated at one, two, … eight reports, then at 10, 13 and so on by a quarter, in the order they were stored. Each time the
 * known headline stays unless another is clearly better. So the result depends on the reports alone and not on how often it was
 * computed; the order of `members` does not matter.
 *
 * @param members at least one
 * @throws RangeError for no members
 */
export function chooseHeadline(members: readonly Member[], { language }: HeadlineOptions = {}): Headline {
  const reports = members.filter((member) => member.role === 'report')
  const copies = members.filter((member) => member.role === 'copy')
  const eligible = [...(reports.length > 0 ? reports : copies.length > 0 ? copies : members)].sort(
    (a, b) => a.item.id - b.item.id,
  )
  if (eligible.length === 0) throw new RangeError('A headline needs at least one member')
  const chosen = chosenAmong(eligible, language)
  return headlineOf(chosen, clearTitle(chosen.item))
}

/** Sizes at which a headline is chosen again: every size up to the first constant, then growing by the second. */
const CHOSEN_AT_EACH = 8
const CHOSEN_AT_GROWTH = 1.25

function nextSize(size: number): number {
  return size < CHOSEN_AT_EACH ? size + 1 : Math.ceil(size * CHOSEN_AT_GROWTH)
}

/** The chosen member, as an index into the first members of a story. */
interface Choice {
  readonly among: readonly Member[]
  readonly chosen: number
}

/** Cache of the last choice by first member and requested language. Most items that join a story do not change it. */
const choices = oncePerObject((_first: StoryItem) => new Map<string | undefined, Choice>())

function chosenAmong(eligible: readonly Member[], language: string | undefined): Member {
  const known = choices(eligible[0]!.item)
  const before = known.get(language)
  let { among, chosen }: Choice =
    before !== undefined && beginsWith(eligible, before.among) ? before : { among: eligible.slice(0, 1), chosen: 0 }
  for (let size = nextSize(among.length); size <= eligible.length; size = nextSize(size)) {
    among = eligible.slice(0, size)
    chosen = clearest(among, language, chosen)
  }
  known.set(language, { among, chosen })
  return eligible[chosen]!
}

function beginsWith(members: readonly Member[], head: readonly Member[]): boolean {
  return head.every(({ item, tier }, place) => members[place]?.item === item && members[place].tier === tier)
}

/**
 * Returns the index of the clearest title if it is clearly better than the known headline, else `known`.
 *
 * @param known index of the current headline's member
 */
function clearest(eligible: readonly Member[], wanted: string | undefined, known: number): number {
  const language = summaryLanguages(eligible, wanted)[0]
  const others = new Set(eligible.map(({ item }) => item.publisher.family)).size - 1
  const carried = others === 0 ? undefined : carriedTerms(eligible)
  const order = new Map([...eligible].sort(byTime).map(({ item }, index) => [item.id, index]))
  const scored = eligible
    .map((member, place) => {
      const { terms, clarity } = readTitle(member)
      const early = EARLY * (1 - order.get(member.item.id)! / eligible.length)
      const spoken = member.item.language === language ? 3 : 0
      const central = carried ? CENTRAL * centrality(terms, carried, others) : 0
      return { member, place, score: clarity + central + early + spoken }
    })
    .sort((a, b) => b.score - a.score || byTime(a.member, b.member))
  const best = scored[0]!
  const kept = scored.find(({ place }) => place === known)!
  const least = eligible.length > YOUNG_REPORTS ? CLEARLY_BETTER.known : CLEARLY_BETTER.young
  return best.score - kept.score < least ? known : best.place
}

function headlineOf({ item }: Member, text: string): Headline {
  return { text, language: item.language, itemId: item.id }
}

/**
 * Chooses the headline, and for each further language the clearest title of an independent report in it. Titles of echoes and
 * copies are never used for that.
 *
 * @param languages BCP 47 tags of readers' languages
 */
export function chooseHeadlines(members: readonly Member[], languages: readonly string[]): Headline {
  const main = chooseHeadline(members)
  const others = languages.flatMap((language) => {
    if (language === main.language) return []
    const reports = members.filter(({ role, item }) => role === 'report' && item.language === language)
    return reports.length === 0 ? [] : [chooseHeadline(reports, { language })]
  })
  return others.length === 0 ? main : { ...main, others }
}

/** Returns a headline that readers of a language understand, else the original, to be marked with its language. */
export function headlineIn(headline: Headline, language: string): Headline {
  return understoodIn([headline, ...(headline.others ?? [])], language) ?? headline
}

function byTime(a: Member, b: Member): number {
  return a.item.publishedAt - b.item.publishedAt || a.item.id - b.item.id
}

/** Terms of title and lead, cached because headlines are chosen again whenever an item joins. */
const openingTerms = oncePerObject((item: StoryItem) => termsOf(`${item.title}\n${item.text.slice(0, LEAD_LENGTH)}`))

interface ReadTitle {
  readonly text: string
  readonly terms: ReadonlySet<string>
  readonly clarity: number
}

/** Cache by item and tier; an item's tier changes only if it turns out to be an opinion. */
const readTitles = oncePerObject((_item: StoryItem) => new Map<Member['tier'], ReadTitle>())

function readTitle(member: Member): ReadTitle {
  const { item, tier } = member
  const byTier = readTitles(item)
  let read = byTier.get(tier)
  if (!read) {
    const text = clearTitle(item)
    read = { text, terms: termsOf(text), clarity: clarityOf(text, member) }
    byTier.set(tier, read)
  }
  return read
}

/** By term, the number of owners besides the first that have it in a title or lead. */
type Carried = ReadonlyMap<string, number>

function carriedTerms(members: readonly Member[]): Carried {
  const byFamily = new Map<string, Set<string>>()
  for (const { item } of members) {
    const { family } = item.publisher
    const terms = byFamily.get(family) ?? new Set<string>()
    byFamily.set(family, terms)
    for (const term of openingTerms(item)) terms.add(term)
  }
  const carried = new Map<string, number>()
  for (const terms of byFamily.values()) {
    for (const term of terms) carried.set(term, (carried.get(term) ?? -1) + 1)
  }
  return carried
}

/** Returns the damped mean, over a title's terms, of the share of other owners that use the term; in [0, 1). */
function centrality(terms: ReadonlySet<string>, carried: Carried, others: number): number {
  let shares = 0
  for (const term of terms) shares += Math.min(1, (carried.get(term) ?? 0) / others)
  return shares / (terms.size + 2)
}

/**
 * Returns lengths in characters: below `short`, few titles say enough; above `long`, they say too much, by one point per `muchLonger`.
 * A Korean character is a syllable: 44 % of Korean titles have fewer than 28 characters, but only 8 % of those in Latin letters.
 */
function usualLengths(language: string): readonly [short: number, long: number, muchLonger: number] {
  const primary = primaryLanguage(language)
  if (primary === 'zh' || primary === 'ja') return [10, 45, 15]
  return primary === 'ko' ? [15, 55, 20] : [28, 120, 40]
}

function clarityOf(text: string, { tier, item }: Member): number {
  const [short, long, muchLonger] = usualLengths(item.language)
  // Tier 1 has no advantage over tier 2: makers' titles name the thing, reporters say that it came out.
  let score = (4 - Math.max(2, tier)) * 0.5
  if (isOpinion(item)) score -= OPINION
  if (item.form === 'paper' || item.form === 'release' || NAMES_ONLY.test(text)) score -= 1
  if (text.length < short) score -= 5 * (1 - text.length / short)
  if (text.length > long) score -= Math.min(3, (text.length - long) / muchLonger)
  if (/[?？]\s*$/u.test(text)) score -= 1.5
  if (/[!！]\s*$/u.test(text)) score -= 0.5
  if (/(?:…|\.\.\.)$/u.test(text)) score -= 1.5
  if (isFirstPerson(text)) score -= 1.5
  if (CLICKBAIT_GATE.mayMatch(text) !== 0 && CLICKBAIT.test(text)) score -= 2
  if (/\p{Lu}{4}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase()) score -= 2
  if (item.form === 'post' || item.form === 'submission' || item.form === 'digest') score -= 3
  if (item.mentions.some((mention) => mention.end <= item.title.length)) score += 0.5
  return score
}
