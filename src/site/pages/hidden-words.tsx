import type { Child } from 'hono/jsx'
import { ListAddress } from '../components/list-address.tsx'
import type { HiddenWordsView } from '../hidden/hidden-routes.ts'
import { HIDDEN_WORDS, writeHiddenWords } from '../hidden/hidden-words.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import { Layout } from './layout.tsx'

/** Renders the page of a reader's hidden words, to add, remove and export them. */
export function HiddenWordsPage({ view, c }: { view: HiddenWordsView; c: PageContext }) {
  const { hiding: h } = c.m
  const { words, isForeign, refused } = view
  const list = words.join('\n')
  return (
    <Layout c={c} heading={h.head} isIndexed={false}>
      <h1>{h.head}</h1>
      <p class="prose">{h.means}</p>
      {refused ? (
        <p class="note" role="alert" id="refused">
          {h.faults[refused.fault.what](refused.fault.word)} {h.nothingChanged}
        </p>
      ) : null}
      {isForeign ? (
        <>
          <p>{c.f.list(words)}</p>
          <WordsForm act="add" text={h.keep}>
            <input type="hidden" name="words" value={writeHiddenWords(words)} />
          </WordsForm>
          <p>
            <a href={paths.hiddenWords}>
              <u>{h.own}</u>
            </a>
          </p>
        </>
      ) : (
        <OwnWords view={view} list={list} c={c} />
      )}
    </Layout>
  )
}

function OwnWords({ view, list, c }: { view: HiddenWordsView; list: string; c: PageContext }) {
  const { hiding: h, editing: e } = c.m
  const { words, refused } = view
  const sent = (act: 'add' | 'replace') => (refused?.act === act ? refused.written : undefined)
  const described = (act: 'add' | 'replace') => (refused?.act === act ? 'refused how' : 'how')
  return (
    <>
      <WordsForm act="add" text={h.add}>
        <label>
          {h.addLabel}
          <input
            type="text"
            name="words"
            required
            size={24}
            maxlength={HIDDEN_WORDS.mostCharacters}
            value={sent('add')}
            aria-describedby={described('add')}
            autocomplete="off"
          />
        </label>
      </WordsForm>
      <p id="how">
        <small>{h.how(HIDDEN_WORDS.most, HIDDEN_WORDS.longest, HIDDEN_WORDS.mostCharacters)}</small>
      </p>
      <h2 class="h">
        {h.head} <small>{c.f.number(words.length)}</small>
      </h2>
      {words.length === 0 ? <p class="q">{h.empty}</p> : null}
      <form class="save" method="post" action={paths.hiddenWords}>
        <ul class="list">
          {words.map((word) => (
            <li class="row">
              <p>
                <bdi>{word}</bdi>{' '}
                <button type="submit" name="remove" value={word}>
                  {h.remove}
                  <span class="vh">{`: ${word}`}</span>
                </button>
              </p>
            </li>
          ))}
        </ul>
      </form>
      <h2 class="h" id="text">
        {h.asText}
      </h2>
      <WordsForm act="replace" text={h.replace}>
        <label>
          {h.textLabel}
          <textarea name="words" rows={6} cols={40} aria-describedby={described('replace')}>
            {sent('replace') ?? list}
          </textarea>
        </label>
      </WordsForm>
      {words.length > 0 ? <TakeAlong words={words} c={c} /> : null}
      {words.length > 0 ? <WordsForm act="empty" text={e.savedForget} /> : null}
    </>
  )
}

/** Renders the list for download or another browser, and links to lists that apply it for clients without cookies. */
function TakeAlong({ words, c }: { words: readonly string[]; c: PageContext }) {
  const { hiding: h } = c.m
  const hide = writeHiddenWords(words)
  const address = withQuery(paths.hiddenWords, { hide })
  const front = withQuery(paths.front, { hide })
  return (
    <>
      <p>
        <a href={paths.hiddenWordsText} download rel="nofollow">
          <u>{h.download}</u>
        </a>
      </p>
      <ListAddress address={address} c={c} />
      <p>
        <small>
          {h.without}{' '}
          <a href={front} rel="nofollow">
            {c.m.brief}
          </a>
          {' · '}
          <a href={paths.atom(front)} rel="nofollow">
            {c.m.atomFeed}
          </a>
          {' · '}
          <a href={paths.rss(front)} rel="nofollow">
            {c.m.rssFeed}
          </a>
          {' · '}
          <a href={paths.jsonFeed(front)} rel="nofollow">
            {c.m.jsonFeed}
          </a>
        </small>
      </p>
    </>
  )
}

function WordsForm({ act, text, children }: { act: 'add' | 'replace' | 'empty'; text: string; children?: Child }) {
  return (
    <form class={act === 'empty' ? 'save' : 'form'} method="post" action={paths.hiddenWords}>
      {children}
      <p>
        <button type="submit" name="act" value={act}>
          {text}
        </button>
      </p>
    </form>
  )
}
