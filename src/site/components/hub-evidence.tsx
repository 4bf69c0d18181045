import type { StoredEvidence } from '../../store/evidence-types.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { Moment } from './marks.tsx'

const STANCE_SIGNS = { strength: '+', constraint: '−', plan: '◌', fact: '=', claim: '?' } as const
const STATUS_SIGNS = { announced: '○', approved: '◔', building: '◐', operating: '●', cancelled: '×', none: '' } as const

/** One line of evidence: the quotation, what it says of the place, who says it and when. */
export function EvidenceLine({ line, c }: { line: StoredEvidence; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { quote, language, stance, status, quantity, isOpinion, independent, at, storyId, sourceId } = line
  return (
    <li class="row">
      <p>
        <q lang={language}>{quote}</q>
      </p>
      <p class="meta">
        <span class="st" data-g={status === 'none' ? STANCE_SIGNS[stance] : STATUS_SIGNS[status]}>
          {status === 'none' ? h.stances[stance] : h.statuses[status]}
        </span>{' '}
        {status === 'none' ? null : <span>{h.stances[stance]} </span>}
        {quantity ? (
          <span>
            {`${c.f.decimal(quantity.value, 2)} ${quantity.unit}${quantity.asOf ? ` (${quantity.asOf})` : ''}`}{' '}
          </span>
        ) : null}
        {isOpinion ? <b>{h.opinion} </b> : null}
        <a href={paths.source(sourceId)}>{sourceId}</a> <Moment at={at}>{c.f.day(at)}</Moment>{' '}
        <span>{c.m.independent(independent)}</span> <a href={paths.storyById(storyId)}>{h.inStory(String(storyId))}</a>
      </p>
    </li>
  )
}
