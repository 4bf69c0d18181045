import { escapeHtml } from '../lib/escape-html.ts'
import type { ClusterSettings } from '../story/cluster-settings.ts'
import type { Replay } from './replay.ts'
import type { ReplayRow } from './replay-rows.ts'

/** Renders a replay as a self-contained page, for the operator to review or share before anything is changed. */
export function replayPage(
  { items, storiesBefore, storiesAfter }: Replay,
  rows: readonly ReplayRow[],
  changed: Partial<ClusterSettings>,
): string {
  const settings = Object.entries(changed)
    .map(([name, value]) => `<code>${escapeHtml(name)} = ${value}</code>`)
    .join(', ')
  const lines = rows.map(
    ({ what, stories, headlines }) =>
      `<tr><th scope="row">${what}</th><td>${stories.join(', ')}</td><td>${headlines.map(escapeHtml).join('<br>')}</td></tr>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Replay</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.4rem .8rem .4rem 0;border-top:1px solid}</style>
</head><body><h1>Replay</h1>
<p>${items} items: ${storiesBefore} stories now, ${storiesAfter} with ${settings || 'the settings in force'}.</p>
${
  rows.length === 0
    ? '<p>Nothing would differ.</p>'
    : `<table><caption>What would differ</caption><thead><tr><th scope="col">What</th><th scope="col">Stories</th>
<th scope="col">Which</th></tr></thead><tbody>
${lines.join('\n')}
</tbody></table>`
}
</body></html>
`
}
