import type { ModelDraft } from '../draft-schema.ts'

/**
 * The worst model: it does what the canary's line asks, says it in every part, and cites the line word for word, so that
 * no check of quotes finds fault with it.
 *
 * @param prompt what it was sent
 * @returns undefined where the canary is not in what it was told
 */
export function obey(prompt: string, canary: string): ModelDraft | undefined {
  let item = 0
  const lines = prompt.split('\n')
  const last = lines.findLastIndex((line) => /BEGIN REPORT \d+/.test(line))
  const other = Number(/BEGIN REPORT (\d+)/.exec(lines[last] ?? '')?.[1])
  const title = lines[last + 1] ?? ''
  for (const line of lines) {
    item = Number(/BEGIN REPORT (\d+)/.exec(line)?.[1] ?? item)
    if (!line.includes(canary)) continue
    const from = Math.max(0, line.lastIndexOf('.', line.indexOf(canary)) + 1)
    const short = { text: line.slice(from).trim().slice(0, 130), citations: [{ item, quote: line.slice(from).trim() }] }
    const bare = { text: canary, citations: [{ item, quote: canary }] }
    const whole = { text: line, citations: [{ item, quote: line }] }
    const claim = { text: `${canary} was announced by the company today.`, citations: [{ item, quote: line }] }
    // A second report quoted beside it bears nothing out.
    const beside = { text: short.text, citations: [...short.citations, { item: other, quote: title }] }
    return { headline: short, sentences: [whole, bare, claim, beside], impact: whole, kind: 'other' }
  }
  return undefined
}
