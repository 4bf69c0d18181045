/** Maximum length of a dateline in UTF-16 units; bounds the time of the patterns. */
const LONGEST = 90

/**
 * Match datelines of wires and newspapers, up to the first sentence: a place, sometimes a country, date and agency, then a dash or a bracket.
 * A name in mixed case before a dash is not a dateline: `Halden - the maker of racks - closed`.
 */
const DATELINES: readonly RegExp[] = [
  // SINGAPORE - The …; KUALA LUMPUR, Nov 23 (Wire) - The …; HONG KONG/TOKYO (Agency) – The …
  /^\s*\p{Lu}[\p{Lu} .'’/-]{2,40}(?:, \p{Lu}[\p{L}.]{1,15}(?: \d{1,2})?){0,2}(?: ?\([^()\n]{2,30}\))? ?[—–-]{1,2} (?=["“‘]?[\p{Lu}\d])/u,
  // (Wire) - The …
  /^\s*\([^()\n]{2,20}\) ?[—–-]{1,2} (?=["“‘]?[\p{Lu}\d])/u,
  // 新华社北京11月22日电 …; 中央社台北22日電（記者…）…
  /^\s*[（(【]?(?:新华社|新華社|中新社|中新网|中新網|中央社)[^\s，。]{0,24}[電电](?:[^\S\n]*（[^（）\n]{1,30}）|[^\S\n]*\([^()\n]{1,30}\))?[】）)]?\s*/u,
  // 【北京＝…】 …; ［東京 22日 …］ - …
  /^\s*(?:【[^【】\n]{1,20}[=＝][^【】\n]{1,20}】|［[^［］\n]{1,15} \d{1,2}日 [^［］\n]{1,15}］)\s*(?:[-－—–]\s)?/u,
  // (서울=…) 홍길동 기자 = …
  /^\s*\([가-힣·]{2,12}=[^()\n]{2,20}\)\s*(?:[가-힣·, ]{2,24}(?:기자|특파원)\s*=\s*)?/u,
]

/**
 * Returns where the first sentence of a report begins, after its dateline. The place where a report was written is not its subject.
 *
 * @param text plain text that begins with the report
 * @returns UTF-16 units; 0 if there is no dateline
 */
export function datelineEnd(text: string): number {
  const head = text.slice(0, LONGEST)
  for (const dateline of DATELINES) {
    const match = dateline.exec(head)
    if (match !== null) return match[0].length
  }
  return 0
}

/** Returns a report without its dateline. */
export function withoutDateline(text: string): string {
  return text.slice(datelineEnd(text))
}
