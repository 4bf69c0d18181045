/**
 * Text both engines can keep: PostgreSQL refuses NUL, SQLite cuts there, neither can write half of a surrogate pair.
 * Each such unit becomes U+FFFD, so offsets into the text stay right.
 */
export function storableText(text: string): string {
  // es2024's toWellFormed, which Node 20 has and this target's types do not name.
  const wellFormed = (text as string & { toWellFormed(): string }).toWellFormed()
  return wellFormed.includes('\0') ? wellFormed.replaceAll('\0', '\uFFFD') : wellFormed
}
