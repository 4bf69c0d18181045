/**
 * Makes a text storable in both engines: PostgreSQL rejects NUL, SQLite truncates at it, and neither stores a lone
 * surrogate. Each such unit becomes U+FFFD, so offsets into the text stay valid.
 */
export function storableText(text: string): string {
  // ES2024's `toWellFormed` exists in Node 20 but not in the types of our compile target.
  const wellFormed = (text as string & { toWellFormed(): string }).toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed
}
