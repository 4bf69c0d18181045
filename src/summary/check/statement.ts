import type { Mention } from '../../entity/types.ts'
import type { Instant } from '../../lib/instant.ts'
import { primaryLanguage } from '../../lib/primary-language.ts'
import { contentTerms } from './content-terms.ts'
import { fold } from './fold.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { CheckContext } from './types.ts'
import { datesOf, type WrittenDate } from './written-dates.ts'

/** A text as the rules read it. Each part is worked out when a rule first asks for it. */
export class Statement {
  readonly text: string
  readonly folded: string
  /** Without script: `zh` for all ways of writing Chinese (see `primaryLanguage`). */
  readonly language: string
  readonly anchor: Instant | undefined
  readonly #context: CheckContext
  #mentions: readonly Mention[] | undefined
  #dates: readonly WrittenDate[] | undefined
  #quantities: readonly Quantity[] | undefined
  #terms: ReadonlySet<string> | undefined

  /** @param anchor what relative dates count from */
  constructor(text: string, language: string, anchor: Instant | undefined, context: CheckContext) {
    this.text = text
    this.folded = fold(text)
    this.language = primaryLanguage(language)
    this.anchor = anchor
    this.#context = context
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#context.gazetteer.findEntities(this.text)
    return this.#mentions
  }

  get dates(): readonly WrittenDate[] {
    this.#dates ??= datesOf(this.text, this.folded, this.anchor)
    return this.#dates
  }

  /** Numbers that are no dates and no part of a name. */
  get quantities(): readonly Quantity[] {
    this.#quantities ??= quantitiesOf(this.text, this.folded, [...this.dates, ...this.mentions])
    return this.#quantities
  }

  /** What it says apart from grammar: `contentTerms`. */
  get terms(): ReadonlySet<string> {
    this.#terms ??= new Set(contentTerms(this.folded).map(({ term }) => term))
    return this.#terms
  }
}

/** Chinese, Japanese and Korean are compared by pairs of characters, and only with themselves. */
export function sameLanguage(a: Statement, b: Statement): boolean {
  return a.language === b.language
}
