import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileKind } from './file-kind.ts'

const latin1 = (written: string) => Buffer.from(written, 'latin1')

/** Bytes that look drawn at random, and are the same in every run. */
function noise(length: number): Buffer {
  const blocks: Buffer[] = []
  for (let at = 0; at * 32 < length; at++) blocks.push(createHash('sha256').update(`${at}`).digest())
  return Buffer.concat(blocks, length)
}

describe('what is no text is named', () => {
  test.each([
    [latin1('%PDF-1.7\n'), 'a PDF document'],
    [latin1('PK\x03\x04\x14\0'), 'a ZIP archive, or an office document or book that is one'],
    [latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'an old office document'],
    [latin1('{\\rtf1\\ansi'), 'an RTF document'],
    [gzipSync('text'), 'a gzip file, to be unpacked first'],
    [latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'a picture'],
    [latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'a picture'],
    [latin1('RIFF\x10\0\0\0WEBPVP8 '), 'a picture'],
    [latin1('\0\0\0\x1cftypavif'), 'a picture'],
    [latin1('\0\0\0\x1cftypisom'), 'a film or a sound file'],
    [latin1('ID3\x04\0\0'), 'a sound file'],
    [latin1('SQLite format 3\0'), 'an SQLite database'],
    [latin1('\x7fELF\x02\x01\x01\0'), 'a program'],
    [latin1('wOF2\0\x01\0\0'), 'a font'],
    [noise(100_000), 'a binary file'],
    [Buffer.concat([Buffer.from('<p>'), noise(400)]), 'a binary file'],
  ])('%#: %s', (bytes, kind) => expect(fileKind(bytes)).toBe(kind))
})

describe('text is text, whatever its encoding', () => {
  const page = '<html><head><title>港口</title></head><body><p>Größe: 5 km – très près.</p></body></html>'
  const utf16 = Buffer.from(page, 'utf16le')
  const utf32 = Buffer.alloc(page.length * 4)
  for (const [at, character] of [...page].entries()) utf32.writeUInt32LE(character.codePointAt(0)!, at * 4)

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['UTF-8', Buffer.from(page)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${page}`)],
    ['UTF-16', utf16],
    ['UTF-16 with its mark', Buffer.concat([latin1('\xff\xfe'), utf16])],
    ['UTF-16 with the larger byte first', Buffer.from(utf16).swap16()],
    ['UTF-32', utf32],
    ['windows-1252', latin1('<p>Gr\xf6\xdfe \x96 \x93tr\xe8s\x94</p>')],
    ['ISO-2022-JP', latin1('<p>\x1b$B9a9A\x1b(B</p>'.repeat(50))],
    ['terminal colours', latin1('\x1b[31mred\x1b[0m '.repeat(50))],
    [
      'a feed with some stray control characters',
      latin1(`<rss>${'a few words\x02 and more of them '.repeat(20)}</rss>`),
    ],
    ['NULs before a feed', latin1('\0\0\0<rss/>')],
  ])('%s', (_encoding, bytes) => expect(fileKind(bytes)).toBeUndefined())
})
