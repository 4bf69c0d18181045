import { everyMatch } from '../lib/every-match.ts'

/** A second opening mark begins anew, so that a page of opening marks is read once. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"]*"|「[^「」]*」|『[^『』]*』/gu

/** Where quotations stand, marks included: start and end behind the last mark, in order. */
export function quotedPassages(text: string): readonly (readonly [start: number, end: number])[] {
  return everyMatch(text, QUOTED).map(({ 0: passage, index }) => [index, index + passage.length] as const)
}

/** The text without its quotations and their marks. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTED, '')
}
