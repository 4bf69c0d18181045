import { SPACED_STOPS, UNSPACED_STOPS } from '../lib/sentence-stops.ts'
import { WordGate } from '../lib/word-gate.ts'
import { withoutQuotations } from './quoted-passages.ts'

/** A label before a colon (`Style guide: …`, `更正：…`), followed by a note and not a report. */
const LABEL = new RegExp(
  `^[^\\p{L}]*\\p{L}[^:：${UNSPACED_STOPS}${SPACED_STOPS}\\n“"「]{0,36}[:：](?!\\d)|^\\W*tl;?dr\\b`,
  'iu',
)
/** A label of at most two Latin words or six CJK characters; not `Northlight picks Johor: 240 MW`. */
const SHORT_LABEL =
  /^\W*(?:[\p{Script=Latin}'’]+(?: [\p{Script=Latin}'’]+)?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,6})[:：](?!\d)|^\W*tl;?dr\b/iu
/** Phrases about how an event is reported, named or read. */
const OF_TELLING =
  /\b(?:(?:coverage|accounts?) of|to describe (?:the|this|it)|(?:first|last|opening) (?:sentence|line|words?|reference|mention|paragraph)|opens? with|in (?:one|a) (?:word|line|sentence)|(?:one|single) word|for the record|(?:is|are) to be called|the name)\b|报道此事|第一句|编者|编辑部|(?:应|應|须|須)(?:称|稱|写|寫|注)|前文|(?:伝え|報じ|呼ば)られるべき|とあるの|한마디로|(?:로|으로) 읽/iu
/** Words that address the reader, including commands. */
const TO_A_READER =
  /\b(?:you|yours?|yourself)\b|[你您]|(?:ください|下さい|なさい|ましょう)|(?:세요|십시오|시오|합시다)/iu

const READER_GATE = new WordGate([TO_A_READER])

/** Whether a sentence is a note and not about the event: it has a short label or addresses the reader. Quotations are ignored. */
export function isNote(text: string): boolean {
  const own = withoutQuotations(text)
  return SHORT_LABEL.test(own) || (READER_GATE.mayMatch(own) !== 0 && TO_A_READER.test(own))
}

/** As `isNote`, but also for possible notes: longer labels and phrases about how an event is reported. Has false positives. */
export function mayBeNote(text: string): boolean {
  const own = withoutQuotations(text)
  return LABEL.test(own) || OF_TELLING.test(own) || TO_A_READER.test(own)
}
