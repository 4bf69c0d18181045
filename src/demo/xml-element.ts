import { escapeHtml } from '../lib/escape-html.ts'

/** `<name attributes>escaped text</name>` on a line of its own; nothing where there is no text. */
export function xmlElement(name: string, text: string | undefined, attributes = ''): string {
  if (text === undefined) return ''
  return `<${name}${attributes && ` ${attributes}`}>${escapeHtml(text)}</${name}>\n`
}
