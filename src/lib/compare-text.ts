/** Compares texts by UTF-16 code unit, for a sort order that is the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
