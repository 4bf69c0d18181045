import { Parser } from 'htmlparser2'
import { repairC1 } from './decode-bytes.ts'

const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Cache of entities by name. HTML has 2,231; `MAX_KNOWN` bounds what feeds invent. */
const known = new Map<string, string | undefined>()
const MAX_KNOWN = 4_000

/**
 * Decodes character references in XML text the way publishers mean them: XML's five entities, numeric references (128–159
 * as Windows-1252), and HTML's entities even where no DTD declares them. A bare `&` and an unknown name stay as they are.
 *
 * @param declared what `declaredEntities` found in the document
 */
export function decodeReferences(text: string, declared: ReadonlyMap<string, string> = NONE): string {
  if (!text.includes('&')) return text
  if (text.length <= MAX_AT_ONCE) return decodePart(text, declared)
  let decoded = ''
  for (let start = 0; start < text.length; ) {
    let end = start + MAX_AT_ONCE
    const last = text.lastIndexOf('&', end)
    if (end < text.length && last > end - MAX_REFERENCE) end = last
    decoded += decodePart(text.slice(start, end), declared)
    start = end
  }
  return decoded
}

/** Characters decoded at once: `replace` keeps all its matches until the end, and a million references in one text took 160 MB. */
const MAX_AT_ONCE = 30_000
const MAX_REFERENCE = 40

function decodePart(text: string, declared: ReadonlyMap<string, string>): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,8})|#([0-9]{1,9})|([a-z][a-z0-9]{1,31}));/gi,
    (written, hex, decimal, name) => {
      if (name !== undefined) return XML_ENTITIES.get(name) ?? declared.get(name) ?? htmlEntity(name) ?? written
      const codePoint = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      const isCharacter = codePoint > 0 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff)
      return isCharacter ? repairC1(String.fromCodePoint(codePoint)) : '\ufffd'
    },
  )
}

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Finds the entities that a document declares for itself as short plain text (`<!ENTITY id "tag:a.example,">`). One that
 * holds markup, another entity or a file is left out, so that nothing is fetched and no text grows more than tenfold.
 */
export function declaredEntities(text: string): ReadonlyMap<string, string> {
  const start = text.slice(0, 20_000).search(/<!DOCTYPE[^<>[]{0,500}\[/i)
  if (start < 0) return NONE
  const subset = text.slice(start, start + 20_000)
  const found = new Map<string, string>()
  for (const [, name, quoted, alsoQuoted] of subset.matchAll(DECLARATION)) {
    if (name !== undefined && !found.has(name)) found.set(name, quoted ?? alsoQuoted ?? '')
  }
  return found
}

const DECLARATION = /<!ENTITY\s{1,20}([a-z][a-z0-9]{1,31})\s{1,20}(?:"([^"<&%]{0,40})"|'([^'<&%]{0,40})')\s{0,20}>/gi

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
