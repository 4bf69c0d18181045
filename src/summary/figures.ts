import { everyMatch } from '../lib/every-match.ts'

const NUMBER = /\d+(?:[.,]\d+)*/g
/** White space that is not one blank. */
const UNEVEN_SPACE = /\s\s|[^\S ]/u
const FULL_WIDTH = /[０-９]/u
const QUOTATIONS = [
  /“([^„“”\n]{1,400})”/g,
  /「([^「」\n]{1,400})」/g,
  /『([^『』\n]{1,400})』/g,
  /"([^"\n]{1,400})"/g,
  /„([^„“”\n]{1,400})[“”]/g,
  /«([^«»\n]{1,400})»/g,
  /»([^«»\n]{1,400})«/g,
] as const

/** @returns distinct numbers as written, thousands separators gone: `1,200.50` → `1200.50`; full-width digits as plain ones */
export function numbersOf(text: string): ReadonlySet<string> {
  const plain = FULL_WIDTH.test(text) ? text.normalize('NFKC') : text
  return new Set(everyMatch(plain, NUMBER).map(([number]) => number.replace(/,(?=\d{3}(?!\d))/g, '')))
}

/** @returns what stands between quotation marks, distinct, white space collapsed */
export function quotationsOf(text: string): ReadonlySet<string> {
  const found = QUOTATIONS.flatMap((pattern) => everyMatch(text, pattern).map((match) => collapseSpace(match[1]!)))
  return new Set(found.filter((quotation) => quotation !== ''))
}

/** @returns text with every run of white space as one blank, none at the ends */
export function collapseSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trim()
}
