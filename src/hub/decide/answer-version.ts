import { createHash } from 'node:crypto'
import type { Decision } from './types.ts'

/**
 * A mark that changes when a reader would decide otherwise: who is first, how surely (in steps of 5 %), in which order, who is
 * out, and of split roles which pair is best.
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
