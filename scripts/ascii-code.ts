/** A backslash that is itself not escaped, before a character that is not ASCII. */
const CHANGED_BY_ESCAPING = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/u

/**
 * Code that says the same in ASCII alone: each thread keeps the text that it was compiled from, and keeps it at two bytes a character where
 * a single one is not of Latin-1. esbuild has written strings and templates so. What it leaves as it is are regular expressions, where an
 * escape means the same with every flag, and the raw texts of tagged templates: with `String.raw` those of the program are patterns too.
 *
 * @throws Error where an escape would mean something else: behind a backslash
 */
export function asciiCode(code: string): string {
  const changed = CHANGED_BY_ESCAPING.exec(code)
  if (changed !== null) throw new Error(`This cannot be written in ASCII, leave out the backslash: ${changed[0]}`)
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
