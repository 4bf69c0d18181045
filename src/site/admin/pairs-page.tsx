import { clipText } from '../../lib/clean-text.ts'
import type { StoredItem } from '../../store/item-types.ts'
import { languageMarks } from '../components/language-marks.ts'
import type { PageContext } from '../page-context.ts'
import { Layout } from '../pages/layout.tsx'
import { paths } from '../paths.ts'
import type { PairsView } from './pairs-view.ts'

/** The pairs of items that the engine was least sure about, for the operator to judge: one event or two. */
export function PairsPage({ view, c }: { view: PairsView; c: PageContext }) {
  const { editing: e } = c.m
  const { pairs, rates, csrf } = view
  const n = c.f.number
  return (
    <Layout c={c} heading={e.pairs} isIndexed={false}>
      <h1>{e.pairs}</h1>
      <p>{e.pairsText}</p>
      <p class="note">
        {e.pairRates(n(rates.pairs), n(rates.falseMerges), n(rates.different), n(rates.missedMerges), n(rates.same))}
      </p>
      {pairs.length === 0 ? <p class="q">{e.noPairs}</p> : null}
      <ol class="list">
        {pairs.map(({ items: [first, second], isTogether }) => (
          <li class="row">
            <PairItem item={first} c={c} />
            <PairItem item={second} c={c} />
            <form class="form" method="post" action={paths.adminJudge}>
              <input type="hidden" name="csrf" value={csrf} />
              <input type="hidden" name="one" value={String(first.id)} />
              <input type="hidden" name="other" value={String(second.id)} />
              <p class="meta">{isTogether ? e.pairTogether : e.pairApart}</p>
              <p class="acts">
                <button type="submit" name="same" value="yes">
                  {e.sameEvent}
                </button>
                <button type="submit" name="same" value="no">
                  {e.differentEvents}
                </button>
              </p>
            </form>
          </li>
        ))}
      </ol>
      <p>
        <a href={paths.admin}>{e.admin}</a>
      </p>
    </Layout>
  )
}

function PairItem({ item, c }: { item: StoredItem; c: PageContext }) {
  const excerpt = clipText(item.text, EXCERPT_LENGTH)
  return (
    <div {...languageMarks(item.language === c.language ? undefined : item.language)}>
      <p>
        <b>{item.title}</b>
      </p>
      <p class="meta">
        {item.sourceId} · {c.f.moment(item.publishedAt, c.now)}
      </p>
      {excerpt === '' ? null : <p>{excerpt}</p>}
    </div>
  )
}

/** In characters: enough to tell what an item is about. */
const EXCERPT_LENGTH = 280
