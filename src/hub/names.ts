import { z } from 'zod'

/** Names by language (BCP 47). The first of each is the display name; English is always present. */
export type UiNames = Readonly<Record<string, readonly string[]>>

const name = z.string().trim().min(1)

/** Schema of names by language code: a string, or a list whose first is displayed. `en` is required. */
export const namesSchema = z
  .record(
    z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'is no language code such as "en" or "zh-Hant"'),
    z.union([name, z.array(name).min(1)]),
  )
  .transform((names) =>
    Object.fromEntries(Object.entries(names).map(([code, list]) => [code, typeof list === 'string' ? [list] : list])),
  )
  .refine((names) => Object.hasOwn(names, 'en'), { error: 'needs a name in en' })

/** @returns the display name in a language, or the English one */
export function nameIn(names: UiNames, language: string): string {
  return names[language]?.[0] ?? names.en?.[0] ?? ''
}
