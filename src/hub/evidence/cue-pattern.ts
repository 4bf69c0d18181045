import { everyMatch } from '../../lib/every-match.ts'
import { foldSentence } from './fold-sentence.ts'

/** Word boundaries for Latin letters and digits: `ai` does not match in "said", nor `pue` in "Pueblo". */
const BEFORE = '(?<![\\p{Script=Latin}\\p{N}])'
const AFTER = '(?![\\p{Script=Latin}\\p{N}])'

/**
 * Compiles words into one pattern that matches the longest of them at each position of a folded sentence. Latin words match
 * whole, with an optional plural `s`; their spaces match any white space or hyphens. Words of other scripts match anywhere.
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

/** Returns a cached `cuePattern`, for the few word lists of the hub data. */
export function wordsPattern(words: readonly string[]): RegExp {
  const key = words.join('|')
  const known = patterns.get(key)
  if (known) return known
  const pattern = cuePattern(words)
  patterns.set(key, pattern)
  return pattern
}

/** @returns whether any word of the pattern occurs in the folded text */
export function hasCue(pattern: RegExp, folded: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(folded)
}

/** @returns the occurrences of the pattern's words, in reading order */
export function findCues(pattern: RegExp, folded: string): readonly { readonly at: number; readonly word: string }[] {
  return everyMatch(folded, pattern).map((match) => ({ at: match.index, word: match[0] }))
}
