/** Returns the opening and closing quotation marks of a language. */
export function quotesOf(language: string): readonly [string, string] {
  return /^(ja|zh-Hant)/.test(language) ? ['「', '」'] : ['“', '”']
}
