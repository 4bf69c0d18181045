/** Languages that are written as another is, by the tag of ISO 639-3: of those that `zh` embraces, what is told from texts. */
const MACROLANGUAGE: Readonly<Record<string, string>> = { yue: 'zh', cmn: 'zh' }

/**
 * The language of a BCP 47 tag without script and region, lower case; Cantonese and Mandarin are Chinese, their macrolanguage, as they are
 * written with the same characters, and mostly with the same words.
 *
 * @example
 * primaryLanguage('zh-Hant-HK') // 'zh'
 */
export function primaryLanguage(tag: string): string {
  const primary = tag.split('-', 1)[0]!.toLowerCase()
  return MACROLANGUAGE[primary] ?? primary
}
