/** Characters that a reader does not see and a model does: controls, zero widths, bidi marks, tags, variation selectors. */
const INVISIBLE = /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point})/gu

/** @returns the text without what readers do not see, so that a model is told nothing that they are not */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '')
}

/** @returns the first `most` characters, no half of a pair among them */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
