import type { PageContext } from '../page-context.ts'
import type { Balance, BalanceLine } from '../view/balance.ts'
import { chronicleOf } from '../view/chronicle.ts'
import type { StoryView } from '../view/story.ts'
import { type Share, storyBalance } from '../view/story-balance.ts'
import { FlatTable } from './flat-table.tsx'
import { SourceOfEntry } from './source-name.tsx'

/** Returns the name of a country code of the catalogue. */
export function countryName(code: string | undefined, c: PageContext): string {
  if (code === 'INT') return c.m.balance.noOneCountry
  return code === undefined ? c.m.balance.notKnown : c.f.country(code)
}

function languageName(tag: string | undefined, c: PageContext): string {
  return tag === undefined ? c.m.balance.notKnown : c.f.language(tag)
}

/** Where a story's independent reports are from, and who was first in which language. */
export function StoryBalanceNote({ view, c }: { view: StoryView; c: PageContext }) {
  const { m, f } = c
  const { balance: b } = m
  const { reports, countries, languages, types } = storyBalance(view.coverage)
  if (reports === 0) return null
  const counted = <Id,>(of: readonly Share<Id>[], nameOf: (id: Id | undefined) => string) =>
    of.map(({ id, count }) => `${nameOf(id)}\u00A0${f.number(count)}`).join(' · ')
  // Neither `EU` nor `INT`, of no one country, is a country.
  const stated = countries.filter(({ id }) => id !== undefined && id !== 'INT' && id !== 'EU').length
  const known = languages.filter(({ id }) => id !== undefined).length
  const firsts = chronicleOf(view.coverage, undefined).filter(({ firstIn }) => firstIn !== undefined)
  const firstAt = firsts[0]?.entry.item.publishedAt ?? 0
  return (
    <details id="balance">
      <summary>{b.ofStory(reports, stated, known)}</summary>
      <dl class="facts">
        <dt>{m.country}</dt>
        <dd>{counted(countries, (id) => countryName(id, c))}</dd>
        <dt>{m.languageWord}</dt>
        <dd>{counted(languages, (id) => languageName(id, c))}</dd>
        <dt>{m.type}</dt>
        <dd>{counted(types, (id) => (id === undefined ? b.notKnown : m.sourceTypes[id]))}</dd>
        {firsts.length > 0 ? (
          <>
            <dt>{m.source}</dt>
            <dd>
              {firsts.map(({ entry, firstIn }, index) => (
                <>
                  {index > 0 ? ' · ' : ''}
                  <SourceOfEntry entry={entry} c={c} />{' '}
                  <a class="cite" href={`#r${entry.number}`}>{`[${entry.number}]`}</a>{' '}
                  {m.firstInLanguage(languageName(firstIn, c))}
                  {index > 0 ? ` (+${f.span(entry.item.publishedAt - firstAt)})` : ''}
                </>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </details>
  )
}

/** Most entries that a line names; the tables have all. */
const MOST_NAMED = 5

/** Where the sources are from, and what is missing among them. */
export function SourcesBalance({ balance, c }: { balance: Balance; c: PageContext }) {
  const { m, f } = c
  const { balance: b } = m
  const { languages, countries, types, missing } = balance
  if (balance.sources === 0) return null
  const named = <Id,>(lines: readonly BalanceLine<Id>[], nameOf: (id: Id | undefined) => string, missing = '') => {
    const most = lines
      .slice(0, MOST_NAMED)
      .map(({ id, sources }) => `${nameOf(id)}\u00A0${f.percent(sources / balance.sources)}`)
      .join(' · ')
    return most + (lines.length > MOST_NAMED ? ' · …' : '') + (missing && ` — ${missing}`)
  }
  const language = (id: string | undefined) => languageName(id, c)
  const country = (id: string | undefined) => countryName(id, c)
  const type = (id: Balance['types'][number]['id']) => (id === undefined ? b.notKnown : m.sourceTypes[id])
  const none = (names: readonly string[]) => (names.length > 0 ? b.none(f.list(names)) : '')
  const hubs = none(missing.hubs.map((id) => c.names.hub(id)))
  return (
    <section id="balance">
      <h2 class="h">
        {b.head} <small>{m.sourceCount(balance.sources)}</small>
      </h2>
      <dl class="facts">
        <dt>{m.languageWord}</dt>
        <dd>{named(languages, language, none(missing.languages.map(language)))}</dd>
        <dt>{m.country}</dt>
        <dd>{named(countries, country)}</dd>
        <dt>{m.type}</dt>
        <dd>{named(types, type, none(missing.types.map(type)))}</dd>
        {hubs === '' ? null : (
          <>
            <dt>{m.hub}</dt>
            <dd>{hubs}</dd>
          </>
        )}
      </dl>
      <details>
        <summary>{b.whole}</summary>
        <BalanceTable head={m.languageWord} lines={languages} nameOf={language} of={balance} c={c} />
        <BalanceTable head={m.country} lines={countries} nameOf={country} of={balance} c={c} />
        <BalanceTable head={m.type} lines={types} nameOf={type} of={balance} c={c} />
      </details>
    </section>
  )
}

function BalanceTable<Id>({
  head,
  lines,
  nameOf,
  of,
  c,
}: {
  head: string
  lines: readonly BalanceLine<Id>[]
  nameOf: (id: Id | undefined) => string
  of: Balance
  c: PageContext
}) {
  const share = (count: number, whole: number) =>
    whole === 0 ? c.f.number(count) : `${c.f.number(count)} · ${c.f.percent(count / whole)}`
  return (
    <FlatTable
      isEven
      isDense
      columns={[{ head }, { head: c.m.sources, isNumber: true }, { head: c.m.balance.weekItems, isNumber: true }]}
      rows={lines.map(({ id, sources, items }) => [nameOf(id), share(sources, of.sources), share(items, of.items)])}
    />
  )
}
