import { isWideText } from './decode-bytes.ts'

/** First bytes of files that are not text, as Latin-1, and what a reader would call them. */
const SIGNATURES: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-/, 'a PDF document'],
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'a ZIP archive, or an office document or book that is one'],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, 'an old office document'],
  [/^\{\\rtf/, 'an RTF document'],
  [/^\x1f\x8b/, 'a gzip file, to be unpacked first'],
  [/^BZh[1-9]1AY&SY/, 'a bzip2 file, to be unpacked first'],
  [/^\xfd7zXZ\0/, 'an xz file, to be unpacked first'],
  [/^\x28\xb5\x2f\xfd/, 'a zstd file, to be unpacked first'],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7z archive, to be unpacked first'],
  [/^Rar!\x1a\x07/, 'a RAR archive, to be unpacked first'],
  [/^(?:\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP|II\*\0|MM\0\*|\0\0\x01\0)/s, 'a picture'],
  [/^\0\0..ftyp(?:avi|hei|mif)/s, 'a picture'],
  [/^(?:ID3[\x02-\x04]|\xff[\xf2\xf3\xfb]|fLaC|RIFF....WAVE)/s, 'a sound file'],
  [/^(?:\0\0..ftyp|\x1aE\xdf\xa3|RIFF....AVI |OggS)/s, 'a film or a sound file'],
  [/^SQLite format 3\0/, 'an SQLite database'],
  [/^(?:\x7fELF|MZ.{58}..\0\0|\xcf\xfa\xed\xfe|\0asm)/s, 'a program'],
  [/^(?:wOF[F2]|OTTO\0|\0\x01\0\0)/, 'a font'],
]

/** Bytes of a file that are examined; more tell nothing new. */
const LOOKED_AT_BYTES = 4_096
/**
 * Maximum share of control characters in text: of "binary data bytes" (WHATWG MIME Sniffing, 3) except NULs, with which some servers pad.
 * Damaged feeds hold a few; of random bytes they are a tenth.
 */
const MOST_CONTROLS = 0.04

/**
 * Names the kind of bytes that are not text in any encoding, by how they begin, else by the share of control characters in their first 4 KB.
 *
 * @returns a phrase that completes "it is …", in English; undefined for text, which may be of any kind
 * @example
 * fileKind(Buffer.from('%PDF-1.7')) // 'a PDF document'
 */
export function fileKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES))
  const written = head.toString('latin1')
  const known = SIGNATURES.find(([start]) => start.test(written))?.[1]
  // In UTF-16 every second byte may look like a control character, as 0x04 does in Cyrillic.
  if (known !== undefined || isWideText(head)) return known
  const controls = written.match(/[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  return controls > MOST_CONTROLS * head.length ? 'a binary file' : undefined
}
