/** Characters that a reader does not see and a model does: controls, zero widths, bidi marks, tags, variation selectors. */
const INVISIBLE = /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point})/gu

/** @returns the text without what readers do not see, so that a model is told nothing that they are not */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '')
}
