import { everyMatch } from '../lib/every-match.ts'

/** A second opening mark starts a new quotation, which keeps matching linear on repeated opening marks. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"|「[^「」]*」|『[^『』]*』/gu

/** Returns the spans of quotations in order, marks included; `end` is exclusive. */
export function quotedPassages(text: string): readonly (readonly [start: number, end: number])[] {
  return everyMatch(text, QUOTED).map(({ 0: passage, index }) => [index, index + passage.length] as const)
}

/** Removes quotations and their marks from a text. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, '')
}
