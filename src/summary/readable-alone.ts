import { isPlain } from '../lib/plain-words.ts'
import { QUESTION_MARKS, SPACED_STOPS, UNSPACED_STOPS } from '../lib/sentence-stops.ts'
import { isSouthEastAsian } from '../lib/unspaced-scripts.ts'
import { WordGate } from '../lib/word-gate.ts'
import { isNote } from './note.ts'
import { withoutQuotations } from './quoted-passages.ts'

/** Bounds on a sentence's length in words and characters; of 20,000 sentences of AI news, 5 % are longer. */
const MIN_WORDS = 6
const MAX_WORDS = 45
const MAX_LENGTH = 320
const MIN_CJK = 12
const MAX_CJK = 140
/** Characters, with marks, of a sentence in Thai, Lao, Burmese or Khmer. */
const MIN_SOUTH_EAST_ASIAN = 30

const CJK_CHAR = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const CJK_START = /^[“「『（《【]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** An opening word that refers to the sentence before. */
const LEANS_BACK_LATIN =
  /^["“‘'(]*(?:he|she|they|it|it's|its|this|that|these|those|we|we're|we've|our|i|i'm|i've|you|your|his|her|their|there|but|and|or|so|yet|nor|however|meanwhile|also|besides|moreover|furthermore|instead|still|then|thus|therefore|hence|otherwise|nevertheless|nonetheless|similarly|likewise|elsewhere|additionally|in addition|in contrast|by contrast|on the other hand|as such|for example|for instance|that said|the company|the firm|the startup|the former|the latter|both|such|which|who|what|another|other|others|again|indeed|finally|first|second|third|here|as mentioned|as noted|everybody|everyone|nobody|works|runs|comes|costs|includes|supports|uses|offers|adds|makes|starts|ships|has|had|is|are|was|were|does|did|gets|goes|take|consider|imagine|expect|ask|suppose|note|remember|look|on the rest|the rest|the (?:lower|higher|larger|smaller|other|latter) one|the (?:best|worst|largest|smallest|biggest|latest|fastest|lowest|highest|first|second|third|two|three)(?=, | (?:reached|came|had|has|is|was|were|are|got|took|needs?|scored) ))\b(?!-)/iu
const LEANS_BACK_CJK =
  /^[“「『（《【]?(?:他|她|它|这|這|那|该|該|此|其|但|但是|然而|不过|不過|同时|同時|此外|另外|因此|所以|而且|并且|我们|我們|我|你|您|以上|上述|例如|比如|そして|しかし|また|これ|それ|この|その|彼|だが|一方|さらに|なお|ただ|同社|私(?=たち|は|が|の|も|を|に|、)|作者|筆者|笔者|文章|文中|注意(?!力)|请(?!求|愿)|請(?!求|願)|그는|그녀|이는|이는|이에|하지만|그러나|또한|한편|이번|우리)/u

/**
 * Phrases about the page, not the event. Every alternative is literal or bounded. Words that are also subjects of news (a subscription, an
 * advertisement, state-sponsored) occur only in phrases that address the reader.
 */
const BOILERPLATE =
  /\b(?:read more|read the full|continue reading|(?:to|and) learn more|learn more (?:about|at|here|on)|find out (?:more|here)|to find out|sign up (?:for (?:our|the|free|updates|alerts)|to (?:get|receive|our|the)|here|now|today|below|at|via|on)|subscribe|newsletter|click here|cookies?|all rights reserved|appeared first on|image credits?|photo(?:graph)? (?:by|credit)|getty images|sponsored (?:by our|content|posts?|articles?|stor(?:y|ies)|links?|messages?)|terms of service|privacy policy|share this (?:article|story|post|page|video|on|with your)|editor['’]s note|reporting by|editing by|this (?:article|story|post|newsletter)|comments url|table of contents|watch (?:the|this) video|listen to (?:this|the (?:episode|podcast|story|article|full|interview))|here['’]?s (?:what|how|why|everything|the)|is the (?:part|one|number|figure|thing) to (?:watch|read)|stay tuned|in this (?:article|post|blog|episode)|let['’]s)\b|©|点击|點擊|关注我们|關注我們|扫码|掃碼|原文链接|原文連結|责任编辑|責任編輯|本文来自|本文來自|转载|轉載|图源|圖源|(?:欢迎|歡迎|请|請|立即|立刻|马上|免费|免費|按此)(?:订阅|訂閱)|(?:订阅|訂閱)(?:我们|我們|本[站报報刊]|电子报|電子報|通讯|通訊)|続きを読む|会員限定|無断転載|詳しくはこちら|무단 ?전재|재배포|기자 ?=|구독(?:하기|하세요|해 ?주세요|해 ?보세요|신청)/iu
/** Not with `US` in capitals, as one can follow or join the country. */
const TO_JOIN = /\b(?:[Ff]ollow|[Jj]oin) [Uu]s\b/
/** An advertisement label in front of the text. */
const ADVERTISEMENT = /^(?:advertisement|sponsored)\b(?! (?:in|on|for|by|to|that|is|was))/i
const ADDRESS = /https?:|www\.|@[\w-]+\.|\b[\w-]+\.(?:com|org|net|io|ai)\/\S/iu
/** Cheap test before `ADDRESS`, as most sentences have none of these characters. */
const MAY_BE_ADDRESS = /[:/@]|www/i
/** In Latin script, `by` and names alone; in Chinese a colon or bar must follow the word, which also begins others (`文件`). */
const BYLINE =
  /^[Bb]y:?(?: (?:\p{Lu}\S{0,20}|and|of|for|de|van|von|da|di|al|&)){1,10}$|^(?:写|文|作者|编辑|編輯|記者|记者|撰文)\s?[:：／/|｜]\s?\S{0,20}(?:\s\S{1,20}){0,4}$/u
const CLOSERS = `["'“”’»)\\]}）】」』》]*$`
const STOPS = [...UNSPACED_STOPS, ...SPACED_STOPS]
  .filter((stop) => stop !== '…' && !QUESTION_MARKS.includes(stop))
  .join('')
/**
 * A final stop. It is required even where a language may drop it, as Japanese captions do, but not in Thai and Lao, which have none.
 */
const ENDS_SENTENCE = new RegExp(`(?:[${STOPS}]|[\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ece])${CLOSERS}`, 'u')
const OPENS_SENTENCE = /^["„«“”‘'「『（(《【]*\s?[\p{L}\p{N}$€£¥]/u
/** Ends without a stop that completes a sentence: an ellipsis, a question or a continuation. */
const ENDS_OPEN = new RegExp(
  `(?:…|\\.\\.\\.|\\[\\.{3}\\]|\\[…\\]|[${QUESTION_MARKS}:：,，、;；،؛])["'”’»)\\]）】」』]*$`,
  'u',
)

/**
 * Whether a sentence can be understood by itself: it is complete and of moderate length, does not open with a pronoun or
 * connective, and is not a question, teaser, fragment, note or phrase about the page.
 */
export function isReadableAlone(sentence: string): boolean {
  if (sentence.length > MAX_LENGTH) return false
  if (ENDS_OPEN.test(sentence) || !ENDS_SENTENCE.test(sentence)) return false
  if (!hasFairLength(sentence) || !hasBalancedMarks(sentence)) return false
  if (!OPENS_SENTENCE.test(sentence)) return false
  if (LEANS_BACK_LATIN.test(sentence) || LEANS_BACK_CJK.test(sentence)) return false
  if (/^["“‘'(]*\p{Ll}/u.test(sentence) && !/^["“‘'(]*\p{Ll}\p{L}*\p{Lu}/u.test(sentence)) return false
  if (isNote(sentence) || isBoilerplate(sentence) || isAddress(sentence) || BYLINE.test(sentence)) return false
  return !isShouted(sentence)
}

/** An opening by which the source speaks of itself or of its own paper. */
const OWN_OPENING =
  /^["“]?(?:we|our|we['’](?:re|ve)|this (?:paper|preprint|work|study|dataset|benchmark|model|release|version))\b/iu

/**
 * Whether a sentence says `we` or `this paper` for its source and is readable alone apart from that. In a story of one owner the
 * source's name is beside it, so readers know who is meant.
 */
export function isOwnVoice(sentence: string): boolean {
  const opening = OWN_OPENING.exec(sentence)
  if (!opening) return isFirstPerson(sentence) && isReadableAlone(sentence)
  return isReadableAlone(`Aye${sentence.slice(opening[0].length)}`)
}

const BOILERPLATE_GATE = new WordGate([BOILERPLATE])

function isBoilerplate(sentence: string): boolean {
  if (BOILERPLATE_GATE.mayMatch(sentence) !== 0 && BOILERPLATE.test(sentence)) return true
  return TO_JOIN.test(sentence) || ADVERTISEMENT.test(sentence)
}

function isAddress(sentence: string): boolean {
  return MAY_BE_ADDRESS.test(sentence) && ADDRESS.test(sentence)
}

const SPACES = /\s+/gu
const UPPER = /\p{Lu}/gu
const LOWER = /\p{Ll}/gu
const PLAIN_UPPER = /[A-Z]/g

function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count++
  return count
}

function hasFairLength(sentence: string): boolean {
  const cjk = isPlain(sentence) ? 0 : (sentence.match(CJK_CHAR)?.length ?? 0)
  if (CJK_START.test(sentence) || cjk > sentence.length / 4) {
    return sentence.length >= MIN_CJK && sentence.length <= (cjk > 0 ? MAX_CJK : MAX_LENGTH)
  }
  if (cjk === 0 && isSouthEastAsian(sentence)) return sentence.length >= MIN_SOUTH_EAST_ASIAN
  const words = 1 + countMatches(sentence, SPACES)
  return words >= MIN_WORDS && words <= MAX_WORDS
}

/** Whether quotation marks and brackets are balanced; otherwise the sentence is a fragment. */
function hasBalancedMarks(sentence: string): boolean {
  const count = (mark: string) => countOf(sentence, mark)
  return (
    count('"') % 2 === 0 &&
    hasBalancedQuotes(count('„'), count('“'), count('”')) &&
    count('「') === count('」') &&
    count('(') === count(')') &&
    count('（') === count('）')
  )
}

/** Accepts “…” (English, Chinese), „…“ (German), „…” (Polish) and ”…” (Swedish). */
function hasBalancedQuotes(low: number, left: number, right: number): boolean {
  if (low > 0) return low === left + right
  return left === right || (left === 0 && right % 2 === 0)
}

/** Counts the occurrences of one character. */
function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  return count
}

function isShouted(sentence: string): boolean {
  const upper = countMatches(sentence, isPlain(sentence) ? PLAIN_UPPER : UPPER)
  return upper > 12 && upper > countMatches(sentence, LOWER)
}

const FIRST_PERSON =
  /\b(?:[Ww]e|[Oo]ur|ours|us|I|[Mm]y|me)\b|(?<!自)我(?![国國省市县縣区區军軍])|本公司|本文(?!件|化|地)|私(?=たち|は|が|の|も|を|に)|僕|(?<!\p{L})うちの|弊社|当社|(?<!\p{L})(?:우리(?!은행|금융|카드|투자)|저희|저는|제가|내가)/u
const NAMED_LATIN = /\s["“‘'(]*\p{Lu}|\d/u

/** Whether a sentence says "we" or "I" outside a quotation, so that the reader must look up who that is. */
export function isFirstPerson(sentence: string): boolean {
  return FIRST_PERSON.test(sentence) && FIRST_PERSON.test(withoutQuotations(sentence))
}

/** Whether a sentence in Latin script has no name or number, judged by capitals and digits. */
export function isNameless(sentence: string): boolean {
  return /^["“‘'(]*\p{Script=Latin}/u.test(sentence) && !NAMED_LATIN.test(sentence)
}
