import { createRequire } from 'node:module'

/** The parts of linkedom and Readability that are used; their own types require the DOM types. */
interface Parsers {
  readonly parseHTML: (html: string) => { readonly document: object }
  readonly Readability: new (
    document: object,
    options: { readonly disableJSONLD: boolean; readonly keepClasses: boolean },
  ) => { parse(): { readonly content?: string | null } | null }
}

let parsers: Parsers | undefined

/**
 * Returns the part of a page that Mozilla's Readability takes for the article, as HTML; undefined if it finds none.
 *
 * linkedom and Readability take about 300 ms to load, so they are required at the first call and not imported.
 *
 * @param body body of a slim page, bounded in depth and size
 */
export function readabilityHtml(body: string): string | undefined {
  parsers ??= loadParsers()
  const { document } = parsers.parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`)
  const article = new parsers.Readability(document, { disableJSONLD: true, keepClasses: true }).parse()
  return article?.content ?? undefined
}

function loadParsers(): Parsers {
  const require = createRequire(import.meta.url)
  const { parseHTML } = require('linkedom') as Pick<Parsers, 'parseHTML'>
  const { Readability } = require('@mozilla/readability') as Pick<Parsers, 'Readability'>
  return { parseHTML, Readability }
}
