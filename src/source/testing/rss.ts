/** A feed in RSS 2.0: entries with nothing but an id, which is their title too. */
export function rss(title: string, ...items: string[]): string {
  const entries = items.map((item) => `<item><guid>${item}</guid><title>${item}</title></item>`)
  return (
    '<?xml version="1.0"?><rss version="2.0"><channel>' +
    `<title>${title}</title><link>https://${title}.example/</link>${entries.join('')}</channel></rss>`
  )
}
