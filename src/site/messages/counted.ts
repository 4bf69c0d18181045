type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/**
 * Formats a number with its noun in the right plural form.
 *
 * @param forms `#` stands for the number: `{ one: '# source', other: '# sources' }`
 * @example counted('en', 1, { one: '# source', other: '# sources' }) // '1 source'
 */
export function counted(locale: string, count: number, forms: Forms): string {
  const form = forms[rules(locale).select(count)] ?? forms.other
  return form.replace('#', numbers(locale).format(count))
}

const ruleCache = new Map<string, Intl.PluralRules>()
const numberCache = new Map<string, Intl.NumberFormat>()

function rules(locale: string): Intl.PluralRules {
  const known = ruleCache.get(locale) ?? new Intl.PluralRules(locale)
  ruleCache.set(locale, known)
  return known
}

function numbers(locale: string): Intl.NumberFormat {
  const known = numberCache.get(locale) ?? new Intl.NumberFormat(locale)
  numberCache.set(locale, known)
  return known
}
