const DIGITS = '〇一二三四五六七八九'

/**
 * Converts a number in Han numerals to digits: a number below 100, or one written digit by digit.
 *
 * @param written of 〇零一二三四五六七八九 and at most one 十
 * @example
 * hanDigits('二〇二六') // '2026'
 * hanDigits('二十三') // '23'
 */
export function hanDigits(written: string): string {
  const value = (character: string) => (character === '零' ? 0 : DIGITS.indexOf(character))
  if (!written.includes('十')) return [...written].map(value).join('')
  const [tens = '', ones = ''] = written.split('十')
  return String((tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones)))
}
