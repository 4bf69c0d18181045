/** What a language is written in, as ISO 15924 has it; one that is not known, or no tag at all, has none. */
function scriptOf(language: string): string | undefined {
  if (language === 'und' || language === 'mul') return undefined
  try {
    return new Intl.Locale(language).maximize().script
  } catch {
    return undefined
  }
}

/** Scripts of a text that speak for languages by themselves, the strongest first: kana and Hangul stand beside Han. */
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

/** A word in Latin letters is in every language, and one of kana may be a name: so many of a text's letters must be of a script. */
const LEAST_SHARE = 0.1

/**
 * Which of the languages that a text may be in it is written in, as far as its script tells: what a log keeps of a text is its words
 * alone, and a voice that reads them aloud must know whose they are.
 *
 * @param candidates languages of what the text was taken from, the likeliest first
 * @returns undefined where none of them is written so, or `zh` where both of its scripts are
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
