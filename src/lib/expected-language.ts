/** Tags that are out of use, or stand for one of two written languages, by the tag that items have. */
const RENAMED: Readonly<Record<string, string>> = {
  no: 'nb',
  iw: 'he',
  in: 'id',
  ji: 'yi',
  mo: 'ro',
  sh: 'sr',
  jw: 'jv',
}

/**
 * Reduces a declared language to what can be detected, as items have it: `en-US` → `en`, `pt-BR` → `pt`, `sr-Latn` → `sr`, `zh-TW` →
 * `zh-Hant`, `yue-HK` → `yue`, `iw` → `he`; undefined if it declares none. Filters reduce what they are asked for in the same way.
 */
export function expectedLanguage(declared: string | undefined): string | undefined {
  const tag = declared?.trim().toLowerCase().replaceAll('_', '-')
  if (tag === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,5}$/.test(tag)) return undefined
  const [primary = ''] = tag.split('-')
  if (primary === 'mul' || primary === 'und' || primary === 'zxx') return undefined
  if (primary === 'zh' || primary === 'cmn') {
    if (/^zh-yue\b/.test(tag)) return 'yue'
    return /-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : /-(?:hans|cn|sg|my)\b/.test(tag) ? 'zh-Hans' : 'zh'
  }
  return RENAMED[primary] ?? primary
}

/**
 * Returns the languages by which filters find an item: its tag and the tag's prefixes (RFC 4647, basic filtering), so that `zh` finds
 * `zh-Hant`; written Cantonese is also found as Chinese in the script that it is mostly written in.
 *
 * @example
 * foundAs('yue') // ['yue', 'zh-Hant', 'zh']
 */
export function foundAs(language: string): readonly string[] {
  if (language === 'yue') return ['yue', 'zh-Hant', 'zh']
  const parts = language.split('-')
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
}

/** Returns the language that a filter asks for, as items have it; what is no language stays, and finds nothing. */
export function soughtLanguage(written: string): string {
  return expectedLanguage(written) ?? written
}
