import { escapeHtml } from '../lib/escape-html.ts'

/** Renders `<name attributes>escaped text</name>` on a line of its own; an empty string where `text` is undefined. */
export function xmlElement(name: string, text: string | undefined, attributes = ''): string {
  if (text === undefined) return ''
  return `<${name}${attributes && ` ${attributes}`}>${escapeHtml(text)}</${name}>\n`
}
