import { WordGate } from '../lib/word-gate.ts'
import { withoutQuotations } from './quoted-passages.ts'

/** A label before a colon: `Style guide: …`, `更正：…`. What follows is a note, no report. */
const LABEL = /^[^\p{L}]*\p{L}[^:：.!?。！？\n“"「]{0,36}[:：](?!\d)|^\W*tl;?dr\b/iu
/** Of two Latin words or six other characters at most; `Northlight picks Johor: 240 MW` is none. */
const SHORT_LABEL =
  /^\W*(?:[\p{Script=Latin}'’]+(?: [\p{Script=Latin}'’]+)?|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,6})[:：](?!\d)|^\W*tl;?dr\b/iu
/** Talk of how an event is told, named or read. */
const OF_TELLING =
  /\b(?:(?:coverage|accounts?) of|to describe (?:the|this|it)|(?:first|last|opening) (?:sentence|line|words?|reference|mention|paragraph)|opens? with|in (?:one|a) (?:word|line|sentence)|(?:one|single) word|for the record|(?:is|are) to be called|the name)\b|报道此事|第一句|编者|编辑部|(?:应|應|须|須)(?:称|稱|写|寫|注)|前文|(?:伝え|報じ|呼ば)られるべき|とあるの|한마디로|(?:로|으로) 읽/iu
/** Words to a reader, orders among them. */
const TO_A_READER =
  /\b(?:you|yours?|yourself)\b|[你您]|(?:ください|下さい|なさい|ましょう)|(?:세요|십시오|시오|합시다)/iu

const READER_GATE = new WordGate([TO_A_READER])

/** Whether a sentence is a note beside the event: a label of a word or two, or words to the reader; quotations are left out. */
export function isNote(text: string): boolean {
  const own = withoutQuotations(text)
  return SHORT_LABEL.test(own) || (READER_GATE.mayMatch(own) !== 0 && TO_A_READER.test(own))
}

/** The same, and whatever may be one: a longer label, and talk of how an event is told. Some true sentences are among them. */
export function mayBeNote(text: string): boolean {
  const own = withoutQuotations(text)
  return LABEL.test(own) || OF_TELLING.test(own) || TO_A_READER.test(own)
}
