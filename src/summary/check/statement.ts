import type { Mention } from '../../entity/types.ts'
import type { Instant } from '../../lib/instant.ts'
import { primaryLanguage } from '../../lib/primary-language.ts'
import { contentTerms } from './content-terms.ts'
import { fold } from './fold.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { CheckContext } from './types.ts'
import { datesOf, type WrittenDate } from './written-dates.ts'

/** A text prepared for the rules. Its parts are computed lazily and cached. */
export class Statement {
  readonly text: string
  readonly folded: string
  /** Primary language without script: `zh` for all kinds of Chinese (see `primaryLanguage`). */
  readonly language: string
  readonly anchor: Instant | undefined
  readonly #context: CheckContext
  #mentions: readonly Mention[] | undefined
  #dates: readonly WrittenDate[] | undefined
  #quantities: readonly Quantity[] | undefined
  #terms: ReadonlySet<string> | undefined

  /** @param anchor reference time of relative dates */
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

  /** Numbers that are not part of a date or a name. */
  get quantities(): readonly Quantity[] {
    this.#quantities ??= quantitiesOf(this.text, this.folded, [...this.dates, ...this.mentions])
    return this.#quantities
  }

  /** Distinct content terms (see `contentTerms`). */
  get terms(): ReadonlySet<string> {
    this.#terms ??= new Set(contentTerms(this.folded).map(({ term }) => term))
    return this.#terms
  }
}

/** Whether two texts have the same language, so that their terms can be compared. */
export function sameLanguage(a: Statement, b: Statement): boolean {
  return a.language === b.language
}
