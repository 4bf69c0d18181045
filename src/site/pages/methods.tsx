import type { Child } from 'hono/jsx'
import { sayPhrase } from '../../rank/reason-messages.ts'
import { STORY_KINDS } from '../../story/types.ts'
import { MEASURED_CHECK_ERRORS } from '../../summary/check/measured-check-errors.ts'
import { FlatTable } from '../components/flat-table.tsx'
import { HubMethods } from '../components/hub-methods.tsx'
import { TierMark } from '../components/marks.tsx'
import type { MethodFigure, MethodTable } from '../deps.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import { METHOD_MESSAGES } from '../messages/methods.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import type { MethodsView } from '../view/methods.ts'
import { Layout } from './layout.tsx'

/** Renders the page that explains how the program works, with the constants that it uses. */
export function MethodsPage({ view, c }: { view: MethodsView; c: PageContext }) {
  const { m } = c
  const words = METHOD_MESSAGES[c.language]
  const text = m.methodsText(m.sourceCount(view.sources))
  const sections: readonly (readonly [string, string])[] = [
    ['independent', m.whatIndependent],
    ['tiers', m.fourTiers],
    ['rank', m.theRank],
    ['summary', m.theSummary],
    ...(c.hasHubs ? [['hubs', hubMessagesIn(c.language).methodHead] as const] : []),
    ...view.tables.map(({ id }) => [id, words.tables[id].title] as const),
  ]
  return (
    <Layout c={c} heading={m.methods} section="methods" description={text}>
      <div class="page">
        <div>
          <div class="prose">
            <h1>{m.methodsHead}</h1>
            <p>{text}</p>
            <h2 class="h" id="independent">
              {m.whatIndependent}
            </h2>
            <p>{m.independentText}</p>
            <h2 class="h" id="tiers">
              {m.fourTiers}
            </h2>
            <dl class="facts">
              {([1, 2, 3, 4] as const).map((tier) => (
                <>
                  <dt>
                    <TierMark tier={tier} c={c} />
                  </dt>
                  <dd>{m.tierMeans[tier - 1]}</dd>
                </>
              ))}
            </dl>
            <p>{m.tierKindText}</p>
          </div>
          <RankSection view={view} c={c} />
          <div class="prose">
            <h2 class="h" id="summary">
              {m.theSummary}
            </h2>
            <p>{m.summaryText}</p>
            <p>
              {m.summaryErrors(
                c.f.decimal(MEASURED_CHECK_ERRORS.caughtPercent, 1),
                MEASURED_CHECK_ERRORS.trueRefused,
                MEASURED_CHECK_ERRORS.trueSentences,
              )}
            </p>
          </div>
          {c.hasHubs ? <HubMethods c={c} /> : null}
          {view.tables.map((table) => (
            <TableSection table={table} c={c} />
          ))}
        </div>
        <aside class="side" aria-label={m.onThisPage}>
          <h2 class="h">{m.onThisPage}</h2>
          <ul class="chips">
            {sections.map(([id, title]) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </Layout>
  )
}

function RankSection({ view, c }: { view: MethodsView; c: PageContext }) {
  const { m, f } = c
  const signals = view.weights.filter(({ unit }) => unit === 'points')
  const kindOf = (name: string) => STORY_KINDS.find((kind) => name === `kind-${kind}`)
  const kinds = view.weights.filter(({ name }) => kindOf(name))
  const constants = view.weights.filter(({ unit, name }) => unit === 'constant' && !kindOf(name))
  return (
    <section>
      <h2 class="h" id="rank">
        {m.theRank} <small>{m.formula(String(view.formulaVersion))}</small>
      </h2>
      <p class="prose">{m.rankText}</p>
      <p class="prose">{m.changeWeights}</p>
      <form action={paths.weights} method="get">
        <FlatTable
          columns={[{ head: m.part }, { head: m.whyWord }, { head: m.points, isNumber: true }]}
          rows={signals.map((row) => [
            <label for={`w-${row.name}`}>{sayPhrase({ key: `signal-${row.name}`, params: {} }, c.language)}</label>,
            sayPhrase({ key: `means-${row.name}`, params: {} }, c.language),
            <WeightField row={row} />,
          ])}
        />
        <details>
          <summary>{sayPhrase({ key: 'signal-significance', params: {} }, c.language)}</summary>
          <FlatTable
            columns={[{ head: m.kind }, { head: m.whyWord }, { head: m.value, isNumber: true }]}
            rows={kinds.map((row) => [
              <label for={`w-${row.name}`}>{m.kinds[kindOf(row.name) ?? 'other']}</label>,
              constantWords(row.name, c) ?? row.help,
              <WeightField row={row} />,
            ])}
          />
        </details>
        <p>
          <button type="submit">{m.rankAgain}</button>
        </p>
      </form>
      <details>
        <summary>{m.constants}</summary>
        <FigureTable
          c={c}
          rows={constants.map(({ name, value, help }) => ({
            name,
            value: f.decimal(value, 3),
            why: constantWords(name, c) ?? help,
          }))}
        />
      </details>
      <p class="prose">
        {m.capsText(
          f.number(view.caps.within),
          f.number(view.caps.perFamily),
          f.number(view.caps.perEntity),
          f.number(view.caps.perKind),
        )}
      </p>
    </section>
  )
}

function WeightField({ row }: { row: MethodsView['weights'][number] }) {
  return (
    <input
      id={`w-${row.name}`}
      type="number"
      name={row.name}
      value={String(row.value)}
      min={String(row.min)}
      max={String(row.max)}
      step="any"
      required
    />
  )
}

/** Returns a translated description of a rank constant; undefined if there is only the English one. */
function constantWords(name: string, { m, language }: PageContext): string | undefined {
  const { constants, shareOf } = METHOD_MESSAGES[language]
  const signal = (id: string) => sayPhrase({ key: `signal-${id}`, params: {} }, language)
  const tier = /^tier-([1-4])$/.exec(name)?.[1]
  if (tier) return shareOf?.(signal('authority'), m.tierWords[Number(tier) - 1]!)
  const kind = STORY_KINDS.find((each) => name === `kind-${each}`)
  if (kind) return shareOf?.(signal('significance'), m.kinds[kind])
  return constants[name]
}

function TableSection({ table, c }: { table: MethodTable; c: PageContext }) {
  const { m } = c
  const words = METHOD_MESSAGES[c.language]
  const { title, about } = words.tables[table.id]
  const hasNotes = table.figures.some(({ why }) => why)
  return (
    <section>
      <h2 class="h" id={table.id}>
        {title} <small>{table.id === 'story-errors' ? '' : m.figuresInForce}</small>
      </h2>
      <p class="prose">
        {about} {hasNotes ? words.notesInEnglish : ''}
      </p>
      {table.id === 'story-errors' ? (
        <ErrorTable figures={table.figures} c={c} />
      ) : (
        <FigureTable c={c} rows={table.figures.map((figure) => figureRow(figure, c))} />
      )}
    </section>
  )
}

function ErrorTable({ figures, c: { f, language } }: { figures: readonly MethodFigure[]; c: PageContext }) {
  const words = METHOD_MESSAGES[language]
  const percent = (value: number | string | undefined) => `${typeof value === 'number' ? f.decimal(value, 1) : value} %`
  return (
    <FlatTable
      columns={[
        { head: words.stream },
        { head: words.strangers, isNumber: true, isNamedInStack: true },
        { head: words.missing, isNumber: true, isNamedInStack: true },
      ]}
      rows={figures.map(({ name, value, missingPercent }) => [
        words.streams[name] ?? <span lang="en">{name}</span>,
        percent(value),
        percent(missingPercent),
      ])}
    />
  )
}

function figureRow({ name, value, unit, why, shipped }: MethodFigure, { f, language }: PageContext): FigureRow {
  const words = METHOD_MESSAGES[language]
  const means = [words.polling[name], shipped === undefined ? undefined : words.shipped(f.number(shipped))]
  return {
    name,
    value: typeof value === 'number' ? f.decimal(value, 3) : value,
    unit: unit && (words.units[unit] ?? unit),
    why: why ? <span lang="en">{why}</span> : means.filter(Boolean).join(' '),
  }
}

interface FigureRow {
  readonly name: string
  readonly value: string
  readonly unit?: string
  readonly why?: Child
}

function FigureTable({ rows, c }: { rows: readonly FigureRow[]; c: PageContext }) {
  const { m } = c
  return (
    <FlatTable
      columns={[{ head: m.figure }, { head: m.whyWord }, { head: m.value, isNumber: true }]}
      rows={rows.map(({ name, value, unit, why }) => [name, why, unit ? `${value} ${unit}` : value])}
    />
  )
}
