import { createHash } from 'node:crypto'
import type { Decision } from './types.ts'

/**
 * Returns a short hash that changes when the answer changes for a reader: the verdict, the order, the probability of first
 * place in steps of 5 %, the excluded hubs and, for a split, the best pair.
 */
export function answerVersion({ verdict, ranked, excluded, pairs }: Decision): string {
  const state = JSON.stringify([
    verdict,
    ranked.map(({ hub, p1 }) => [hub, Math.round(p1 * 20)]),
    excluded.map(({ hub }) => hub),
    ...(pairs ? [pairs.slice(0, 1).map(({ train, serve }) => [train, serve])] : []),
  ])
  return createHash('sha256').update(state).digest('base64url').slice(0, 12)
}
