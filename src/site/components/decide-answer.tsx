import type { Decision } from '../../hub/decide/types.ts'
import { whatIfWords } from '../../hub/decide/what-if.ts'
import type { ToldEvidence } from '../../hub/evidence/same-said.ts'
import type { Observation } from '../../hub/types.ts'
import { feedPage } from '../language-path.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import { needsPath } from '../needs-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { DecideView } from '../view/decide.ts'
import { Flips, Others, Pairs } from './decide-changes.tsx'
import { Chances, Contributions } from './decide-scores.tsx'
import { languageMarks } from './language-marks.ts'
import { NeedsSummary } from './needs-summary.tsx'

/** The answer in sentences, then the figures that it is built from. */
export function DecisionAnswer({ view, decision, c }: { view: DecideView; decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <>
      <section>
        <h2 class="h">{h.answerWord}</h2>
        {decision.sentences.map(({ text, title, observations, hub }, index) => (
          <div class="prose">
            <p class={index === 0 ? 'sum' : undefined}>
              <SentenceText text={text} title={title} />
              {hub ? <Citations hub={hub} observations={observations} c={c} /> : null}
            </p>
            {view.stories[index] ? (
              <ul class="list">
                {view.stories[index].map((evidence) => (
                  <QuotedStory
                    evidence={evidence}
                    before={evidence.stance === 'constraint' ? `${h.dissenting}: ` : ''}
                  />
                ))}
              </ul>
            ) : null}
          </div>
        ))}
      </section>
      <section>
        <h2 class="h">{h.needs}</h2>
        <NeedsSummary needs={decision.needs} c={c} />
        <p class="acts">
          <a href="#needs">
            <u>{h.changeNeeds}</u>
          </a>
        </p>
      </section>
      <Chances decision={decision} c={c} />
      <Contributions decision={decision} c={c} />
      <Flips decision={decision} c={c} />
      <StoryChanges changes={view.changes} decision={decision} c={c} />
      {decision.pairs ? <Pairs decision={decision} c={c} /> : null}
      <Others decision={decision} c={c} />
      <p>
        <small>
          {h.answerAddress} <a href={needsPath(paths.decide, decision.needs)}>{c.m.permalink}</a> ·{' '}
          <a href={needsPath(`${paths.decide}.json`, decision.needs)}>JSON</a> ·{' '}
          <a href={paths.atom(feedPage(needsPath(paths.decide, decision.needs), c))}>{h.followAnswer}</a>
        </small>
      </p>
      <details>
        <summary>{h.toldHow}</summary>
        <p>{h.toldText}</p>
        <p lang="en">
          <code>{`auspex admin save-decision NAME '${c.origin}${needsPath(paths.decide, decision.needs)}' --webhook URL`}</code>
        </p>
      </details>
    </>
  )
}

/** A sentence, in which the title is marked as English. */
function SentenceText({ text, title }: { text: string; title?: string }) {
  if (title === undefined) return <>{text}</>
  const [before, after] = text.split(title, 2)
  return (
    <>
      {before}
      <span lang="en">{title}</span>
      {after}
    </>
  )
}

/** Stories that would put another hub first if they were true. */
function StoryChanges({
  changes,
  decision: { needs, ranked },
  c,
}: {
  changes: DecideView['changes']
  decision: Decision
  c: PageContext
}) {
  const h = hubMessagesIn(c.language)
  if (ranked.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.storyChanges}</h2>
      <p class="q">{changes.length === 0 ? h.noStoryChanges : h.storyChangesText}</p>
      {changes.map((change) => (
        <div class="prose">
          <p>{whatIfWords(change, needs, c.atlas, c.language)}</p>
          <ul class="list">
            {change.suppositions.map(({ evidence }) => (
              <QuotedStory evidence={evidence} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function QuotedStory({
  evidence: { storyId, quote, language },
  before = '',
}: {
  evidence: ToldEvidence
  before?: string
}) {
  return (
    <li class="echo">
      <small>
        {before}
        <a href={paths.storyById(storyId)} {...languageMarks(language)}>
          {quote}
        </a>
      </small>
    </li>
  )
}

/** Links into the hub's dossier, to each observation that a sentence rests on. */
function Citations({ hub, observations, c }: { hub: string; observations: readonly Observation[]; c: PageContext }) {
  return (
    <>
      {observations.map(({ indicator, source, date }) => (
        <>
          {' '}
          <a class="cite wraps" href={`${paths.hubPage(hub)}#${c.atlas.indicator(indicator)!.facet}`}>
            [
            {`${c.nameIn(c.atlas.indicator(indicator)!.names)}: ${c.atlas.reference(source)?.publisher ?? source} ${date}`}
            ]
          </a>
        </>
      ))}
    </>
  )
}
