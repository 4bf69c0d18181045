import { z } from 'zod'

/** Names by language (BCP 47), the shown one first; English is always there. */
export type UiNames = Readonly<Record<string, readonly string[]>>

const name = z.string().trim().min(1)

/** A name for each language of the interface: a text, or a list whose first is shown. */
export const namesSchema = z
  .record(
    z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, 'is no language code such as "en" or "zh-Hant"'),
    z.union([name, z.array(name).min(1)]),
  )
  .transform((names) =>
    Object.fromEntries(Object.entries(names).map(([code, list]) => [code, typeof list === 'string' ? [list] : list])),
  )
  .refine((names) => Object.hasOwn(names, 'en'), { error: 'needs a name in en' })

/** @returns the name shown in a language, else the English one */
export function nameIn(names: UiNames, language: string): string {
  return names[language]?.[0] ?? names.en?.[0] ?? ''
}
