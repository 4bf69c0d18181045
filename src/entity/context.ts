import { characterClass, DIGIT, HANGUL, LATIN } from './character-class.ts'
import { FoldedText } from './folded-text.ts'
import type { Entity } from './types.ts'

/**
 * An ambiguous name (`Claude`, `Gemini`) counts as a mention only if words of its context are near. How near, on either side, in characters
 * of folded text.
 */
const CONTEXT_CHARACTERS = 120

interface ContextWord {
  readonly text: string
  /** Whether it must be a whole word: `EV` does not match "every", but `chip` matches "chipmaker". */
  readonly isWhole: boolean
}

/** Latin words up to this length must be whole words; longer ones match as prefixes (`transcri`, `data center` + s). */
const SHORT_WORD = 3

/** The context words of each entity, folded at its first use. */
export class ContextWords {
  readonly #words = new Map<string, readonly ContextWord[]>()
  readonly #folded = new FoldedText()

  /** Counts the different context words of the entity near a span of a folded text. */
  countNear(entity: Entity, folded: FoldedText, start: number, end: number): number {
    const before = folded.slice(Math.max(0, start - CONTEXT_CHARACTERS), start)
    const after = folded.slice(end, Math.min(folded.length, end + CONTEXT_CHARACTERS))
    let count = 0
    for (const word of this.#wordsOf(entity)) if (hasWord(before, word) || hasWord(after, word)) count++
    return count
  }

  #wordsOf(entity: Entity): readonly ContextWord[] {
    const known = this.#words.get(entity.id)
    if (known) return known
    const texts = new Set(entity.context.map((word) => this.#folded.fold(word).slice()))
    const words = [...texts].map((text) => {
      const last = characterClass(text.charCodeAt(text.length - 1))
      return { text, isWhole: last === DIGIT || (last === LATIN && text.length <= SHORT_WORD) }
    })
    this.#words.set(entity.id, words)
    return words
  }
}

function hasWord(text: string, word: ContextWord): boolean {
  for (let at = text.indexOf(word.text); at !== -1; at = text.indexOf(word.text, at + 1)) {
    if (!goesOn(text, at - 1, at) && !(word.isWhole && endsInside(text, at + word.text.length))) return true
  }
  return false
}

/** Whether one word covers both positions: letters of one script, or digits. Hangul words begin at a boundary too. */
function goesOn(text: string, left: number, right: number): boolean {
  if (left < 0 || right >= text.length) return false
  const kind = characterClass(text.charCodeAt(right))
  return (kind <= DIGIT || kind === HANGUL) && characterClass(text.charCodeAt(left)) === kind
}

/** Whether the word that ends before `end` continues there, other than with a plural `s`. */
function endsInside(text: string, end: number): boolean {
  if (!goesOn(text, end - 1, end)) return false
  return !(text[end] === 's' && !goesOn(text, end, end + 1))
}
