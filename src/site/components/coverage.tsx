import type { RelatedLink } from '../../source/types.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { hostOf, safeHref } from '../safe-href.ts'
import { excerptOf } from '../view/excerpt.ts'
import type { CoverageEntry } from '../view/story.ts'
import { Reactions } from './community.tsx'
import { foreign } from './entry.tsx'
import { InTurns } from './in-turns.tsx'
import { languageMarks } from './language-marks.ts'
import { Moment, ROMAN, TierMark } from './marks.tsx'
import { ReceiptNote } from './receipt.tsx'
import { SourceName } from './source-name.tsx'
import { TierReason } from './tier-reason.tsx'

interface GroupProps {
  readonly entries: readonly CoverageEntry[]
  readonly numberOf: (itemId: number) => number | undefined
  readonly c: PageContext
}

/** Who carries a story: independent reports by tier, what is not counted, then copies, echoes and mentions folded. */
export function CoverageGroups({ entries, numberOf, c }: GroupProps) {
  const { m } = c
  const reports = entries.filter(({ role }) => role === 'report')
  const uncounted = reports.filter(({ isIndependent }) => !isIndependent)
  const withRole = (role: CoverageEntry['role']) => entries.filter((entry) => entry.role === role)
  const folded = [
    { entries: withRole('copy'), head: m.copiesHead },
    { entries: withRole('echo'), head: m.echoesHead },
    { entries: withRole('mention'), head: m.mentionsHead },
  ].filter((group) => group.entries.length > 0)
  return (
    <>
      {([1, 2, 3, 4] as const).map((tier) => {
        const ofTier = reports.filter((entry) => entry.isIndependent && entry.tier === tier)
        if (ofTier.length === 0) return null
        return (
          <>
            <h3 class="grp">{m.independentOf(m.tierWords[tier - 1]!)}</h3>
            <Rows entries={ofTier} numberOf={numberOf} c={c} />
          </>
        )
      })}
      {uncounted.length > 0 ? (
        <>
          <h3 class="grp">{m.notCounted}</h3>
          <Rows entries={uncounted} numberOf={numberOf} c={c} />
        </>
      ) : null}
      {folded.map((group) => (
        <details open={group.entries.length <= 3}>
          <summary>{group.head(group.entries.length)}</summary>
          <Rows entries={group.entries} numberOf={numberOf} c={c} />
        </details>
      ))}
    </>
  )
}

function Rows({ entries, numberOf, c }: GroupProps) {
  return (
    <ol class="list">
      <InTurns of={entries} each={(entry) => <CoverageRow entry={entry} numberOf={numberOf} c={c} />} />
    </ol>
  )
}

function CoverageRow({
  entry,
  numberOf,
  c,
}: {
  entry: CoverageEntry
  numberOf: (itemId: number) => number | undefined
  c: PageContext
}) {
  const { m, f } = c
  const { item, source, number } = entry
  const href = safeHref(item.url)
  const lang = foreign(item.language, c)
  const excerpt = excerptOf(item.title, item.text)
  const name = source?.name ?? item.sourceId
  const target = entry.of === undefined ? undefined : numberOf(entry.of)
  const facts = [hostOf(item.url), item.language === 'und' ? undefined : f.language(item.language)]
    .filter((fact) => fact !== undefined)
    .join(' · ')
  return (
    <li class="row" id={`r${number}`}>
      <p class="meta">
        <b>
          [{number}]{' '}
          {source ? (
            <a href={paths.source(source.id)}>
              <SourceName name={name} language={source.language} c={c} />
            </a>
          ) : (
            name
          )}
        </b>{' '}
        <TierMark tier={entry.tier} c={c} /> <span>{facts}</span>{' '}
        {item.authors.length > 0 ? <span>{m.byAuthors(item.authors.slice(0, 6).join(', '))}</span> : null}{' '}
        <Moment at={item.publishedAt}>{f.moment(item.publishedAt, c.now)}</Moment>{' '}
        {entry.role === 'report' || target === undefined ? null : (
          <span>
            {m.roles[entry.role]} → <a class="cite" href={`#r${target}`}>{`[${target}]`}</a>
          </span>
        )}
      </p>
      <h4 {...languageMarks(lang)}>{href ? <a href={href}>{item.title}</a> : item.title}</h4>
      {excerpt ? <blockquote {...languageMarks(lang)}>{excerpt}</blockquote> : null}
      {item.isFromPage ? (
        <p>
          <small>{m.fromPage}</small>
        </p>
      ) : null}
      {item.hashtags.length > 0 ? (
        <p class="meta">
          <span>
            {item.hashtags
              .slice(0, 20)
              .map((tag) => `#${tag}`)
              .join(' ')}
          </span>
        </p>
      ) : null}
      {item.points !== undefined || item.comments !== undefined ? (
        <p class="meta">
          <Reactions {...item} c={c} />
        </p>
      ) : null}
      {item.related && item.related.length > 0 ? (
        <p class="meta">
          {item.related.map((link) => (
            <RelatedLinkTo link={link} c={c} />
          ))}
        </p>
      ) : null}
      {source ? (
        <p>
          <small>
            {m.tierBecause(ROMAN[source.tier - 1]!)}: <TierReason reason={source.tierReason} c={c} />
            {entry.role === 'report' && entry.tier !== source.tier ? ` · ${m.tierLowered}` : ''}
            {entry.role === 'report' && !entry.isIndependent
              ? ` · ${source.countsAsIndependent ? m.communityBeside : m.notCountedWhy}`
              : ''}
            {entry.isSameFamily ? ` · ${m.sameFamily(source.family)}` : ''}
          </small>
        </p>
      ) : null}
      <ReceiptNote entry={entry} numberOf={numberOf} c={c} />
    </li>
  )
}

/** A link to a document or recording that belongs to an item, named by its kind. */
function RelatedLinkTo({ link, c }: { link: RelatedLink; c: PageContext }) {
  const href = safeHref(link.url)
  return href ? (
    <>
      <a href={href}>{c.m.relatedKinds[link.kind]}</a>{' '}
    </>
  ) : null
}
