/** Returns the script of a language by ISO 15924; undefined for an unknown language or an invalid tag. */
function scriptOf(language: string): string | undefined {
  if (language === 'und' || language === 'mul') return undefined
  try {
    return new Intl.Locale(language).maximize().script
  } catch {
    return undefined
  }
}

/** Scripts that indicate languages, the most specific first, as kana and Hangul occur together with Han. */
const SCRIPTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ['Jpan']],
  [/\p{Script=Hangul}/gu, ['Kore']],
  [/\p{Script=Han}/gu, ['Hant', 'Hans', 'Jpan']],
  [/\p{Script=Latin}/gu, ['Latn']],
  [/\p{Script=Cyrillic}/gu, ['Cyrl']],
  [/\p{Script=Arabic}/gu, ['Arab']],
  [/\p{Script=Hebrew}/gu, ['Hebr']],
  [/\p{Script=Devanagari}/gu, ['Deva']],
  [/\p{Script=Thai}/gu, ['Thai']],
]

/** Least share of a text's letters in a script: Latin words occur in every language, and a word in kana may be a name. */
const LEAST_SHARE = 0.1

/**
 * Picks the language of a text among candidates by its script. Logged texts do not record their language, which a screen reader needs to
 * read them aloud.
 *
 * @param candidates languages of the sources of the text, the likeliest first
 * @returns undefined if no candidate is written in the script; `zh` if both Chinese scripts are candidates
 * @example
 * languageAmong('算力中心开工', ['en', 'zh-Hans']) // 'zh-Hans'
 */
export function languageAmong(text: string, candidates: readonly string[]): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [pattern, scripts] of SCRIPTS) {
    const found = text.match(pattern)?.length ?? 0
    if (found === 0 || found < letters * LEAST_SHARE) continue
    const fitting = candidates.filter((language) => scripts.includes(scriptOf(language) ?? ''))
    const isChinese = fitting.filter((language) => /^zh\b/.test(language))
    return new Set(isChinese).size > 1 ? 'zh' : (isChinese[0] ?? fitting[0])
  }
  return undefined
}
