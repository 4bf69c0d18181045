/**
 * Parses JSON; of truncated JSON, everything up to the last complete element of a list. Linear in the length of the text.
 *
 * @throws SyntaxError for text that is broken in another way, or has no complete element
 */
export function parseJsonLeniently(text: string): { readonly value: unknown; readonly isSalvaged: boolean } {
  try {
    return { value: JSON.parse(text), isSalvaged: false }
  } catch (error) {
    const whole = completeElements(text)
    if (whole === undefined) throw error
    return { value: JSON.parse(whole), isSalvaged: true }
  }
}

/** Cuts the text after the last complete object of a list, and closes the brackets that are open there. */
function completeElements(text: string): string | undefined {
  const open: string[] = []
  let isInText = false
  let end = 0
  let closers = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInText) {
      if (character === '\\') at++
      else if (character === '"') isInText = false
    } else if (character === '"') isInText = true
    else if (character === '{' || character === '[') {
      // No feed nests so deep; text that does would make each list of closing brackets long.
      if (open.push(character === '{' ? '}' : ']') > 64) return undefined
    } else if (character === '}' || character === ']') {
      if (open.pop() !== character) return undefined
      // Entries are in the outermost list: a complete object inside a truncated entry does not make the entry complete.
      if (character === '}' && open.indexOf(']') === open.length - 1) {
        end = at + 1
        closers = open.toReversed().join('')
      }
    }
  }
  return end > 0 && open.length > 0 ? text.slice(0, end) + closers : undefined
}
