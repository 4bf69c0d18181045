import { HOUR_MS } from '../../lib/instant.ts'
import type { Receipt } from '../../story/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { CoverageEntry } from '../view/story.ts'

/** Why an item is in a story: the rule in words, then every number the decision rests on. */
export function ReceiptNote({
  entry,
  numberOf,
  c,
}: {
  entry: CoverageEntry
  /** Number of an item of the story in its coverage. */
  numberOf: (itemId: number) => number | undefined
  c: PageContext
}) {
  const { m, f } = c
  const { receipt } = entry
  const nearest = receipt.nearestItemId === undefined ? undefined : numberOf(receipt.nearestItemId)
  const score = f.decimal(receipt.score, 2)
  const threshold = f.decimal(receipt.threshold, 2)
  return (
    <details>
      <summary>{m.receipt}</summary>
      <dl class="facts">
        <dt>{m.rule}</dt>
        <dd>{m.rules[receipt.rule]}</dd>
        <dt>{m.score}</dt>
        <dd>{receipt.rule === 'opened' ? m.nearestMiss(score, threshold) : m.scoreAgainst(score, threshold)}</dd>
        {receipt.sharedTerms.length > 0 ? (
          <>
            <dt>{m.shared}</dt>
            <dd>{receipt.sharedTerms.join(', ')}</dd>
          </>
        ) : null}
        {receipt.sharedEntities.length > 0 ? (
          <>
            <dt>{m.sharedNames}</dt>
            <dd>{receipt.sharedEntities.map((id) => c.names.entity(id)).join(', ')}</dd>
          </>
        ) : null}
        {receipt.sharedNumbers.length > 0 ? (
          <>
            <dt>{m.sharedNumbers}</dt>
            <dd>{receipt.sharedNumbers.join(', ')}</dd>
          </>
        ) : null}
        {receipt.sharedMeanings === undefined ? null : (
          <>
            <dt>{m.sharedMeanings}</dt>
            <dd>{receipt.sharedMeanings.map(({ word, english }) => m.wordMeans(word, english)).join('; ')}</dd>
          </>
        )}
        {receipt.meaning === undefined ? null : (
          <>
            <dt>{m.meaning}</dt>
            <dd>{meaningInWords(receipt, c)}</dd>
          </>
        )}
        {receipt.gapHours === undefined ? null : (
          <>
            <dt>{m.gap}</dt>
            <dd>{m.gapHours(f.span(receipt.gapHours * HOUR_MS))}</dd>
          </>
        )}
        {nearest === undefined || nearest === entry.number ? null : (
          <>
            <dt>{m.nearest}</dt>
            <dd>
              <a class="cite" href={`#r${nearest}`}>{`[${nearest}]`}</a>
            </dd>
          </>
        )}
        {receipt.runnerUp ? (
          <>
            <dt>{m.runnerUp}</dt>
            <dd>
              <a href={paths.storyById(receipt.runnerUp.storyId)}>
                {m.runnerUpScore(String(receipt.runnerUp.storyId), f.decimal(receipt.runnerUp.score, 2))}
              </a>
            </dd>
          </>
        ) : null}
      </dl>
    </details>
  )
}

/** Says how the similarity by an embedding model affected the decision. */
function meaningInWords({ rule, meaning = 0, meaningGain = 0 }: Receipt, { m, f }: PageContext): string {
  const similarity = f.decimal(meaning, 2)
  if (rule === 'merge') return m.meaningMerged(similarity)
  if (meaningGain === 0) return m.meaningBeside(similarity)
  const points = f.decimal(Math.abs(meaningGain), 2)
  return meaningGain > 0 ? m.meaningAdded(similarity, points) : m.meaningTook(similarity, points)
}
