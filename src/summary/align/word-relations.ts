import { regularForm } from '../check/irregular-verbs.ts'

/** Semantic relation of a word to the words of a document; `none` also for words not in the list. */
export type WordRelation = 'same' | 'synonym' | 'wider' | 'opposite' | 'sibling' | 'none'

/** A document's words, prepared for `relationOf`. */
export interface KnownWords {
  readonly words: ReadonlySet<string>
  readonly senses: ReadonlySet<string>
  readonly parents: ReadonlySet<string>
  readonly opposites: ReadonlySet<string>
}

interface WordEntry {
  readonly senses: readonly string[]
  readonly opposites: readonly string[]
}

const PREFIX = /^(?:un|in|im|ir|il|dis|non-?|mis)(?=\p{L}{4})/u

/** English words by sense, for synonyms (`cookie`, `biscuit`), opposites, hypernyms and siblings of one kind (`week`, `month`). */
export class WordRelations {
  readonly #words = new Map<string, WordEntry>()
  readonly #parents = new Map<string, readonly string[]>()

  /** @param file text of `data/english-words.tsv` */
  constructor(file: string) {
    let isParents = false
    for (const line of file.split('\n')) {
      if (line.startsWith('#')) continue
      if (line === '') isParents = true
      const [key, one = '', other = ''] = line.split('\t')
      if (isParents) this.#parents.set(key!, one.split(' '))
      else this.#words.set(key!, { senses: one.split(' '), opposites: other === '' ? [] : other.split(' ') })
    }
  }

  /** @param words lower case, as written */
  know(words: Iterable<string>): KnownWords {
    const lemmas = new Set<string>()
    const senses = new Set<string>()
    const parents = new Set<string>()
    const opposites = new Set<string>()
    for (const word of words) {
      const lemma = this.lemmaOf(word)
      if (lemmas.has(lemma)) continue
      lemmas.add(lemma)
      const entry = this.#words.get(lemma)
      for (const sense of entry?.senses ?? []) {
        senses.add(sense)
        for (const parent of this.#parents.get(sense) ?? []) parents.add(parent)
      }
      for (const opposite of entry?.opposites ?? []) opposites.add(opposite)
    }
    return { words: lemmas, senses, parents, opposites }
  }

  relationOf(word: string, known: KnownWords): WordRelation {
    const lemma = this.lemmaOf(word)
    if (known.words.has(lemma)) return 'same'
    const bare = lemma.replace(PREFIX, '')
    const entry = this.#words.get(lemma)
    if (known.opposites.has(lemma) || entry?.opposites.some((each) => known.words.has(each))) return 'opposite'
    if (bare !== lemma && known.words.has(bare)) return 'opposite'
    if (!entry) return 'none'
    if (entry.senses.some((sense) => known.senses.has(sense))) return 'synonym'
    const parents = entry.senses.flatMap((sense) => this.#parents.get(sense) ?? [])
    if (parents.some((sense) => known.senses.has(sense)) || entry.senses.some((sense) => known.parents.has(sense))) {
      return 'wider'
    }
    return parents.some((sense) => known.parents.has(sense)) ? 'sibling' : 'none'
  }

  /** Returns the most common part of speech: `n`, `v`, `a` or `r`; undefined for words not in the list. */
  partOfSpeech(word: string): string | undefined {
    return this.#words.get(this.lemmaOf(word))?.senses[0]?.[0]
  }

  /** Returns the form in the list (`companies` → `company`), or the word itself if there is none. */
  lemmaOf(word: string): string {
    const regular = regularForm(word)
    if (regular !== word || this.#words.has(word)) return regular
    for (const form of baseForms(word)) if (this.#words.has(form)) return form
    return word
  }
}

function baseForms(word: string): readonly string[] {
  const forms: string[] = []
  const cut = (ending: string, ...put: string[]) => {
    if (word.endsWith(ending)) for (const each of put) forms.push(word.slice(0, -ending.length) + each)
  }
  cut('ies', 'y')
  cut('es', '', 'e')
  cut('s', '')
  cut('ied', 'y')
  cut('ed', '', 'e')
  cut('ing', '', 'e')
  cut('er', '', 'e')
  cut('est', '', 'e')
  cut('ly', '')
  const doubled = /([bdgklmnprt])\1(?:ed|ing)$/.exec(word)
  if (doubled) forms.push(word.slice(0, doubled.index + 1))
  return forms
}
