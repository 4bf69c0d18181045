import { escapeHtml } from '../lib/escape-html.ts'
import { addressOf } from './entry-address.ts'
import type { DemoEntry, DemoWorld } from './world.ts'

const LINK = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g

/** Converts the entry's text to HTML paragraphs, with its links as anchors; the entry's own HTML is returned as it is. */
export function entryHtml(world: DemoWorld, entry: DemoEntry): string {
  if (entry.html !== undefined) return entry.html
  return entry.text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const html = escapeHtml(paragraph).replace(LINK, (_, key: string, label: string | undefined) => {
        const address = escapeHtml(addressOf(world, world.entry(key)!))
        return `<a href="${address}">${label ?? address}</a>`
      })
      return `<p>${html.replaceAll('\n', '<br>')}</p>`
    })
    .join('\n')
}

/** Returns the entry's text without markup: links become their labels, or their addresses where they have none. */
export function entryPlainText(world: DemoWorld, entry: DemoEntry): string {
  return entry.text
    .trim()
    .replace(LINK, (_, key: string, label: string | undefined) => label ?? addressOf(world, world.entry(key)!))
}

/** Returns the first sentence, for feeds that give a summary beside the content. */
export function entryTeaser(world: DemoWorld, entry: DemoEntry): string {
  const text = entryPlainText(world, entry)
  return /^[^\n]*?(?:[.!?](?=\s)|[。！？])/.exec(text)?.[0] ?? text
}
