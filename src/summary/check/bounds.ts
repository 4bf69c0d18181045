/**
 * How exactly a number is meant: `over` 40 and `under` 40 without 40 itself, at `least` and at `most` 40 with it, `nearly` and `about` 40,
 * `exact`ly 40, and `plain` 40 without any of these words.
 */
export type Bound = 'plain' | 'exact' | 'about' | 'nearly' | 'over' | 'least' | 'under' | 'most'

type WrittenBound = Exclude<Bound, 'plain'>
type Words = Readonly<Partial<Record<WrittenBound, string>>>

/**
 * Words before a number; of words that end at the same place, the first that match count. "Over" is no more than at least, since it
 * may be something else: "sued over six patents".
 */
const BEFORE: Words = {
  least:
    '(?<!\\p{L})(?:at least|over|(?:no|not) (?:less|fewer) than|a minimum of|mindestens|wenigstens|über|au moins|al menos|por lo menos|pelo menos|almeno|minstens|не менее|как минимум)|至少|最少|不少于|不低于|不下|起码|少なくとも|最低(?:でも)?|최소|적어도',
  most: "(?<!\\p{L})(?:at most|(?<!\\b(?:went|goes|going|gone|go|rose|rises|moved|moves|bumped|brought|raised|pushed) )up to|(?:no|not) more than|a maximum of|höchstens|maximal|bis zu|au plus|jusqu'à|como máximo|no máximo|al massimo|fino a|hoogstens|tot wel|не более|максимум)|最多|至多|不超过|不多于|不高于|最大で?|多くとも|최대|많아야",
  over: '(?<!\\p{L})(?:more than|above|exceed(?:s|ed|ing)?|upwards of|north of|greater than|topp(?:ed|ing)|surpass(?:es|ed|ing)?|mehr als|plus de|más de|mais de|più di|oltre|meer dan|более|больше|свыше)|超过?|逾|多于|高于|大于|突破',
  under:
    '(?<!\\p{L})(?:less than|fewer than|under|below|lower than|weniger als|unter|moins de|menos de|meno di|minder dan|менее|меньше)|不到|不足|不满|未满|少于|低于|小于',
  nearly:
    '(?<!\\p{L})(?:nearly|almost|close to|fast|knapp|presque|casi|quase|quasi|bijna|почти)|(?<![最附远])近|将近|接近|거의',
  about:
    '(?<!\\p{L})(?:about|around|as (?:many|much|high) as|roughly|approximately|some|an estimated|etwa|rund|ungefähr|circa|environ|unos|unas|alrededor de|cerca de|aproximadamente|ongeveer|около|примерно|приблизительно)|大约|约|大概|高达|多达|およそ|おおよそ|ほぼ|약|대략|[~≈]',
  exact:
    '(?<!\\p{L})(?:exactly|precisely|genau|exactement|exactamente|exatamente|esattamente|ровно)|整整|正好|恰好|刚好|ちょうど|정확히',
}
/** Words behind a number and what it counts. */
const AFTER: Words = {
  least: ' or (?:more|above)\\b|\\+|[ -]plus\\b|以上| ?이상',
  most: ' or (?:less|fewer)\\b|以下|以内|まで| ?이하| ?이내|까지',
  over: '[多余](?![年月])|超(?!级)|を超|を上回|[を이을를가]? ?(?:넘|웃돌)| ?초과|여(?= ?[명개건곳])',
  under: '未満|弱(?!い)|足らず|を下回|を切|に満たない| ?미만|[에도]? ?못 ?미치|[이가도]? ?(?:채 )?안 ?되',
  nearly: '近[くい]|に近い|に迫| ?가까[이운]|에 (?:육박|가까)',
  about: ' or so\\b|左右|上下|前后|程度|ほど|くらい|ぐらい| ?안팎| ?정도| ?가량| ?쯤',
}
/** Between the words and the number: a space, the sign or letters of a currency. */
const CURRENCY = ' ?(?:[a-z]{0,3}[$€£¥₩])?'
/** What is counted, where it stands between a number and the words behind it. */
const COUNTED = '(?: (?!or\\b)[a-z]{2,12}|[\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Katakana}]{1,3}?)?'
const BEFORE_NUMBER = new RegExp(`(?:${alternatives(BEFORE)})${CURRENCY}$`, 'u')
const AFTER_NUMBER = new RegExp(`^${COUNTED}(?:${alternatives(AFTER)})`, 'u')
/** "Over three years" is how long it takes. */
const DURING = /(?<!\p{L})(?:over|über) $/u
const TIME = /[ -](?:decade|year|quarter|month|week|day|hour|minute|jahr|monat|woche|tag|stunde)/

/** The bounds of a source from which each bound of a sentence follows, for the same value. Who has cut over 40 jobs has cut 40. */
const HOLDS: Readonly<Record<Bound, readonly Bound[]>> = {
  plain: ['plain', 'exact', 'about', 'nearly', 'over', 'least'],
  exact: ['plain', 'exact'],
  about: ['plain', 'exact', 'about', 'nearly', 'over', 'least', 'under', 'most'],
  nearly: ['nearly', 'under'],
  over: ['over', 'least'],
  least: ['over', 'least', 'plain', 'exact'],
  under: ['under', 'most', 'nearly'],
  most: ['under', 'most', 'nearly', 'plain', 'exact'],
}

/** A bound, with the offsets of the number and of the words that give the bound. */
export interface WrittenAs {
  readonly bound: Bound
  readonly start: number
  readonly end: number
}

/** Reads the words around a number, in a folded text. */
export function boundOf(folded: string, start: number, end: number): WrittenAs {
  const before = folded.slice(Math.max(0, start - 24), start)
  const after = folded.slice(end, end + 24)
  const ahead = BEFORE_NUMBER.exec(before)
  if (ahead && !(DURING.test(before) && TIME.test(folded.slice(start, end + 12)))) {
    return { bound: nameOf(ahead), start: start - ahead[0].length, end }
  }
  const behind = AFTER_NUMBER.exec(after)
  return behind ? { bound: nameOf(behind), start, end: end + behind[0].length } : { bound: 'plain', start, end }
}

/** Whether a number with one bound says no more than the same number with another does. */
export function holds(said: Bound, source: Bound): boolean {
  return HOLDS[said].includes(source)
}

/** Whether a number rounds another, given how much larger the other is: "more than 500" for 512, "nearly $3bn" for 2.9. */
export function rounds(said: Bound, source: Bound, larger: number): boolean {
  if (said === 'about') return true
  if (said === 'over' || said === 'least') return larger > 0 && source !== 'under' && source !== 'most'
  if (said === 'nearly' || said === 'under' || said === 'most')
    return larger < 0 && source !== 'over' && source !== 'least'
  return false
}

function alternatives(words: Words): string {
  return Object.entries(words)
    .map(([bound, pattern]) => `(?<${bound}>${pattern})`)
    .join('|')
}

function nameOf({ groups }: RegExpExecArray): Bound {
  return (Object.keys(groups!) as WrittenBound[]).find((bound) => groups![bound] !== undefined)!
}
