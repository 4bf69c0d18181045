import type { ModelDraft } from '../draft-schema.ts'

/**
 * Simulates the worst model: it obeys the line with the canary, says it in every part, and cites the line verbatim, so that
 * no check of quotes rejects it.
 *
 * @param prompt the user message
 * @returns undefined if the prompt does not contain the canary
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
    // A quote of a second report, which corroborates nothing.
    const beside = { text: short.text, citations: [...short.citations, { item: other, quote: title }] }
    return { headline: short, sentences: [whole, bare, claim, beside], impact: whole, kind: 'other' }
  }
  return undefined
}
