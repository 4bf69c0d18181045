import { IMPACT_WORDS, isFiller, wordCount } from './filler.ts'
import { addressesModel } from './instructions.ts'
import type { DraftPart, DropRule } from './types.ts'
import { visibleText } from './visible-text.ts'

const MOST_CHARACTERS: Readonly<Record<DraftPart, number>> = { headline: 140, sentence: 400, impact: 300 }
/**
 * A text beyond this is read no further: a server may answer with 2 MB, whatever was asked of it, and for 20,000 characters the patterns take
 * half a minute.
 */
const MOST_READ = 2_000
const LEAST_CHARACTERS = 8
/** A name alone says nothing of an event. */
const LEAST_WORDS = 3
/** Addresses, handles, telephone numbers and markup have no place in prose about an event. */
const LINK =
  /\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.|\b(?:data|javascript|mailto|tel):\S|\[[^\]]*\]\([^)]*\)|<[a-z/!]|[\p{L}\p{N}._-]+@[\p{L}\p{N}-]+\.\p{L}|(?:^|\s)@[\p{L}\p{N}_]{2,}|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S|\+\d[\d ()-]{7,}\d\b|```|\*\*|\b[a-z][a-z:-]+=["“”']/iu
const DOMAIN =
  /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|io|ai|dev|app|xyz|info|biz|example|test|co|me|cn|hk|tw|jp|kr|tk|ru|top|site|online|shop|link|click|zip)\b/giu

/** Letters of two alphabets in one word, or one by one: to be read otherwise than it is seen. */
const DISGUISED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}|(?<!\p{L})(?:\p{Script=Latin}[ .·_-]){4,}\p{Script=Latin}(?!\p{L})/u

/**
 * The rules for what a model wrote that no source of its own needs: a quotation of a source is left as it is.
 *
 * @param sources texts that it cites; a name such as `Character.ai` may stand where one of them has it
 * @returns the rules broken; empty where none is
 */
export function ownRulesBroken(
  part: DraftPart,
  text: string,
  language: string,
  sources: readonly string[],
): readonly DropRule[] {
  if (text.length > MOST_READ) return ['length']
  const broken: DropRule[] = []
  if (
    text.length > MOST_CHARACTERS[part] ||
    text.trim().length < LEAST_CHARACTERS ||
    wordCount(text, language) < LEAST_WORDS
  )
    broken.push('length')
  if (visibleText(text) !== text || /\n/.test(text) || DISGUISED.test(text)) broken.push('instruction')
  else if (addressesModel(text) || sources.some(addressesModel)) broken.push('instruction')
  if (holdsLink(text, sources)) broken.push('link')
  if (part === 'impact') {
    const words = wordCount(text, language)
    if (words < IMPACT_WORDS.least || words > IMPACT_WORDS.most) broken.push('length')
    if (isFiller(text)) broken.push('filler')
  }
  return [...new Set(broken)]
}

function holdsLink(text: string, sources: readonly string[]): boolean {
  if (LINK.test(text)) return true
  const domains = text.match(DOMAIN) ?? []
  return domains.some((domain) => !sources.some((source) => source.toLowerCase().includes(domain.toLowerCase())))
}
