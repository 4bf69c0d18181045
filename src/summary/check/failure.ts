/** The rules of the check, in order of precedence. Without a valid `citation` there is nothing to check the others against. */
export const CHECK_RULES = [
  'citation',
  'number',
  'date',
  'name',
  'quotation',
  'polarity',
  'modality',
  'comparison',
  'cause',
  'coverage',
] as const
export type CheckRule = (typeof CHECK_RULES)[number]

/** Why a sentence is not supported by what it cites. */
export type Failure =
  | {
      readonly rule: 'citation'
      readonly reason: 'none' | 'nowhere' | 'unknown-item' | 'not-verbatim' | 'cut'
      readonly found: string
    }
  | { readonly rule: 'number' | 'date' | 'name'; readonly found: string; readonly instead?: string }
  /** It is in the evidence, but in reverse order or about something else. */
  | { readonly rule: 'number' | 'name'; readonly found: string; readonly misplaced: true }
  | { readonly rule: 'quotation' | 'cause'; readonly found: string }
  | { readonly rule: 'polarity'; readonly found: string; readonly change: 'dropped' | 'added' }
  | { readonly rule: 'modality'; readonly found: string; readonly said: Modality; readonly source: Modality }
  | { readonly rule: 'comparison'; readonly found: string; readonly instead: string }
  | { readonly rule: 'coverage'; readonly found: string; readonly share: number }
  /** No rule rejects it, but its doubts exceed the calibrated threshold (see `checkAgainst`). */
  | { readonly rule: 'coverage'; readonly found: string; readonly score: number }

/** `fact`: it is so; `intent`: it is planned or will be; `possible`: it may be, or is rumoured. */
export type Modality = 'fact' | 'intent' | 'possible'

/** Describes a failure in English, for logs, prompts and the command line: `the number “$1.3bn” is in no cited span (there: “$1.2bn”)`. */
export function sayFailure(failure: Failure): string {
  const found = `“${failure.found}”`
  switch (failure.rule) {
    case 'citation':
      if (failure.reason === 'none') return 'it cites nothing'
      if (failure.reason === 'nowhere') return 'no document says anything like it'
      if (failure.reason === 'unknown-item') return `it cites item ${failure.found}, which is not there`
      if (failure.reason === 'cut') return `the cited words ${found} begin or end inside a word or a number`
      return `the cited words ${found} do not stand where the citation says`
    case 'number':
    case 'date':
    case 'name':
      if ('misplaced' in failure) return `the ${failure.rule} ${found} belongs to something else in the cited spans`
      return `the ${failure.rule} ${found} is in no cited span${failure.instead ? ` (there: “${failure.instead}”)` : ''}`
    case 'quotation':
      return `the quotation ${found} is not word for word in the cited spans`
    case 'cause':
      return `the cited spans give no such cause: ${found}`
    case 'polarity':
      return failure.change === 'dropped'
        ? `the cited spans deny what it states: ${found}`
        : `it denies what the cited spans do not: ${found}`
    case 'modality':
      return `it says ${found} as ${MODALITY_WORDS[failure.said]}, the cited spans as ${MODALITY_WORDS[failure.source]}`
    case 'comparison':
      return `it says ${found}, the cited spans say “${failure.instead}”`
    case 'coverage':
      if ('score' in failure) {
        return `the documents do not carry it (score ${failure.score.toFixed(2)}); in doubt: ${failure.found}`
      }
      return `too little of it is in the cited spans (${Math.round(100 * failure.share)} %): ${found}`
  }
}

const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  fact: 'a fact',
  intent: 'a plan',
  possible: 'a possibility',
}
