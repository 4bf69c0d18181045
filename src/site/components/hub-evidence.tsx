import type { SaidTogether, ToldEvidence } from '../../hub/evidence/same-said.ts'
import { withoutDateline } from '../../lib/dateline.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { SourceNames } from '../view/source-names.ts'
import { languageMarks } from './language-marks.ts'
import { Moment } from './marks.tsx'
import { SourceName } from './source-name.tsx'

const STANCE_SIGNS = { strength: '+', constraint: '−', plan: '◌', fact: '=', claim: '?' } as const
const STATUS_SIGNS = { announced: '○', approved: '◔', building: '◐', operating: '●', cancelled: '×', none: '' } as const

/** One line of evidence: the quotation, what it says of the place, who says it and when, and who says the same. */
export function EvidenceLine({
  said: { lead, also },
  sources,
  c,
}: {
  said: SaidTogether<ToldEvidence>
  sources: SourceNames
  c: PageContext
}) {
  const h = hubMessagesIn(c.language)
  const { stance, status, quantity, isOpinion, independent } = lead
  return (
    <li class="row">
      <p>
        <q {...languageMarks(lead.language)}>{withoutDateline(lead.quote)}</q>
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
        <Where line={lead} sources={sources} c={c} /> <span>{c.m.independent(independent)}</span>
      </p>
      <AlsoSaid also={also} sources={sources} c={c} />
    </li>
  )
}

/** Says that no source has reported on it, and until when sources were read. */
export function NoStory({ c }: { c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <p class="q">
      {h.noStory} {c.lastReadAt === undefined ? null : h.readUntil(c.f.moment(c.lastReadAt, c.now))}
    </p>
  )
}

/** The lines that say the same as the one shown, folded. */
export function AlsoSaid({ also, sources, c }: { also: readonly SaidLine[]; sources: SourceNames; c: PageContext }) {
  if (also.length === 0) return null
  const languages = [...new Set(also.map(({ language }) => c.f.language(language)))]
  return (
    <details>
      <summary>{hubMessagesIn(c.language).alsoSaid(also.length, c.f.list(languages))}</summary>
      <ul class="list">
        {also.map((line) => (
          <li class="row">
            <q {...languageMarks(line.language)}>{withoutDateline(line.quote)}</q>
            <p class="meta">
              <Where line={line} sources={sources} c={c} />
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}

type SaidLine = Pick<ToldEvidence, 'quote' | 'language' | 'sourceId' | 'at' | 'storyId'>

function Where({
  line: { sourceId, at, storyId, language },
  sources,
  c,
}: {
  line: SaidLine
  sources: SourceNames
  c: PageContext
}) {
  return (
    <>
      <a href={paths.source(sourceId)}>
        <SourceName name={sources[sourceId] ?? sourceId} language={language} c={c} />
      </a>{' '}
      <Moment at={at}>{c.f.day(at, c.now)}</Moment>{' '}
      <a href={paths.storyById(storyId)}>{hubMessagesIn(c.language).inStory(String(storyId))}</a>
    </>
  )
}
