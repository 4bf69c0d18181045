import { describe, expect, test } from 'vitest'
import { decodeBytes } from './decode-bytes.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)))
/** With a byte order mark. */
function utf32(text: string, isLittle: boolean, ...more: readonly number[]): Uint8Array {
  const codes = [0xfeff, ...Array.from(text, (character) => character.codePointAt(0)!), ...more]
  const view = new DataView(new ArrayBuffer(codes.length * 4))
  for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, isLittle)
  return new Uint8Array(view.buffer)
}
const xml = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`

describe('the encoding of a feed', () => {
  // Bytes of the same words in the encodings of the catalogue's countries.
  const shiftJis = [0x93, 0xfa, 0x96, 0x7b] // 日本
  const eucKr = [0xc7, 0xd1, 0xb1, 0xb9] // 한국
  const big5 = [0xad, 0xbb, 0xb4, 0xe4] // 香港
  const gbk = [0xcf, 0xe3, 0xb8, 0xdb] // 香港
  const eucJp = [0xc6, 0xfc, 0xcb, 0xdc] // 日本

  test.each([
    ['Shift_JIS declared', bytes(xml('Shift_JIS'), shiftJis), undefined, '日本'],
    ['Shift_JIS in the header', bytes('<a/>', shiftJis), 'text/xml; charset=shift_jis', '日本'],
    ['EUC-KR declared', bytes(xml('euc-kr'), eucKr), undefined, '한국'],
    ['Big5 declared', bytes(xml('Big5'), big5), undefined, '香港'],
    ['GB2312 declared, which means GBK', bytes(xml('gb2312'), gbk), undefined, '香港'],
    ['EUC-JP in the header', bytes('<a/>', eucJp), 'text/xml; charset="EUC-JP"', '日本'],
    [
      'a header that lies with the default of servers',
      bytes(xml('Big5'), big5),
      'text/xml; charset=ISO-8859-1',
      '香港',
    ],
    ['a header that lies about UTF-8', bytes(xml('EUC-KR'), eucKr), 'text/xml; charset=utf-8', '한국'],
    ['a declaration that lies about UTF-8', utf8(`${xml('Shift_JIS')}香港`), undefined, '香港'],
    ['a header that lies about UTF-8 text', utf8('香港'), 'text/xml; charset=big5', '香港'],
    ['an encoding nobody knows', utf8(`${xml('klingon')}香港`), 'text/xml; charset=klingon', '香港'],
    ['Latin-1 bytes without a word', bytes('caf', [0xe9]), undefined, 'café'],
    ['Windows bytes declared Latin-1', bytes(xml('iso-8859-1'), [0x93], 'AI', [0x94]), undefined, '“AI”'],
    ['Windows bytes in UTF-8 clothes', utf8('don\u0092t'), undefined, 'don’t'],
    ['UTF-8 cut in the middle of a character', utf8('香港').subarray(0, 5), undefined, '香\ufffd'],
    ['UTF-32 with its mark', utf32('<a>香港😀', true), undefined, '香港😀'],
    ['UTF-32 of the other byte order', utf32('<a>香港😀', false), 'text/xml; charset=utf-8', '香港😀'],
    ['UTF-32 without its mark', utf32('<a>香港', true).subarray(4), undefined, '香港'],
    ['UTF-32 with what is no character', utf32('<a>', true, 0xd800, 0x110000), undefined, '\ufffd\ufffd'],
    ['a few NULs before UTF-8', utf8('\0\0\0<a>香港'), undefined, '香港'],
    [
      'ISO-2022-JP',
      bytes(xml('iso-2022-jp'), [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]),
      undefined,
      '日本',
    ],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], [0x99, 0x99, 0x2f, 0x6e]), undefined, '香港'],
    ['UTF-16 big endian without a mark', bytes([0, 0x41, 0, 0x49, 0x99, 0x99]), undefined, 'AI香'],
    ['a UTF-8 mark against a header', bytes([0xef, 0xbb, 0xbf], [...utf8('香港')]), 'text/xml; charset=big5', '香港'],
  ])('%s', (_, input, contentType, expected) => {
    const text = decodeBytes(input, contentType)
    expect(text.replace(/^<[^>]*>/, '')).toBe(expected)
  })

  test('loses control characters and NULs, keeps tabs and line ends', () => {
    expect(decodeBytes(utf8('a\0b\x08c\td\r\ne'))).toBe('abc\td\r\ne')
  })

  test('reads no bytes as no text', () => {
    expect(decodeBytes(new Uint8Array())).toBe('')
  })
})
