import { everyMatch } from '../../lib/every-match.ts'
import { foldSentence } from './fold-sentence.ts'

/** Latin letters or digits around a word keep it from being one: `ai` is not in "said", `pue` not in "Pueblo". */
const BEFORE = '(?<![\\p{Script=Latin}\\p{N}])'
const AFTER = '(?![\\p{Script=Latin}\\p{N}])'

/**
 * One pattern that finds any of the words in a folded sentence, the longest at each place. Latin words stand alone, a
 * plural `s` allowed, and a space in them is any white space or hyphen; words of other scripts may stand anywhere.
 */
export function cuePattern(words: readonly string[]): RegExp {
  const longestFirst = [...new Set(words.map(foldSentence))].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map(alternative).join('|') || '(?!)', 'gu')
}

function alternative(word: string): string {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '[\\s-]+')
  const opens = /^[\p{Script=Latin}\p{N}]/u.test(word) ? BEFORE : ''
  const closes = /[\p{Script=Latin}\p{N}]$/u.test(word) ? `s?${AFTER}` : ''
  return `${opens}${escaped}${closes}`
}

const patterns = new Map<string, RegExp>()

/** `cuePattern`, made once for the same words: for words of the hub data, of which there are few lists. */
export function wordsPattern(words: readonly string[]): RegExp {
  const key = words.join('|')
  const known = patterns.get(key)
  if (known) return known
  const pattern = cuePattern(words)
  patterns.set(key, pattern)
  return pattern
}

/** @returns whether any word of the pattern stands in the folded text */
export function hasCue(pattern: RegExp, folded: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(folded)
}

/** @returns where words of the pattern stand */
export function findCues(pattern: RegExp, folded: string): readonly { readonly at: number; readonly word: string }[] {
  return everyMatch(folded, pattern).map((match) => ({ at: match.index, word: match[0] }))
}
