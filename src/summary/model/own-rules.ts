import { IMPACT_WORDS, isFiller, wordCount } from './filler.ts'
import { addressesModel } from './instructions.ts'
import type { DraftPart, DropRule } from './types.ts'
import { visibleText } from './visible-text.ts'

const MOST_CHARACTERS: Readonly<Record<DraftPart, number>> = { headline: 140, sentence: 400, impact: 300 }
/**
 * Longer texts are rejected unread: a server may answer with 2 MB whatever was requested, and the patterns take half a minute for
 * 20,000 characters.
 */
const MOST_READ = 2_000
const LEAST_CHARACTERS = 8
/** Least words of a part; a name alone says nothing about an event. */
const LEAST_WORDS = 3
/** Addresses, handles, telephone numbers and markup, which do not belong in prose about an event. */
const LINK =
  /\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.|\b(?:data|javascript|mailto|tel):\S|\[[^\]]*\]\([^)]*\)|<[a-z/!]|[\p{L}\p{N}._-]+@[\p{L}\p{N}-]+\.\p{L}|(?:^|\s)@[\p{L}\p{N}_]{2,}|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S|\+\d[\d ()-]{7,}\d\b|```|\*\*|\b[a-z][a-z:-]+=["“”']/iu
const DOMAIN =
  /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|net|org|io|ai|dev|app|xyz|info|biz|example|test|co|me|cn|hk|tw|jp|kr|tk|ru|top|site|online|shop|link|click|zip)\b/giu

/** A word in letters of two alphabets, or with separated letters, which models read differently from how it looks. */
const DISGUISED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}|(?<!\p{L})(?:\p{Script=Latin}[ .·_-]){4,}\p{Script=Latin}(?!\p{L})/u

/**
 * Applies the rules that hold only for text written by a model, not for quotations of sources.
 *
 * @param sources texts that it cites; a name such as `Character.ai` is allowed if one of them has it
 * @returns the distinct rules broken; empty if none
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
