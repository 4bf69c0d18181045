import type { PageContext } from '../page-context.ts'
import type { ParameterFault } from '../query-parameters.ts'

/** Parameters that could not be used, so that a list of everything does not pass for the one that was asked for. */
export function LeftOut({ faults = [], c }: { faults?: readonly ParameterFault[]; c: PageContext }) {
  if (faults.length === 0) return null
  return (
    <p class="note" role="status">
      <small>
        {c.m.leftOut}{' '}
        {faults.map(({ name, value, problem }, index) => (
          <>
            {index > 0 ? ' · ' : ''}
            <code>{`${name}=${value.slice(0, 100)}`}</code>
            {/* Nobody can guess a weight's name and range; only the English text for programs states them. */}
            {name === 'weights' ? <span lang="en"> {problem}</span> : null}
          </>
        ))}
      </small>
    </p>
  )
}
