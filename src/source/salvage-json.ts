/**
 * Parses JSON; of JSON that was cut off, everything up to the last complete element of a list.
 *
 * @throws SyntaxError for what is broken in another way, or has no complete element. Linear.
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

/** Closes the brackets that are open after the last object that ended inside a list. */
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
      // No feed nests so deep; what does would make the closing brackets long again and again.
      if (open.push(character === '{' ? '}' : ']') > 64) return undefined
    } else if (character === '}' || character === ']') {
      if (open.pop() !== character) return undefined
      // Entries lie in the outermost list: one inside an entry that was cut off does not make the entry complete.
      if (character === '}' && open.indexOf(']') === open.length - 1) {
        end = at + 1
        closers = open.toReversed().join('')
      }
    }
  }
  return end > 0 && open.length > 0 ? text.slice(0, end) + closers : undefined
}
