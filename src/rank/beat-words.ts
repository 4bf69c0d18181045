import { SOUTH_EAST_ASIAN } from '../lib/unspaced-scripts.ts'
import { WordGate } from '../lib/word-gate.ts'

/** Scripts without spaces between words, and Korean, which appends endings to them. */
const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}${SOUTH_EAST_ASIAN}`
/** Letters, marks and digits that would extend a word; characters of scripts without spaces next to a Latin word do not. */
const JOINING = String.raw`[[\p{L}\p{M}\p{N}]--[${UNSPACED}]]`
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')
const NEVER = /(?!)/g

/**
 * Finds the words of a list in texts. Words match whole, with an optional final `s`. A hyphen in a word matches a hyphen, a space
 * or nothing; a `*` at either end matches any letters and digits. A word that begins with a character of
 * Chinese, Japanese, Korean, Thai, Lao, Burmese or Khmer also matches inside a longer one.
 */
export interface BeatWords {
  /** @returns the matches as written; in text order for each group of words */
  find(text: string): readonly string[]
}

/** Compiles words that match regardless of case. */
export function wordsInAnyCase(words: readonly string[]): BeatWords {
  const unspaced = words.filter((word) => STARTS_UNSPACED.test(word)).map((word) => written(word, ''))
  const others = words.filter((word) => !STARTS_UNSPACED.test(word))
  const isPlain = (word: string) => /^[a-z0-9](?:[ -~]*[a-z0-9])?$/i.test(word)
  const plain = group(others.filter(isPlain).map((word) => written(word, 's?')))
  const pattern = [plain && String.raw`\b${plain}\b`, ...unspaced].filter(Boolean).join('|')
  return joined(
    gated(pattern),
    wholeWords(
      others.filter((word) => !isPlain(word)),
      'giv',
    ),
  )
}

/** Compiles words that match only in the case given. */
export function wordsAsWritten(words: readonly string[]): BeatWords {
  return wholeWords(words, 'gv')
}

/** Matches behind a gate that scans a text once for the beginnings of all words. */
function gated(pattern: string): BeatWords {
  if (pattern === '') return { find: () => [] }
  const regex = new RegExp(pattern, 'gi')
  const gate = new WordGate([regex])
  return { find: (text) => (gate.mayMatch(text) === 0 ? [] : (text.match(regex) ?? [])) }
}

function wholeWords(words: readonly string[], flags: 'gv' | 'giv'): BeatWords {
  const pattern = group(words.map((word) => written(word, 's?')))
  const regex = pattern ? new RegExp(`(?<!${JOINING})${pattern}(?!${JOINING})`, flags) : NEVER
  // The look-arounds at every letter of a text take ten times as long as a search for the words alone.
  const cores = group(words.map((word) => written(word.replaceAll('*', ''), '')))
  const may = cores ? new RegExp(cores, flags.replace('g', '')) : NEVER
  return { find: (text) => (may.test(text) ? (text.match(regex) ?? []) : []) }
}

function joined(one: BeatWords, other: BeatWords): BeatWords {
  return { find: (text) => [...one.find(text), ...other.find(text)] }
}

/** Joins patterns as alternatives, longest first, so that the longer of two words with the same beginning wins. */
function group(patterns: readonly string[]): string | undefined {
  if (patterns.length === 0) return undefined
  return `(?:${[...patterns].sort((a, b) => b.length - a.length).join('|')})`
}

function written(word: string, ending: string): string {
  const body = word.replace(/^\*|\*$/g, '')
  const pattern = body.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll('-', String.raw`[\- ]?`)
  const head = word.startsWith('*') ? String.raw`[\p{L}\p{N}]*` : ''
  const tail = word.endsWith('*') ? String.raw`[\p{L}\p{N}]*` : /\p{L}$/u.test(body) ? ending : ''
  return head + pattern + tail
}
