/** Macrolanguages by ISO 639-3 code, for the Chinese languages that are detected in texts. */
const MACROLANGUAGE: Readonly<Record<string, string>> = { yue: 'zh', cmn: 'zh' }

/**
 * Returns the primary language of a BCP 47 tag, in lower case. Cantonese and Mandarin become their macrolanguage Chinese, as they are
 * written with the same characters and mostly the same words.
 *
 * @example
 * primaryLanguage('zh-Hant-HK') // 'zh'
 */
export function primaryLanguage(tag: string): string {
  const primary = tag.split('-', 1)[0]!.toLowerCase()
  return MACROLANGUAGE[primary] ?? primary
}
