/**
 * Whether a path with its query matches a pattern of robots.txt (RFC 9309, 2.2.3) or `tdmrep.json`: a prefix, in which `*` stands for
 * anything and a final `$` for the end. Does not backtrack: each part is searched for once, after the one before.
 */
export function matchesWildcards(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = isAnchored ? (rest.pop() ?? first) : undefined
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (last === undefined) return true
  return parts.length === 1 ? path === first : path.endsWith(last) && path.length - last.length >= at
}
