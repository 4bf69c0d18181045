import { Parser } from 'htmlparser2'
import { repairC1 } from './decode-bytes.ts'

const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Names met so far; HTML has 2,231, so the map stays small whatever a feed invents. */
const known = new Map<string, string | undefined>()
const MAX_KNOWN = 4_000

/**
 * Decodes character references in XML text the way publishers mean them: XML's five, numbers (with Windows-1252 for
 * 128–159), and HTML's names even where no DTD declares them. A bare `&` and an unknown name stay as they are.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,9})|([a-z][a-z0-9]{1,31}));/gi,
    (written, hex, decimal, name) => {
      if (name !== undefined) return XML_ENTITIES.get(name) ?? htmlEntity(name) ?? written
      const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff)
      return isCharacter ? repairC1(String.fromCodePoint(codePoint)) : '\ufffd'
    },
  )
}

function htmlEntity(name: string): string | undefined {
  if (known.has(name)) return known.get(name)
  const written = `&${name};`
  let decoded = ''
  const parser = new Parser({ ontext: (text) => (decoded += text) }, { decodeEntities: true })
  parser.write(written)
  parser.end()
  const value = decoded === written ? undefined : decoded
  if (known.size < MAX_KNOWN) known.set(name, value)
  return value
}
