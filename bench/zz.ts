import { checkAgainst } from '../src/summary/align/check-against.ts'
import { LEAST_SCORE } from '../src/summary/align/doubt-weights.ts'
import { checkContext } from './grounding/check-context.ts'
import { labelledSummaries } from './grounding/labelled-summaries.ts'
import { average, balancedAccuracy } from './grounding/logistic.ts'
const rows = labelledSummaries()!
const context = checkContext()
const all = rows.map((row) => ({ ...row, c: checkAgainst(row.summary, [row.document], context) }))
const sets = [...new Set(rows.map((r) => r.set))]
type F = any
const only = (rule: string) => (f: F[]) => f.length > 0 && f.every((x) => x.rule === rule)
const has = (rule: string) => (f: F[]) => f.some((x) => x.rule === rule)
const planOnly = (f: F[]) => f.length === 1 && f[0].rule === 'modality' && f[0].said === 'fact' && f[0].source === 'intent'
const or = (...c: ((f: F[]) => boolean)[]) => (f: F[]) => c.some((x) => x(f))
const V: Record<string, (f: F[]) => boolean> = { none: () => false, qp: or(has('quotation'), has('polarity')), onlyModality: only('modality'), planOnly, onlyNumber: only('number'), onlyName: only('name'),
 misplaced: (f) => f.some((x) => x.misplaced), numberInstead: (f) => f.length===1 && f[0].rule==='number' && f[0].instead,
 qpcc: or(has('quotation'), has('polarity'), has('comparison'), has('cause')), qpPlan: or(has('quotation'), has('polarity'), planOnly), qpPlanNum: or(has('quotation'), has('polarity'), planOnly, only('number')), qpNum: or(has('quotation'), has('polarity'), only('number')) }
for (const [name, hard] of Object.entries(V)) {
  const bad = (r: any) => r.c.sentences.some((s: any) => hard(s.failures))
  const scored = all.map((r) => ({ ...r, score: bad(r) ? 0 : r.c.score }))
  const hit = all.filter(bad)
  console.log(name, sets.map((s) => (100 * balancedAccuracy(scored.filter((r) => r.set === s), LEAST_SCORE)).toFixed(1)).join(' '), (100 * average(sets.map((s) => balancedAccuracy(scored.filter((r) => r.set === s), LEAST_SCORE)))).toFixed(2), 'hits', hit.length, 'false', hit.filter((r) => !r.isSupported).length)
}
