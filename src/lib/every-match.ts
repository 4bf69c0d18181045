/**
 * Returns all matches of a pattern in order, like `[...text.matchAll(pattern)]`. `matchAll` clones the pattern at each call, which for a
 * pattern of some hundred words costs as much as searching a headline, and the clone is often not compiled yet.
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

/** Returns how far to advance after an empty match; with the flag `u`, past a whole surrogate pair (ECMA-262, AdvanceStringIndex). */
function characterLength(text: string, at: number, isUnicode: boolean): number {
  return isUnicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
