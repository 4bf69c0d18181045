import type { BeatRules } from './beat-rules.ts'
import { formatWeights, parseWeights } from './weights.ts'

/**
 * Merges the weights of a deployment: those of the setting override those of its beat.
 *
 * @returns the weights that differ from the defaults, in the format of `parseWeights`
 * @throws WeightError if the beat or the setting has an unusable weight
 */
export function weightsInForce(setting: string, { weights }: Pick<BeatRules, 'weights'>): string {
  return formatWeights(parseWeights(setting, parseWeights(weights)))
}
