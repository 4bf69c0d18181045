/** Returns the cased letters of a name or a span of text, as written, by which case-sensitive aliases are compared. */
export function casedLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{Lu}\p{Ll}]/gu, '')
}

/** Returns a folded name as one word, as in hashtags: only its letters and digits. */
export function asOneWord(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '')
}
