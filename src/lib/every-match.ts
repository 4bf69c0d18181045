/**
 * All matches of a pattern in a text, in order: what `[...text.matchAll(pattern)]` gives. `matchAll` copies the pattern at each call,
 * which for a pattern of some hundred words costs as much as looking through a headline, and the copy is often not compiled yet.
 *
 * @param pattern with the flag `g`; its `lastIndex` is 0 afterwards
 */
export function everyMatch(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += characterLength(text, match.index, pattern.unicode)
  }
  return matches
}

/** With the flag `u` a search that begins within a surrogate pair goes back to its beginning (ECMA-262, AdvanceStringIndex). */
function characterLength(text: string, at: number, isUnicode: boolean): number {
  return isUnicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
