import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { KeysDialog } from '../components/keys-dialog.tsx'
import { Moment } from '../components/marks.tsx'
import { SaveForm } from '../components/save-button.tsx'
import { HatchPattern } from '../components/score.tsx'
import { feedPage, pathIn } from '../language-path.ts'
import { hubMessagesIn } from '../messages/hubs.ts'
import { UI_LANGUAGES, type UiLanguage } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import { type Preview, PreviewTags } from '../share/preview.tsx'

const LANGUAGE_NAMES = { en: 'EN', 'zh-Hant': '繁體', 'zh-Hans': '简体', ja: '日本語', ko: '한국어' } as const

export type Section = 'brief' | 'pulse' | 'hubs' | 'decide' | 'sources' | 'methods' | 'status' | 'search'

export interface LayoutProps {
  readonly c: PageContext
  /** Page title without the site's name. */
  readonly heading: string
  readonly section?: Section
  /** Summary of the page for search results and link previews, which cut it to 300 characters. */
  readonly description?: string
  readonly preview?: Preview
  /** Address of the page whose feeds are linked: this page, or the list that it shows. */
  readonly feed?: string
  readonly isIndexed?: boolean
  /** Seconds after which the page reloads; set only while there is nothing to show yet. */
  readonly refreshSeconds?: number
  readonly children?: Child
}

/** Renders the frame of every page: head, navigation and footer. */
export function Layout({
  c,
  heading,
  section,
  description,
  preview,
  feed,
  isIndexed = true,
  refreshSeconds,
  children,
}: LayoutProps) {
  // One address per language. The one without `lang` is the site's default language, whatever the browser prefers.
  const addressIn = (language: UiLanguage) => c.origin + pathIn(c.path, language, c.defaultLanguage)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={c.language} dir="ltr" data-theme={c.theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>{`${heading} · ${c.title}`}</title>
          <meta name="color-scheme" content="light dark" />
          {description ? (
            <PreviewTags c={c} heading={heading} description={description} preview={preview ?? {}} />
          ) : null}
          {isIndexed ? null : <meta name="robots" content="noindex" />}
          {refreshSeconds ? <meta http-equiv="refresh" content={String(refreshSeconds)} /> : null}
          <link rel="stylesheet" href={c.assets.css} />
          <link rel="icon" href={c.assets.icon} type="image/svg+xml" />
          <link rel="apple-touch-icon" href={paths.icon(180)} />
          <link rel="manifest" href={paths.manifest} />
          <link rel="canonical" href={addressIn(c.language)} />
          {UI_LANGUAGES.map((language) => (
            <link rel="alternate" hreflang={language} href={addressIn(language)} />
          ))}
          <link rel="alternate" hreflang="x-default" href={c.origin + c.path} />
          {feed ? (
            <link rel="alternate" type="application/atom+xml" href={paths.atom(feedPage(feed, c))} title={heading} />
          ) : null}
          <script src={c.assets.script} type="module" />
        </head>
        <body data-seq={c.isStoreless ? undefined : c.lastEventSeq}>
          <a class="skip vh" href="#main">
            {c.m.skip}
          </a>
          <HatchPattern />
          <Masthead c={c} section={section} />
          <p class="note" id="kept" role="status" hidden>
            {c.m.keptPage(c.f.moment(c.now, c.now))}
          </p>
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <Footer c={c} />
          <SaveForm c={c} />
          <KeysDialog c={c} />
        </body>
      </html>
    </>
  )
}

function Masthead({ c, section }: { c: PageContext; section?: Section }) {
  const h = hubMessagesIn(c.language)
  const links: readonly (readonly [Section, string, string])[] = [
    ['brief', paths.front, c.m.brief],
    ['pulse', paths.pulse, c.m.pulse],
    ...(c.hasHubs
      ? ([
          ['hubs', paths.hubs, h.hubs],
          ['decide', paths.decide, h.decide],
        ] as const)
      : []),
    ['sources', paths.sources, c.m.sources],
    ['methods', paths.methods, c.m.methods],
    ['status', paths.status, c.m.status],
    ['search', paths.search, c.m.search],
  ]
  return (
    <header class="mast">
      <div class="bar">
        <span>{c.f.date(c.now)}</span>{' '}
        <nav class="nav" aria-label={c.m.interfaceLanguage}>
          {UI_LANGUAGES.map((language) => (
            <a
              href={withQuery(c.path, { lang: language })}
              lang={language}
              hreflang={language}
              aria-current={language === c.language ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[language]}
            </a>
          ))}
        </nav>{' '}
        <span>
          {c.isStoreless ? null : <b>{c.status.polling === 'offline' ? c.m.offline : c.m.live}</b>}{' '}
          <Moment at={c.now}>{c.f.time(c.now)}</Moment>
          {c.isStoreless ? null : ` · ${lastRead(c)}`}
        </span>
      </div>
      <div class="brand">
        <a href={paths.front}>
          <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
            <circle cx="15" cy="15" r="13.5" fill="none" stroke="currentColor" stroke-width="2" />
            <path d="M15 1v28M1 15h28" stroke="currentColor" />
            <path class="pb" d="M17.5 7.5 21 11l4.5-4.5L21 14z" />
          </svg>
          {c.title}
        </a>{' '}
        {c.tagline ? <small>{c.tagline}</small> : null}{' '}
        <nav class="nav" aria-label={c.m.mainNav}>
          {links.map(([name, href, text]) => (
            <a href={href} aria-current={name === section ? 'page' : undefined}>
              {text}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}

function lastRead({ m, f, lastReadAt, lastPollAt, now }: PageContext): string {
  if (lastReadAt !== undefined) return m.readAgo(f.ago(lastReadAt, now))
  return lastPollAt === undefined ? m.notReadYet : m.triedAgo(f.ago(lastPollAt, now))
}

function Footer({ c }: { c: PageContext }) {
  const themes = [
    ['auto', c.m.themeAuto],
    ['light', c.m.themeLight],
    ['dark', c.m.themeDark],
  ] as const
  return (
    <footer class="foot">
      <nav class="nav" aria-label={c.m.footNav}>
        <a href={paths.atom(feedPage(paths.front, c))}>{c.m.atomFeed}</a>
        <a href={paths.rss(feedPage(paths.front, c))}>{c.m.rssFeed}</a>
        <a href={paths.jsonFeed(feedPage(paths.front, c))}>{c.m.jsonFeed}</a>
        <a href={paths.api}>{c.m.jsonApi}</a>
        <a href={paths.corrections}>{c.m.editing.corrections}</a>
        <a href={paths.saved} rel="nofollow">
          {c.m.editing.savedHead}
        </a>
        <a href={paths.hiddenWords} rel="nofollow">
          {c.m.hiding.head}
        </a>
        {c.sendsMail ? <a href={paths.subscribe}>{c.m.editing.byMail}</a> : null}
      </nav>
      <nav class="nav" aria-label={c.m.theme}>
        <b aria-hidden="true">{c.m.theme}</b>
        {themes.map(([theme, word]) => (
          <a
            href={withQuery(c.path, { theme })}
            rel="nofollow"
            aria-current={theme === (c.theme ?? 'auto') ? 'true' : undefined}
          >
            {word}
          </a>
        ))}
      </nav>
      <button id="keys-open" type="button" hidden>
        {c.m.keys.head}
      </button>
      <p>
        <small>
          {c.m.promise}
          <br />
          {c.m.rights}
        </small>
      </p>
    </footer>
  )
}
