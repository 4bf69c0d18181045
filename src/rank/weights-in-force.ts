import type { BeatRules } from './beat-rules.ts'
import { formatWeights, parseWeights } from './weights.ts'

/**
 * What a deployment ranks by: the weights of its beat, with those of the setting on top.
 *
 * @returns what differs from the shipped ones, as `parseWeights` reads it
 * @throws WeightError
 */
export function weightsInForce(setting: string, { weights }: Pick<BeatRules, 'weights'>): string {
  return formatWeights(parseWeights(setting, parseWeights(weights)))
}
