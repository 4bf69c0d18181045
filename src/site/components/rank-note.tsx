import type { Child } from 'hono/jsx'
import { sayReason } from '../../rank/reason.ts'
import { sayPhrase } from '../../rank/reason-messages.ts'
import type { Explanation } from '../../rank/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { StoryView } from '../view/story.ts'
import { FlatTable } from './flat-table.tsx'
import { partName, points, ScoreStrip, Swatch } from './score.tsx'

/** The rank of a story: bar, key, reason; then the whole explanation, part by part, and what would move it. */
export function RankNote({ view, c }: { view: StoryView; c: PageContext }) {
  const { m, f } = c
  const { story, moves } = view
  const { explanation } = story
  const score = points(explanation.value, c)
  return (
    <section id="rank">
      <h2 class="h">
        {m.score}{' '}
        <small>{`${m.ofHundred(score)} · ${formulaWords(explanation, c)}${m.ranked(f.ago(story.rankedAt, c.now))}`}</small>
      </h2>
      <ScoreStrip explanation={explanation} c={c} />
      <p class="meta">
        {explanation.parts.map((part, index) => (
          <span>
            <Swatch index={index} /> {partName(part, c)} <b>{points(part.value, c)}</b>
          </span>
        ))}
      </p>
      <p class="why">
        <b>{m.whyScore(score)}</b> {sayReason(explanation, c.language)}
      </p>
      {story.kindReason && story.kindReason.key !== 'kind-none' ? (
        <p class="why">
          <b>{m.whyKind(m.kinds[story.kind])}</b> {sayPhrase(story.kindReason, c.language)}
        </p>
      ) : null}
      <details>
        <summary>{m.pointsInParts(score)}</summary>
        <ExplanationTable explanation={explanation} c={c} />
        {moves.length > 0 ? (
          <p>
            <small>
              {m.wouldMove}:{' '}
              {moves.map(({ phrase, change }) => `${sayPhrase(phrase, c.language)} ${signed(change, c)}`).join(' · ')}
            </small>
          </p>
        ) : null}
        <p>
          <small>
            <a href={paths.storyJson(story.id)}>{m.recompute}</a> · <a href={`${paths.methods}#rank`}>{m.howFormula}</a>
          </small>
        </p>
      </details>
    </section>
  )
}

/** Names the version of the formula from the explanation, so that an old score is not taken for one of the new formula. */
function formulaWords({ reason }: Explanation, c: PageContext): string {
  const { formula } = reason.params
  return formula === undefined ? '' : `${c.m.formula(String(formula))} · `
}

function signed(change: number, c: PageContext): string {
  return `${change < 0 ? '−' : '+'}${c.f.decimal(Math.abs(change), 1)}`
}

/** Every node of an explanation as a row: groups in bold with their fill, signals under them with their reasons. */
function ExplanationTable({ explanation, c }: { explanation: Explanation; c: PageContext }) {
  const { m } = c
  const groups = explanation.parts.flatMap((group, index) => [
    cells(
      group,
      <b>
        <Swatch index={index} /> {partName(group, c)}
      </b>,
      '',
      c,
    ),
    ...group.parts.map((signal) => cells(signal, partName(signal, c), sayPhrase(signal.reason, c.language), c)),
  ])
  return (
    <FlatTable
      columns={[
        { head: m.part },
        { head: m.because },
        { head: m.of, isNumber: true },
        { head: m.points, isNumber: true },
      ]}
      rows={[...groups, cells(explanation, <b>{m.score}</b>, m.sumOnly, c)]}
    />
  )
}

function cells(node: Explanation, name: Child, because: string, c: PageContext): readonly Child[] {
  const value = c.f.decimal(node.value, 2)
  return [name, because, c.f.decimal(node.max, 2), node.parts.length > 0 ? <b>{value}</b> : value]
}
