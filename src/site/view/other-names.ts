export interface OtherName {
  readonly language: string
  readonly name: string
}

/** Returns the names of an entity or hub except the displayed one, each once, under the first language that has it. */
export function otherNames(
  names: Readonly<Record<string, readonly string[] | undefined>>,
  shown: string,
): readonly OtherName[] {
  const seen = new Set([shown])
  const others: OtherName[] = []
  for (const [language, ofLanguage = []] of Object.entries(names)) {
    for (const name of ofLanguage) {
      if (seen.has(name)) continue
      seen.add(name)
      others.push({ language, name })
    }
  }
  return others
}
