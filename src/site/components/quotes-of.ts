/** Quotation marks of a language, for words that stand in a source. */
export function quotesOf(language: string): readonly [string, string] {
  return /^(ja|zh-Hant)/.test(language) ? ['「', '」'] : ['“', '”']
}
