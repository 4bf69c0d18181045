import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { benchFile } from '../bench-folder.ts'
import { readJsonLines } from '../rank/bench-lines.ts'

/** A summary, or a sentence of one, and whether people found that its source supports it. */
export interface LabelledSummary {
  readonly set: string
  readonly document: string
  readonly summary: string
  readonly isSupported: boolean
}

const SUMM_EDITS = ['podcast', 'sales_call', 'sales_email', 'samsum'] as const

/** SummEdits and QAGS; undefined, after one line that says so, where the data are absent. */
export function labelledSummaries(): readonly LabelledSummary[] | undefined {
  const found: LabelledSummary[] = []
  for (const set of SUMM_EDITS) {
    const file = benchFile(`grounding/summedits-${set}.json.gz`)
    if (!file) return undefined
    const rows = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as readonly {
      readonly doc: string
      readonly summary: string
      readonly label: number
    }[]
    found.push(...rows.map(({ doc, summary, label }) => ({ set, document: doc, summary, isSupported: label === 1 })))
  }
  const file = benchFile('grounding/qags-cnndm.jsonl.gz')
  if (!file) return undefined
  const articles = readJsonLines<{
    readonly article: string
    readonly summary_sentences: readonly {
      readonly sentence: string
      readonly responses: readonly { readonly response: string }[]
    }[]
  }>(file)
  for (const { article, summary_sentences } of articles) {
    for (const { sentence, responses } of summary_sentences) {
      const yes = responses.filter(({ response }) => response === 'yes').length
      found.push({ set: 'qags', document: article, summary: sentence, isSupported: 2 * yes > responses.length })
    }
  }
  return found
}
