import { answerVersion } from '../hub/decide/answer-version.ts'
import { decide } from '../hub/decide/decide.ts'
import { type Needs, NeedsError, readNeeds } from '../hub/decide/needs.ts'
import type { Decision } from '../hub/decide/types.ts'
import type { Stance } from '../hub/evidence/types.ts'
import type { Atlas } from '../hub/types.ts'
import { type Instant, isoInstant } from '../lib/instant.ts'
import type { StoredEvidence } from '../store/evidence-types.ts'
import type { SavedDecision } from '../store/post-types.ts'
import type { Store } from '../store/types.ts'

export interface DecisionAlertOptions {
  readonly store: Store
  readonly atlas: Atlas
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Address of the page that answers needs. */
  readonly pageOf: (needs: Needs) => string
}

/** What the receiver of a saved decision knows. */
interface Told {
  readonly answer: string
  /** Marks of the evidence told, oldest first. */
  readonly evidence: readonly string[]
}

/** Newest lines of evidence looked at for one facet of one hub. */
const MOST_LINES = 20
/** Marks kept of one decision; those of stories that were pruned fall out at the old end. */
const MOST_MARKS = 1_000

/**
 * Looks at each saved decision again and puts an alert into the outbox where its answer is another, or where new evidence
 * speaks against it. The first alert of each says what the answer is, so that whoever saved it sees that it arrives.
 *
 * @returns what cannot be answered any more, with the name in the message
 */
export async function tellDecisions(options: DecisionAlertOptions, now: Instant): Promise<readonly Error[]> {
  const problems: Error[] = []
  for (const saved of await options.store.savedDecisions.list()) {
    try {
      await tellOne(saved, options, now)
    } catch (error) {
      if (!(error instanceof NeedsError)) throw error
      problems.push(new Error(`The saved decision ${JSON.stringify(saved.name)} cannot be answered`, { cause: error }))
    }
  }
  return problems
}

async function tellOne(saved: SavedDecision, options: DecisionAlertOptions, now: Instant): Promise<void> {
  const { store, atlas, baseUrl, pageOf } = options
  const needs = readNeeds(JSON.parse(saved.needs), atlas)
  const decision = decide(needs, atlas, { language: saved.language })
  const told = saved.told ? (JSON.parse(saved.told) as Told) : undefined
  const known = new Set(told?.evidence)
  const evidence = (await evidenceAgainst(decision, options)).filter((each) => !known.has(markOf(each)))
  const answer = answerVersion(decision)
  const reasons = told
    ? [...(told.answer === answer ? [] : ['answer']), ...(evidence.length > 0 ? ['evidence'] : [])]
    : ['saved']
  if (reasons.length === 0) return
  const body = {
    ...{ type: 'decision', name: saved.name, reasons, at: isoInstant(now), url: pageOf(needs) },
    answer: {
      verdict: decision.verdict,
      ranked: decision.ranked.map(({ hub, score, p1, p3 }) => ({ hub, score, p1, p3 })),
      excluded: decision.excluded.map(({ hub, reason }) => ({ hub, reason })),
      flips: decision.flips,
      sentences: decision.sentences.map(({ text }) => text),
    },
    evidence: evidence.map(({ storyId, hub, facet, stance, status, quote, language, at }) => ({
      ...{ hub, facet, stance, status, quote, language, at: isoInstant(at) },
      url: `${baseUrl}/s/${storyId}`,
    })),
  }
  // Numbered, so that a process that dies before the next line adds the same alert, which the outbox drops.
  const subject = `decision ${saved.name} of ${isoInstant(saved.createdAt)}, ${saved.alerts + 1}`
  await store.deliveries.add([
    { kind: 'webhook', target: saved.target, subject, body: JSON.stringify(body), createdAt: now },
  ])
  const marks = [...known, ...evidence.map(markOf)].slice(-MOST_MARKS)
  await store.savedDecisions.noteTold(saved, JSON.stringify({ answer, evidence: marks } satisfies Told))
}

/** What stories say against the first hub on what it is chosen for, or for one that could overtake it, where it could. */
async function evidenceAgainst(
  { ranked, flips }: Decision,
  { store, atlas }: DecisionAlertOptions,
): Promise<readonly StoredEvidence[]> {
  const facetOf = (criterion: string) => atlas.indicator(criterion)!.facet
  const [leader] = ranked
  const wanted = new Map<string, { hub: string; facet: string; stances: readonly Stance[] }>()
  for (const { criterion } of leader?.contributions ?? []) {
    const facet = facetOf(criterion)
    wanted.set(`${leader!.hub} ${facet}`, { hub: leader!.hub, facet, stances: ['constraint'] })
  }
  for (const { to, criterion } of flips) {
    const facet = facetOf(criterion)
    wanted.set(`${to} ${facet}`, { hub: to, facet, stances: ['strength', 'plan'] })
  }
  const found: StoredEvidence[] = []
  for (const { hub, facet, stances } of wanted.values()) {
    const lines = await store.evidence.ofHub({ hub, facet, limit: MOST_LINES })
    found.push(...lines.filter(({ stance }) => stances.includes(stance)))
  }
  return found.sort((a, b) => a.at - b.at)
}

function markOf({ storyId, hub, facet, stance }: StoredEvidence): string {
  return [storyId, hub, facet, stance].join(' ')
}
