import type { Failure } from './failure.ts'
import { isSameValue, type Quantity, sameQuantity } from './quantities.ts'
import { sameDate } from './same-date.ts'
import type { Statement } from './statement.ts'

/** Checks that the evidence has each number of the sentence, with unit and magnitude, and that it counts the same thing there. */
export function checkNumbers(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const known = evidence.flatMap((each) => each.quantities)
  const failures: Failure[] = []
  for (const said of sentence.quantities) {
    if (!known.some((source) => sameQuantity(said, source))) {
      const same = known.find((source) => isSameValue(said, source))
      if (same) failures.push({ rule: 'number', found: said.boundText, instead: same.boundText })
      else if (!standsPlainly(said, evidence)) {
        failures.push({ rule: 'number', found: said.text, ...insteadOf(said, known) })
      }
    } else if (countsOther(said, sentence, evidence)) {
      failures.push({ rule: 'number', found: said.text, misplaced: true })
    }
  }
  return failures
}

/** Checks that the evidence has each date of the sentence; relative dates count from the item's publication. */
export function checkDates(sentence: Statement, evidence: readonly Statement[]): readonly Failure[] {
  const failures: Failure[] = []
  for (const said of sentence.dates) {
    const folded = sentence.folded.slice(said.start, said.end)
    const isKnown = evidence.some(
      (each) =>
        (each.folded.includes(folded) && each.anchor === sentence.anchor && said.relative !== undefined) ||
        each.dates.some((source) => sameDate(said, source, each.anchor)),
    )
    if (isKnown || isDuration(said.text, sentence, evidence)) continue
    const instead = evidence.flatMap((each) => each.dates)[0]?.text
    failures.push({ rule: 'date', found: said.text, ...(instead === undefined ? {} : { instead }) })
  }
  return failures
}

/** Whether a date may be a duration or count ("5日" may be five days) that evidence in the same language has with the same digits. */
function isDuration(written: string, sentence: Statement, evidence: readonly Statement[]): boolean {
  const value = /^\d{1,4}/.exec(written)?.[0]
  return (
    value !== undefined &&
    !/[-/.月월]/.test(written) &&
    evidence.some(
      (each) => each.language === sentence.language && each.quantities.some((source) => source.text.startsWith(value)),
    )
  )
}

/** Whether the evidence has a number without unit literally, perhaps in what is not parsed as a number: a score `3:2`, a model `Llama 4`. */
function standsPlainly(said: Quantity, evidence: readonly Statement[]): boolean {
  if (said.unit !== undefined || !/^\d+(?:[.,]\d+)*$/.test(said.text)) return false
  const plain = new RegExp(`(?<![\\d.,])${said.text.replaceAll('.', '\\.')}(?![\\d万亿千%]|[.,]\\d)`)
  return evidence.some(({ folded }) => plain.test(folded))
}

function insteadOf(said: Quantity, known: readonly Quantity[]): { readonly instead?: string } {
  const source = known.find(({ unit }) => unit === said.unit) ?? known.find(({ unit }) => unit === undefined)
  return source ? { instead: source.text } : {}
}

/** Whether the evidence gives the thing counted only with other numbers: `30 offices` for `30 staff in 12 offices`. */
function countsOther(said: Quantity, sentence: Statement, evidence: readonly Statement[]): boolean {
  const thing = thingCounted(said, sentence)
  if (thing === undefined) return false
  const counts = evidence
    .filter(({ language }) => language === sentence.language)
    .flatMap((each) => each.quantities.map((source) => ({ source, thing: thingCounted(source, each) })))
    .filter((each) => each.thing === thing)
  return counts.length > 0 && !counts.some(({ source }) => sameQuantity(said, source))
}

const THING =
  /^[ -]?((?!(?:more|per|and|or|to|in|of|on|at|for|by|from|with|as|than|the|a|an|new|out|off|over|into|but|when|while|after|before|since|until|if|is|are|was|were|has|have|had|will|which|who|that|each|every|year|month|week|day|hour|times?|percent)\b)[a-z]{3,}|[\u4e00-\u9fff]{2}|[가-힣]{2})/

/** Returns the word after a number without unit, without plural s; two characters in Chinese, Japanese and Korean. */
function thingCounted({ unit, end }: Quantity, { folded }: Statement): string | undefined {
  return unit === undefined ? THING.exec(folded.slice(end, end + 24))?.[1]?.replace(/s$/, '') : undefined
}
