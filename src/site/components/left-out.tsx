import { parseWeights, WeightError } from '../../rank/weights.ts'
import { weightFaultWords } from '../messages/weight-faults.ts'
import type { PageContext } from '../page-context.ts'
import type { ParameterFault } from '../query-parameters.ts'

/** Parameters that could not be used, so that a list of everything does not pass for the one that was asked for. */
export function LeftOut({ faults = [], c }: { faults?: readonly ParameterFault[]; c: PageContext }) {
  if (faults.length === 0) return null
  return (
    <p class="note" role="status">
      <small>
        {c.m.leftOut}{' '}
        {faults.map(({ name, value }, index) => (
          <>
            {index > 0 ? ' · ' : ''}
            <code>{`${name}=${value.slice(0, 100)}`}</code>
            {/* Nobody can guess a weight's name and range. */}
            {name === 'weights' ? ` ${weightsProblem(value, c)}` : null}
          </>
        ))}
      </small>
    </p>
  )
}

/** Says what is wrong with weights, in the reader's language, and of which. */
function weightsProblem(value: string, { language }: PageContext): string {
  try {
    parseWeights(value)
    return ''
  } catch (error) {
    if (!(error instanceof WeightError)) throw error
    return `${error.part}: ${weightFaultWords(error.fault, language)}`
  }
}
