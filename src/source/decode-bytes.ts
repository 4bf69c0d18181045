import { isUtf8 } from 'node:buffer'

const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/** Encodings that decode any bytes, so that success proves nothing; servers declare them by default. */
const ACCEPTS_ANYTHING = new Set(['windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'iso-8859-2'])

/** Characters that XML 1.0 forbids (2.2), and JSON text has no use for. */
const C0_CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/g
const ANY_CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]/

/** The Windows-1252 characters for U+0080…U+009F, which are control characters that no publisher means. */
const C1_AS_WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

/**
 * Decodes a feed's bytes to text, whichever of byte order mark, header and declaration is right.
 *
 * A byte order mark, or the NULs of UTF-16 and UTF-32, decides. Otherwise well-formed UTF-8 is UTF-8, whatever is declared.
 * Then the first of header and declaration that decodes without error wins; one that cannot fail (servers declare Latin-1
 * by default) comes last. Windows-1252 is the fallback. C1 controls become the Windows-1252 characters that were meant.
 *
 * @param contentType the HTTP header, for its `charset`
 * @returns text without byte order mark and without control characters; undecodable bytes become U+FFFD
 */
export function decodeBytes(bytes: Uint8Array, contentType?: string): string {
  const text = decodeHonestly(bytes, contentType)
  return ANY_CONTROL.test(text) ? repairC1(text).replace(C0_CONTROL, '') : text
}

/** Replaces C1 control characters with the Windows-1252 characters of the same bytes. */
export function repairC1(text: string): string {
  return /[\x80-\x9f]/.test(text)
    ? text.replace(/[\x80-\x9f]/g, (control) => C1_AS_WINDOWS_1252[control.charCodeAt(0) - 0x80]!)
    : text
}

/** @returns whether bytes begin like text in UTF-16 or UTF-32, where NULs are parts of characters */
export function isWideText(bytes: Uint8Array): boolean {
  return utf32ByteOrder(bytes) !== undefined || (certainEncoding(bytes) ?? 'utf-8') !== 'utf-8'
}

function decodeHonestly(bytes: Uint8Array, contentType: string | undefined): string {
  const isLittle = utf32ByteOrder(bytes)
  if (isLittle !== undefined) return decodeUtf32(bytes, isLittle)
  const certain = certainEncoding(bytes)
  if (certain) return new TextDecoder(certain).decode(bytes)
  // ISO-2022-JP and the like consist of ASCII bytes and so pass for UTF-8; only their escape characters tell them apart.
  if (!bytes.includes(0x1b) && isUtf8(bytes)) return bufferOf(bytes).toString('utf8')
  const fromHeader = knownEncoding(/charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1])
  const claimed = [fromHeader, declaredEncoding(bytes)].filter((name) => name !== undefined)
  const stateful = claimed.find((name) => name.startsWith('iso-2022'))
  if (stateful && bytes.includes(0x1b)) return new TextDecoder(stateful).decode(bytes)
  if (isUtf8(bytes)) return bufferOf(bytes).toString('utf8')
  // A UTF-8 feed that was cut in the middle of a character, or has one bad byte, is still UTF-8.
  if (claimed.every((name) => name === 'utf-8')) {
    const nearly = new TextDecoder('utf-8').decode(bytes)
    if (isMostlyRead(nearly)) return nearly
  }
  for (const name of claimed) {
    const text = ACCEPTS_ANYTHING.has(name) ? undefined : decodeStrictly(name, bytes)
    if (text !== undefined) return text
  }
  return new TextDecoder(claimed.find((name) => name !== 'utf-8') ?? 'windows-1252').decode(bytes)
}

/**
 * Detects UTF-32 by its byte order mark, or by three zero bytes beside an ASCII first character, which no other text encoding has.
 * `TextDecoder` does not support UTF-32, as browsers dropped it.
 *
 * @returns whether it is little-endian; undefined for other encodings
 */
function utf32ByteOrder(bytes: Uint8Array): boolean | undefined {
  if (bytes.length < 8) return undefined
  const [a, b, c, d, e, f, g, h] = [...bytes.subarray(0, 8)] as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ]
  const isBigFirst = a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d !== 0))
  const isLittleFirst = c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0))
  // The second character is checked too, as some feeds begin with a few NULs: no code point is beyond U+10FFFF.
  if (isBigFirst && e === 0 && f <= 0x10) return false
  return isLittleFirst && h === 0 && g <= 0x10 ? true : undefined
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // A code point takes at most two units of UTF-16; what is no character becomes U+FFFD.
  const units = new Uint16Array(Math.floor(bytes.length / 4) * 2)
  let length = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle)
    if (code > 0xffff && code <= 0x10ffff) {
      units[length++] = 0xd800 + ((code - 0x10000) >> 10)
      units[length++] = 0xdc00 + ((code - 0x10000) & 0x3ff)
    } else units[length++] = code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code
  }
  return new TextDecoder('utf-16le').decode(units.subarray(0, length))
}

/** Returns the encoding that a byte order mark, or the NULs of UTF-16 without one, prove. */
function certainEncoding(bytes: Uint8Array): string | undefined {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1]
  return marked ?? utf16WithoutMark(bytes)
}

/** Detects XML or JSON in UTF-16 without a mark: its first two characters are ASCII, so that every other byte is NUL. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0) return 'utf-16be'
  if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0) return 'utf-16le'
  return undefined
}

/** Returns the encoding of the XML declaration, or of a page's `meta`, which is within the first 1,024 bytes (HTML, 4.2.5.4) or soon after. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = bufferOf(bytes.subarray(0, 4_096)).toString('latin1')
  const declared = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head.slice(0, 1_024))
  const meta = /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)
  return knownEncoding((declared ?? meta)?.[1])
}

/** @returns the WHATWG name, e.g. `gbk` for GB2312; undefined for an unknown label */
function knownEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isMostlyRead(text: string): boolean {
  let wrong = 0
  let beyondAscii = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) wrong++
    else if (unit > 0x7f) beyondAscii++
  }
  // Where nothing else is beyond ASCII, an undecodable byte is a letter of Windows-1252, not damage.
  return wrong * 10 < beyondAscii || (wrong === 1 && beyondAscii > 0)
}
