import { cuePattern, hasCue } from '../evidence/cue-pattern.ts'
import type { ClaimCheck } from './claim-sentence.ts'

/** A public body under a name that it no longer has. */
interface FormerName {
  readonly entityId: string
  readonly names: readonly string[]
  readonly until: string
  readonly now: string
  readonly source: string
  readonly sourceUrl: string
}

const FORMER_NAMES: readonly FormerName[] = [
  {
    entityId: 'itib',
    names: ['Innovation and Technology Bureau', '創新及科技局'],
    until: '2022',
    now: 'ITIB',
    source: 'info.gov.hk LCQ11 2026-04-22',
    sourceUrl: 'https://www.info.gov.hk/gia/general/202604/22/P2026042200281.htm',
  },
]
const FORMER = FORMER_NAMES.map((each) => ({ ...each, pattern: cuePattern(each.names) }))
/** A sentence that says so itself is right. */
const OF_THE_PAST = /\b(?:former|formerly|renamed|then|previously|until 20\d\d|was called)\b|前身|原|更名|改名|旧称/u

/** A stale name: what is said of the body may be so, but not under this name any more. */
export const checkName: ClaimCheck = ({ folded, mentions, gazetteer }) =>
  FORMER.filter(
    ({ entityId, pattern }) =>
      mentions.some((mention) => mention.entityId === entityId) && hasCue(pattern, folded) && !OF_THE_PAST.test(folded),
  ).map(({ entityId, until, now, source, sourceUrl }) => ({
    hub: gazetteer.entity(entityId)?.hub ?? '',
    indicator: 'entity',
    verdict: 'depends',
    reason: { key: 'staleName', params: { until, now } },
    evidence: [
      {
        place: gazetteer.entity(entityId)?.hub ?? '',
        indicator: 'entity',
        value: Number(until),
        lo: Number(until),
        hi: Number(until),
        unit: 'year',
        source,
        sourceUrl,
        method: 'reported',
        note: `renamed in ${until}: ${gazetteer.displayName(entityId, 'en')}`,
      },
    ],
  }))
