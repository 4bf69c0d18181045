import { type NeedsProblem, problemWords } from '../../hub/decide/needs-problems.ts'
import { type HubMessages, hubMessagesIn } from '../messages/hubs.ts'
import type { PageContext } from '../page-context.ts'

/** What is wrong with the needs, each under the name that its field has in the form. */
export function NeedsProblems({ problems, c }: { problems: readonly NeedsProblem[]; c: PageContext }) {
  return (
    <ul>
      {problems.map((each) => (
        <li>
          <FieldName field={each.field} c={c} />
          {': '}
          {problemWords(each, c.language)}
        </li>
      ))}
    </ul>
  )
}

/** Keys of the messages that are plain strings. */
type Word = { [Key in keyof HubMessages]: HubMessages[Key] extends string ? Key : never }[keyof HubMessages]

const FIELDS: Readonly<Record<string, Word>> = {
  '': 'needs',
  hubs: 'hubs',
  markets: 'markets',
  residency: 'residency',
  'operator.parentCountry': 'parentCountry',
  trainingShare: 'trainingShare',
  powerMW: 'powerMW',
  accelerators: 'accelerators',
  carbonCapGPerKWh: 'carbonCap',
  maxUsdPerKWh: 'priceCap',
  criteria: 'criteria',
  'split.maxLinkMs': 'maxLink',
  without: 'leaveOut',
  confidence: 'confidence',
}

/** The label of a field in the form; a field that only addresses have is shown by its name. */
function FieldName({ field, c }: { field: string; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const [list, id = '', part] = field.split('.')
  const criterion = list === 'criteria' ? c.atlas.indicator(id) : undefined
  if (criterion) return <b>{c.nameIn(criterion.names)}</b>
  const market = list === 'markets' ? c.atlas.market(id) : undefined
  if (market) return <b>{`${c.nameIn(market.names)}, ${part === 'maxRoundTripMs' ? h.maxMs : h.share}`}</b>
  const word = FIELDS[field]
  return word ? <b>{h[word]}</b> : <code>{field}</code>
}
