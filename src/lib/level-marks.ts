/**
 * Maximum number of combining marks in a row, as in Unicode's Stream-Safe Text Format (UAX #15, 13). Normalising sorts them in quadratic
 * time: 150,000 marks in descending order took a minute and a half.
 */
const MOST_MARKS = 30

/** By UTF-16 unit, 1 for marks and for the halfwidth voicing marks of kana, which NFKC turns into marks. */
let isMark: Uint8Array | undefined

/** Limits a text to 30 combining marks in a row. Linear; idempotent. */
export function levelMarks(text: string): string {
  let kept = ''
  let from = 0
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // No mark is below U+0300.
    if (code < 0x300) {
      run = 0
      continue
    }
    const length = markLength(text, at, code)
    run = length === 0 ? 0 : run + 1
    if (run > MOST_MARKS) {
      kept += text.slice(from, at)
      from = at + length
    }
    if (length === 2) at++
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** Returns the length in UTF-16 units of the mark at a position; 0 if there is none. */
function markLength(text: string, at: number, code: number): number {
  if (code < 0xd800 || code > 0xdfff) {
    isMark ??= marks()
    return isMark[code]!
  }
  return code <= 0xdbff && /^\p{M}/u.test(text.slice(at, at + 2)) ? 2 : 0
}

function marks(): Uint8Array {
  const found = new Uint8Array(0x10000)
  for (let code = 0x300; code < 0x10000; code++) {
    if (code < 0xd800 || code > 0xdfff) found[code] = /[\p{M}\uff9e\uff9f]/u.test(String.fromCharCode(code)) ? 1 : 0
  }
  return found
}
