import { everyMatch } from '../lib/every-match.ts'

const NUMBER = /\d+(?:[.,]\d+)*/g
/** White space other than single spaces. */
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

/** Returns the distinct numbers as written, without thousands separators (`1,200.50` → `1200.50`); full-width digits become ASCII. */
export function numbersOf(text: string): ReadonlySet<string> {
  const plain = FULL_WIDTH.test(text) ? text.normalize('NFKC') : text
  return new Set(everyMatch(plain, NUMBER).map(([number]) => number.replace(/,(?=\d{3}(?!\d))/g, '')))
}

/** Returns the distinct texts between quotation marks, with white space collapsed. */
export function quotationsOf(text: string): ReadonlySet<string> {
  const found = QUOTATIONS.flatMap((pattern) => everyMatch(text, pattern).map((match) => collapseSpace(match[1]!)))
  return new Set(found.filter((quotation) => quotation !== ''))
}

/** Collapses every run of white space to one space and trims the ends. */
export function collapseSpace(text: string): string {
  return UNEVEN_SPACE.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trim()
}
