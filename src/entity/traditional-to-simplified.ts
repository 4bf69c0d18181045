import pairs from 'opencc-js/dict/TSCharacters'

let simplifiedOf: ReadonlyMap<string, string> | undefined

/**
 * Returns the simplified form of a character by OpenCC's table; the character itself where it has none.
 * Japanese-only forms (広, 芸) stay as they are. The table is built at the first call (about 1 ms).
 */
export function toSimplified(character: string): string {
  simplifiedOf ??= readTable()
  return simplifiedOf.get(character) ?? character
}

/** `from to to|from to|…`; the first target is OpenCC's own choice. */
function readTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>()
  for (const entry of pairs.split('|')) {
    const [from, to] = entry.split(' ')
    if (from !== undefined && to !== undefined) table.set(from, to)
  }
  return table
}
