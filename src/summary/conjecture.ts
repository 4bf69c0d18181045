import { WordGate } from '../lib/word-gate.ts'
import { withoutQuotations } from './quoted-passages.ts'

/**
 * Words by which a writer guesses. Not `may` and `could`, which also permit, warn and tell of plans, nor `likely`, which newsrooms
 * write of what others expect.
 */
const GUESSES =
  /\b(?:perhaps|maybe|presumably|probably|possibly|might|i guess|my guess)\b|或许|或許|也许|也許|大概|恐怕|说不定|說不定|(?:かもしれ|かも知れ)(?:ない|ません)|だろう|でしょう|おそらく|恐らく|아마도?(?!존|추)|지도 모(?:른다|릅니다)|것 같(?:다|습니다)|듯(?:하다|합니다|싶다)/iu
/** Words that attribute a sentence; a guess that somebody is reported to have made is news. */
const ATTRIBUTED =
  /\b(?:sa(?:id|ys?)|told|tells|according to|warn(?:s|ed)|wr(?:ites|ote)|argue[sd]?|expects?|estimate[sd]?|forecasts?|analysts|researchers|people familiar)\b|表示|指出|透露|认为|認為|预计|預計|[据據]|[说說](?![不定])|称(?![为号])|稱(?![為號])|述べ|話し|語っ|によると|によれば|という|としている|とみて|밝혔|말했|전했|따르면|[라다]고/iu

const GATE = new WordGate([GUESSES])

/** Whether a sentence is its writer's own guess: it has a word of guessing outside quotations, and attributes it to nobody. */
export function isConjecture(sentence: string): boolean {
  if (GATE.mayMatch(sentence) === 0 || !GUESSES.test(sentence)) return false
  const own = withoutQuotations(sentence)
  return GUESSES.test(own) && !ATTRIBUTED.test(own)
}
