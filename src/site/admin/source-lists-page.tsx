import { withoutCredentials } from '../../lib/without-credentials.ts'
import { blankSource } from '../../source/blank-source.ts'
import type { OpmlImport, RefusedAddress } from '../../source/opml-import.ts'
import { SOURCE_TYPES } from '../../source/types.ts'
import { outlinesOf } from '../../source/write-opml.ts'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import { ActNote } from './operator-notes.tsx'
import { MAX_OPML_BYTES, type SourceListsView } from './source-lists.ts'

/** Imports and exports sources as OPML: an upload is previewed before anything is followed. */
export function SourceListsPage({ view, c }: { view: SourceListsView; c: PageContext }) {
  const { opml: o, editing: e } = c.m
  const { csrf, preview, refused, added, isImporting } = view
  return (
    <Layout c={c} heading={o.head} isIndexed={false}>
      <h1>{o.head}</h1>
      {added === undefined ? null : (
        <p class="note" role="status">
          {o.added(added)}
        </p>
      )}
      <ActNote act={view.act} csrf={csrf} c={c} />
      {refused ? (
        <p class="note" role="alert" id="refused">
          {o.problems[refused.problem](c.f.number(MAX_OPML_BYTES / 1_000_000))}{' '}
          {'detail' in refused ? <span lang="en">{refused.detail}</span> : null}
        </p>
      ) : null}
      {preview ? <Preview preview={preview} csrf={csrf} c={c} /> : null}
      <h2 class="h">{o.inHead}</h2>
      {isImporting ? (
        <form class="form" method="post" action={paths.adminSources} enctype="multipart/form-data">
          <input type="hidden" name="csrf" value={csrf} />
          <label>
            {o.file}
            <input type="file" name="opml" required accept=".opml,.xml,text/x-opml,application/xml,text/xml" />
          </label>
          <p>
            <button type="submit">{o.look}</button>
          </p>
        </form>
      ) : (
        <p class="q">{o.problems.servesOnly('')}</p>
      )}
      <h2 class="h">{o.outHead}</h2>
      <p>
        <a href={paths.adminExport} download>
          <u>{o.download}</u>
        </a>
      </p>
      <p>
        <a href={paths.admin}>{e.admin}</a>
      </p>
    </Layout>
  )
}

/** What an import would add, which the operator may deselect; what is known already; what is refused, and why. */
function Preview({ preview, csrf, c }: { preview: OpmlImport; csrf: string; c: PageContext }) {
  const { opml: o, editing: e } = c.m
  const { fresh, known, refused, left, isSalvaged } = preview
  return (
    <section id="preview">
      <h2 class="h">
        {o.wouldAdd} <small>{c.f.number(fresh.length)}</small>
      </h2>
      {isSalvaged ? <p class="note">{o.damaged}</p> : null}
      {left > 0 ? <p class="note">{o.left(left)}</p> : null}
      {fresh.length === 0 ? <p class="q">{o.nothingNew}</p> : null}
      {fresh.length > 0 ? (
        <form class="form" method="post" action={paths.adminImport}>
          <input type="hidden" name="csrf" value={csrf} />
          <ul class="list">
            {fresh.map((source) => (
              <li class="row">
                <label class="opt">
                  <input type="checkbox" name="outline" value={outlinesOf(source).join('').trim()} checked />
                  <bdi>{source.name}</bdi>
                </label>
                <Address of={source.feeds[0]?.url ?? ''} />
              </li>
            ))}
          </ul>
          <label>
            {c.m.tier}
            <select name="tier">
              {c.m.tierWords.map((word, index) => (
                <option
                  value={String(index + 1)}
                  selected={index + 1 === SHIPPED.tier}
                >{`${index + 1} ${word}`}</option>
              ))}
            </select>
          </label>
          <label>
            {o.type}
            <select name="type">
              {SOURCE_TYPES.map((type) => (
                <option value={type} selected={type === SHIPPED.type}>
                  {c.m.sourceTypes[type]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {e.reason}
            <input type="text" name="reason" required maxlength={1000} size={40} />
          </label>
          <p>{o.asMarked}</p>
          <p>
            <button type="submit">{o.follow}</button>
          </p>
        </form>
      ) : null}
      {known.length > 0 ? (
        <details>
          <summary>{o.known(known.length)}</summary>
          <ul class="list">
            {known.map(({ feedUrl, sourceId, isEnabled }) => (
              <li class="row">
                <p>
                  <a href={paths.source(sourceId)}>{sourceId}</a> {isEnabled ? '' : o.switchedOff}
                </p>
                <Address of={feedUrl} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {refused.length > 0 ? (
        <details open>
          <summary>{o.refused(refused.length)}</summary>
          <ul class="list">
            {refused.slice(0, MOST_REFUSED).map(({ address, why }) => (
              <li class="row">
                <Address of={address} />
                <p>{o.why[why satisfies RefusedAddress]}</p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}

/** Default tier and type of a source. */
const SHIPPED = blankSource('', '', '')

/** Most refused addresses shown; more would tell the operator nothing new. */
const MOST_REFUSED = 100
const LONGEST_SHOWN = 200

/** An address without the credentials in it. */
function Address({ of }: { of: string }) {
  return (
    <p class="meta">
      <bdi>{withoutCredentials(of).slice(0, LONGEST_SHOWN)}</bdi>
    </p>
  )
}
