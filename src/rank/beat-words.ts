import { WordGate } from '../lib/word-gate.ts'

/** Scripts that put no space between words, and Korean, which puts endings behind them. */
const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
/** Letters and digits that would make a word longer: the Chinese around a Latin word do not. */
const JOINING = String.raw`[[\p{L}\p{N}]--[${CJK}]]`
const STARTS_CJK = new RegExp(`^[${CJK}]`, 'u')
const NEVER = /(?!)/g

/**
 * Finds words of a list in texts. A word is matched whole, and an `s` may follow it; a hyphen in it stands for a hyphen, a space
 * or nothing, a `*` at either end for any letters and digits. What begins with a Chinese, Japanese or Korean character is found within others.
 */
export interface BeatWords {
  /** @returns what was found, as the text has it, in its order */
  find(text: string): readonly string[]
}

/** @param words in any case */
export function wordsInAnyCase(words: readonly string[]): BeatWords {
  const cjk = words.filter((word) => STARTS_CJK.test(word)).map((word) => written(word, ''))
  const others = words.filter((word) => !STARTS_CJK.test(word))
  const isPlain = (word: string) => /^[a-z0-9](?:[ -~]*[a-z0-9])?$/i.test(word)
  const plain = group(others.filter(isPlain).map((word) => written(word, 's?')))
  const pattern = [plain && String.raw`\b${plain}\b`, ...cjk].filter(Boolean).join('|')
  return joined(
    gated(pattern),
    wholeWords(
      others.filter((word) => !isPlain(word)),
      'giv',
    ),
  )
}

/** @param words in the case in which they are given */
export function wordsAsWritten(words: readonly string[]): BeatWords {
  return wholeWords(words, 'gv')
}

/** A text is looked through once for the beginnings of all words together, and seldom again. */
function gated(pattern: string): BeatWords {
  if (pattern === '') return { find: () => [] }
  const regex = new RegExp(pattern, 'gi')
  const gate = new WordGate([regex])
  return { find: (text) => (gate.mayMatch(text) === 0 ? [] : (text.match(regex) ?? [])) }
}

function wholeWords(words: readonly string[], flags: 'gv' | 'giv'): BeatWords {
  const pattern = group(words.map((word) => written(word, 's?')))
  const regex = pattern ? new RegExp(`(?<!${JOINING})${pattern}(?!${JOINING})`, flags) : NEVER
  // Looking around every letter of a text takes ten times as long as looking for the words.
  const cores = group(words.map((word) => written(word.replaceAll('*', ''), '')))
  const may = cores ? new RegExp(cores, flags.replace('g', '')) : NEVER
  return { find: (text) => (may.test(text) ? (text.match(regex) ?? []) : []) }
}

function joined(one: BeatWords, other: BeatWords): BeatWords {
  return { find: (text) => [...one.find(text), ...other.find(text)] }
}

/** Longest first: of two words that begin alike the longer is meant. */
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
