/** The cased letters of a name or of a span of text, as written: what a case-sensitive alias is compared by. */
export function casedLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{Lu}\p{Ll}]/gu, '')
}

/** A folded name as one word, as hashtags have it: letters and digits alone. */
export function asOneWord(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '')
}
