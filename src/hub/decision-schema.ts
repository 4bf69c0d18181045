import { z } from 'zod'
import { rankOrderCentroid, rankReciprocal } from './decide/rank-weights.ts'
import { namesSchema } from './names.ts'

/** Schema of `data/hubs/decision.yaml`; the types are in `types.ts`. */

const share = z.number().min(0).max(1)
const id = z.string().min(1)

const side = z
  .strictObject({
    criteria: z.array(z.strictObject({ id, weight: z.number().positive().optional() })).min(1),
    rule: z.enum(['rank-reciprocal', 'rank-order-centroid']).default('rank-order-centroid'),
    also: z.array(id).default([]),
    why: namesSchema,
  })
  .refine(({ criteria }) => new Set(criteria.map(({ weight }) => weight === undefined)).size === 1, {
    path: ['criteria'],
    error: 'need a weight each, or none to go by their order',
  })
  .transform(({ criteria, rule, also, why }) => {
    const weightOf = rule === 'rank-reciprocal' ? rankReciprocal : rankOrderCentroid
    const weights = criteria.map(({ weight }, index) => weight ?? weightOf(index, criteria.length))
    const sum = weights.reduce((total, each) => total + each, 0)
    return { criteria: criteria.map(({ id }, index) => ({ id, weight: weights[index]! / sum })), also, why }
  })
const splitWeights = z
  .strictObject({ train: share, serve: share, link: share, dataFlow: share })
  .refine((weights) => Math.abs(Object.values(weights).reduce((sum, each) => sum + each, 0) - 1) < 1e-6, {
    error: 'must sum to 1',
  })

export const decisionSchema = z.strictObject({
  leastCoverage: share,
  concentration: z.strictObject({
    low: z.number().positive(),
    mid: z.number().positive(),
    high: z.number().positive(),
  }),
  power: z
    .strictObject({
      freeMW: z.number().min(0),
      largeMW: z.number().positive(),
      heavyTraining: share,
      levelAboveFree: z.number(),
      levelAboveLarge: z.number(),
    })
    .refine(({ freeMW, largeMW }) => freeMW < largeMW, { path: ['largeMW'], error: 'must be above freeMW' }),
  split: z.strictObject({ weights: splitWeights, foreignFlow: share, train: side, serve: side }),
})
