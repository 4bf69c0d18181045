import { wordsIn } from '../../hub/decide/sentence-words.ts'
import type { Decision } from '../../hub/decide/types.ts'
import { FlatTable } from '../components/flat-table.tsx'
import { quantityText } from '../components/hub-value.tsx'
import { NeedsForm } from '../components/needs-form.tsx'
import { hubMessagesIn } from '../messages/hubs.ts'
import { needsPath } from '../needs-query.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { DecideView } from '../view/decide.ts'
import { Layout } from './layout.tsx'

/** The decision guide: the form, and the answer where needs were given. */
export function DecidePage({ view, c }: { view: DecideView; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const { decision, problems } = view
  return (
    <Layout c={c} heading={h.decideHead} section="decide" isIndexed={!decision && problems.length === 0}>
      <h1>{h.decideHead}</h1>
      <p class="prose">{h.decideText}</p>
      {problems.length > 0 ? (
        <section class="state">
          <h2>{h.badNeeds}</h2>
          <ul lang="en">
            {problems.map(({ field, problem }) => (
              <li>{`${field || 'needs'}: ${problem}`}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {decision ? (
        <div class="page">
          <div>
            <Answer view={view} decision={decision} c={c} />
          </div>
          <aside class="side needs" aria-label={h.needs}>
            <NeedsForm needs={view.needs} c={c} />
          </aside>
        </div>
      ) : (
        <NeedsForm c={c} />
      )}
    </Layout>
  )
}

function Answer({ view, decision, c }: { view: DecideView; decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <>
      <section>
        <h2 class="h">{h.answerWord}</h2>
        {decision.sentences.map(({ text, observations, hub, facet }, index) => (
          <div class="prose">
            <p class={index === 0 ? 'sum' : undefined}>
              {text}
              {observations.length > 0 && hub && facet ? (
                <>
                  {' '}
                  <a class="cite" href={`${paths.hubPage(hub)}#${facet}`}>
                    [
                    {observations
                      .map(({ source, date }) => `${c.atlas.reference(source)?.publisher ?? source} ${date}`)
                      .filter((each, at, all) => all.indexOf(each) === at)
                      .join(', ')}
                    ]
                  </a>
                </>
              ) : null}
            </p>
            {view.stories[index] ? (
              <ul class="list">
                {view.stories[index].map(({ storyId, quote, language, stance }) => (
                  <li class="echo">
                    <small>
                      {stance === 'constraint' ? `${h.dissenting}: ` : ''}
                      <a href={paths.storyById(storyId)} lang={language}>
                        {quote}
                      </a>
                    </small>
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ))}
      </section>
      <Chances decision={decision} c={c} />
      <Contributions decision={decision} c={c} />
      <Flips decision={decision} c={c} />
      {decision.pairs ? <Pairs decision={decision} c={c} /> : null}
      <Others decision={decision} c={c} />
      <p>
        <small>
          {h.answerAddress} <a href={needsPath(paths.decide, decision.needs)}>{c.m.permalink}</a> ·{' '}
          <a href={needsPath(`${paths.decide}.json`, decision.needs)}>JSON</a> ·{' '}
          <a href={needsPath(paths.decideFeed, decision.needs)}>{h.followAnswer}</a>
        </small>
      </p>
    </>
  )
}

function Chances({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.chances}</h2>
      <p class="q">{h.chancesText(c.f.number(decision.needs.draws))}</p>
      <FlatTable
        columns={[
          { head: h.hub },
          { head: h.first },
          { head: h.first, isNumber: true },
          { head: h.firstThree, isNumber: true },
          { head: h.score, isNumber: true },
          { head: h.band, isNumber: true },
        ]}
        rows={decision.ranked.map(({ hub, p1, p3, score, band }) => [
          <a href={paths.hubPage(hub)}>{c.names.hub(hub)}</a>,
          <svg class="strip" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="pb" x="0" y="0" width={(100 * p1).toFixed(1)} height="10" />
            <path class="gr" d="M0 9.5h100" />
          </svg>,
          c.f.percent(p1),
          c.f.percent(p3),
          c.f.decimal(score, 3),
          `${c.f.decimal(band[0], 2)}–${c.f.decimal(band[1], 2)}`,
        ])}
      />
    </section>
  )
}

function Contributions({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length === 0) return null
  return (
    <section>
      <h2 class="h">{h.contributions}</h2>
      {decision.ranked.slice(0, 6).map(({ hub, contributions, score }, index) => (
        <details open={index < 2}>
          <summary>{`${c.names.hub(hub)} ${c.f.decimal(score, 3)}`}</summary>
          <FlatTable
            columns={[
              { head: h.criteria },
              { head: h.value, isNumber: true },
              { head: h.worth, isNumber: true },
              { head: h.weight, isNumber: true },
              { head: h.adds, isNumber: true },
              { head: `${h.method} · ${h.source}` },
            ]}
            rows={contributions.map((each) => {
              const indicator = c.atlas.indicator(each.criterion)!
              const { observation } = each
              return [
                c.nameIn(indicator.names),
                each.value === undefined ? h.noDatum : quantityText(each.value, indicator, c),
                c.f.decimal(each.scale, 2),
                c.f.percent(each.weight),
                c.f.decimal(each.contribution, 3),
                <small>
                  {wordsIn(c.language).methods[each.method]}
                  {observation ? (
                    <>
                      {` · ${observation.date} · `}
                      <a href={`${paths.hubPage(hub)}#${indicator.facet}`} lang="en">
                        {c.atlas.reference(observation.source)?.publisher ?? observation.source}
                      </a>
                    </>
                  ) : null}
                </small>,
              ]
            })}
          />
        </details>
      ))}
    </section>
  )
}

function Flips({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  if (decision.ranked.length < 2) return null
  return (
    <section>
      <h2 class="h">{h.flips}</h2>
      {decision.flips.length === 0 ? (
        <p class="q">{h.noFlips}</p>
      ) : (
        <FlatTable
          columns={[
            { head: h.criteria },
            { head: h.weight },
            { head: h.now, isNumber: true },
            { head: h.flipsAt, isNumber: true },
            { head: h.toHub, isNamedInStack: true },
          ]}
          rows={decision.flips.map(({ criterion, weight, flipsAt, to }) => [
            c.nameIn(c.atlas.indicator(criterion)!.names),
            <svg class="plot" width="200" height="16" viewBox="0 0 200 16" aria-hidden="true">
              <path class="gr" d="M0 8.5h200" />
              <path class="iv vb" d={`M${(200 * weight).toFixed(1)} 8.5H${(200 * flipsAt).toFixed(1)}`} />
              <circle class="pa" cx={(200 * weight).toFixed(1)} cy="8" r="4.5" />
              <path class="pb" d={`M${(200 * flipsAt - 2).toFixed(1)} 2h4v12h-4z`} />
            </svg>,
            c.f.percent(weight),
            c.f.percent(flipsAt),
            c.names.hub(to),
          ])}
        />
      )}
    </section>
  )
}

function Pairs({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  return (
    <section>
      <h2 class="h">{h.pairs}</h2>
      <FlatTable
        columns={[
          { head: `${h.train} → ${h.serve}` },
          { head: h.score, isNumber: true },
          { head: h.link, isNumber: true },
          { head: h.method, isNamedInStack: true },
        ]}
        rows={decision
          .pairs!.slice(0, 10)
          .map(({ train, serve, score, linkMs, linkMethod }) => [
            `${c.names.hub(train)} → ${c.names.hub(serve)}`,
            c.f.decimal(score, 3),
            `${c.f.decimal(linkMs, 1)} ms`,
            wordsIn(c.language).methods[linkMethod],
          ])}
      />
    </section>
  )
}

function Others({ decision, c }: { decision: Decision; c: PageContext }) {
  const h = hubMessagesIn(c.language)
  const criterion = (id: string) => c.nameIn(c.atlas.indicator(id)!.names)
  const left = [
    ...decision.withoutCriterion.map((each) => ({ ...each, what: criterion(each.what) })),
    ...decision.withoutSource.map((each) => ({ ...each, what: c.atlas.reference(each.what)?.title ?? each.what })),
    {
      ...decision.withoutClaims,
      what: `${wordsIn(c.language).methods.claimed}, ${wordsIn(c.language).methods.assumed}`,
    },
  ]
  return (
    <>
      {decision.unranked.length > 0 ? (
        <section>
          <h2 class="h">{h.unranked}</h2>
          <FlatTable
            columns={[
              { head: h.hub },
              { head: h.coverage, isNumber: true },
              { head: h.couldReach, isNumber: true },
              { head: h.lacks, isNamedInStack: true },
            ]}
            rows={decision.unranked.map(({ hub, coverage, range, missing }) => [
              c.names.hub(hub),
              c.f.percent(coverage),
              `${c.f.decimal(range[0], 2)}–${c.f.decimal(range[1], 2)}`,
              missing.map(criterion).join(', '),
            ])}
          />
        </section>
      ) : null}
      {decision.excluded.length > 0 ? (
        <section>
          <h2 class="h">{h.excluded}</h2>
          <FlatTable
            columns={[{ head: h.hub }, { head: h.reason }]}
            rows={decision.excluded.map(({ hub, reason }) => [c.names.hub(hub), reason])}
          />
        </section>
      ) : null}
      {decision.ranked.length > 0 ? (
        <section>
          <h2 class="h">{h.leftOut}</h2>
          <FlatTable
            columns={[{ head: h.without }, { head: h.leaderThen }]}
            rows={left.map(({ what, leader, changes }) => [
              what,
              changes ? <b>{leader ? c.names.hub(leader) : h.nobody}</b> : h.unchanged,
            ])}
          />
        </section>
      ) : null}
    </>
  )
}
