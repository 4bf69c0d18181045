import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DAY_MS } from '../../src/lib/instant.ts'

/** One item of the load, as a feed would carry it. */
export interface LoadItem {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly at: number
}

const TITLE_CHARACTERS = 110

/**
 * Real AI news as a stream of any length: the data are repeated with shifted dates, so that a repetition falls outside
 * the window in which stories are open, as the same news does not come twice.
 *
 * @param file JSON Lines, gzip, of `{id, date, text}` in order of date
 * @param endsAt date of the last item
 */
export function loadStream(file: string, count: number, endsAt: number): LoadItem[] {
  const rows = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  const base = rows.map((row) => JSON.parse(row) as { id: string; date: string; text: string })
  const firstDay = Date.parse(base[0]!.date)
  const spanMs = Date.parse(base.at(-1)!.date) - firstDay + 5 * DAY_MS
  const rounds = Math.ceil(count / base.length)
  const items: LoadItem[] = []
  for (let round = 0; round < rounds && items.length < count; round++) {
    for (const [index, { id, date, text }] of base.entries()) {
      if (items.length === count) break
      const at = Date.parse(date) - firstDay + round * spanMs + (index % 1_440) * 60_000
      items.push({ id: `${id}-${round}`, title: titleOf(text), text, at })
    }
  }
  const shift = endsAt - items.at(-1)!.at
  return items.map((item) => ({ ...item, at: Math.min(endsAt, item.at + shift) }))
}

function titleOf(text: string): string {
  const first = text.split(/(?<=[.!?])\s|\n/)[0]!
  if (first.length <= TITLE_CHARACTERS) return first
  return `${first.slice(0, TITLE_CHARACTERS).replace(/\s+\S*$/, '')} …`
}

/** An RSS 2.0 document of these items. */
export function rssOf(title: string, items: readonly LoadItem[]): string {
  const entries = items.map(
    ({ id, title: headline, text, at }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${xml(headline)}</title><link>https://load.example/${id}</link>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${xml(text)}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${xml(title)}</title><link>https://load.example/</link><description/>${entries.join('')}</channel></rss>`
}

function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}
