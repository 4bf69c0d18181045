/** Characters that readers do not see but models do: controls, zero-width characters, bidi marks, tags, variation selectors. */
const INVISIBLE = /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point})/gu

/** Removes invisible characters, so that a model gets nothing that readers do not see. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '')
}
