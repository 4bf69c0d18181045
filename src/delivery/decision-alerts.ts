import { z } from 'zod'
import type { Atlas } from '../hub/atlas-types.ts'
import { answerVersion } from '../hub/decide/answer-version.ts'
import { decide } from '../hub/decide/decide.ts'
import { type Needs, NeedsError, readNeeds } from '../hub/decide/needs.ts'
import { type WhatIf, whatIfWords } from '../hub/decide/what-if.ts'
import { isSameSaid, type ToldEvidence } from '../hub/evidence/same-said.ts'
import { type Instant, isoInstant } from '../lib/instant.ts'
import { parsedJson } from '../lib/parsed-json.ts'
import type { Saved } from '../store/post-types.ts'
import type { Store } from '../store/types.ts'
import { type DecisionChanges, decisionChanges } from './decision-changes.ts'
import { SavedUnreadableError } from './saved-unreadable-error.ts'

export interface DecisionAlertOptions {
  readonly store: Store
  readonly atlas: Atlas
  /** Without a slash at the end. */
  readonly baseUrl: string
  /** Returns the URL of the page that answers needs. */
  readonly pageOf: (needs: Needs) => string
}

/** What the receiver of a saved decision has been told. */
const toldSchema = z.object({
  answer: z.string(),
  /** Keys (`markOf`) of the evidence sent, oldest first. */
  evidence: z.array(z.string()).readonly(),
})
type Told = z.infer<typeof toldSchema>

/** Keys kept per decision; the oldest are dropped, whose stories are the first to be pruned. */
const MOST_MARKS = 1_000

/**
 * Evaluates each saved decision again and puts an alert into the outbox if its answer changed, or if new evidence would change it:
 * with the value that it would change, the new value, and who would then be first. The first alert of a decision contains its current
 * answer, so that whoever saved it sees that alerts arrive.
 *
 * @returns an error for each decision that can no longer be answered, with its name in the message
 */
export async function tellDecisions(options: DecisionAlertOptions, now: Instant): Promise<readonly Error[]> {
  const problems: Error[] = []
  for (const saved of await options.store.savedDecisions.list()) {
    try {
      await tellOne(saved, options, now)
    } catch (error) {
      if (error instanceof SavedUnreadableError) problems.push(error)
      else if (!(error instanceof NeedsError)) throw error
      else
        problems.push(
          new Error(`The saved decision ${JSON.stringify(saved.name)} cannot be answered`, { cause: error }),
        )
    }
  }
  return problems
}

async function tellOne(saved: Saved, options: DecisionAlertOptions, now: Instant): Promise<void> {
  const { store, atlas, pageOf } = options
  const needs = savedNeeds(saved, atlas)
  const decision = decide(needs, atlas, { language: saved.language })
  const told = saved.told === '' ? undefined : readTold(saved)
  const known = new Set(told?.evidence)
  const changes = newChanges(await decisionChanges(needs, options), known)
  const answer = answerVersion(decision)
  const reasons = told
    ? [...(told.answer === answer ? [] : ['answer']), ...(changes.length > 0 ? ['evidence'] : [])]
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
    wouldChange: changes.map((each) => changeJson(each, needs, saved.language, options)),
  }
  // Numbered for idempotence: if the process dies before `noteTold`, the next run adds the same subject, which the outbox drops.
  const subject = `decision ${saved.name} of ${isoInstant(saved.createdAt)}, ${saved.alerts + 1}`
  await store.deliveries.add([
    { kind: 'webhook', target: saved.target, subject, body: JSON.stringify(body), createdAt: now },
  ])
  const marks = [
    ...known,
    ...changes.flatMap(({ suppositions }) => suppositions.map(({ evidence }) => markOf(evidence))),
  ].slice(-MOST_MARKS)
  await store.savedDecisions.noteTold(saved, JSON.stringify({ answer, evidence: marks } satisfies Told))
}

/** Reads the needs of a saved decision. @throws NeedsError if they are not valid needs, or do not fit this atlas */
export function savedNeeds({ needs }: Pick<Saved, 'needs'>, atlas: Atlas): Needs {
  return readNeeds(parsedJson(needs), atlas)
}

function readTold({ name, told }: Saved): Told {
  const read = toldSchema.safeParse(parsedJson(told))
  if (read.success) return read.data
  throw new SavedUnreadableError('decision', name, 'what its receiver was told is not what was written', read.error)
}

/** Returns the changes that rest on evidence that the receiver has not been told in any language. */
function newChanges({ lines, changes }: DecisionChanges, known: ReadonlySet<string>): readonly WhatIf[] {
  const told = lines.filter((line) => known.has(markOf(line)))
  const isNew = (line: ToldEvidence) => !told.some((other) => other === line || isSameSaid(line, other))
  return changes.filter(({ suppositions }) => suppositions.some(({ evidence }) => isNew(evidence)))
}

function changeJson(change: WhatIf, needs: Needs, language: string, { atlas, baseUrl }: DecisionAlertOptions) {
  const { suppositions, leader, verdict, p1 } = change
  return {
    ...{ leader: leader ?? null, verdict, p1, sentence: whatIfWords(change, needs, atlas, language) },
    because: suppositions.map(({ hub, criterion, from, to, how, evidence }) => ({
      ...{ hub, criterion, from: from ?? null, to, how, facet: evidence.facet, stance: evidence.stance },
      ...{ status: evidence.status, quote: evidence.quote, language: evidence.language, at: isoInstant(evidence.at) },
      url: `${baseUrl}/s/${evidence.storyId}`,
    })),
  }
}

function markOf({ storyId, hub, facet, stance }: ToldEvidence): string {
  return [storyId, hub, facet, stance].join(' ')
}
