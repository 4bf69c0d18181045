import { raw } from 'hono/html'
import { clipText } from '../../lib/clean-text.ts'
import { type Instant, isoInstant } from '../../lib/instant.ts'
import { pathIn } from '../language-path.ts'
import { UI_LANGUAGES, type UiLanguage } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './picture.ts'

/** What a page that is shared says of itself beyond title and description. */
export interface Preview {
  /** Default: the site's mark. */
  readonly picture?: { readonly path: string; readonly alt: string }
  /** An article in the sense of Open Graph: when it began, when it changed, under which heading it stands. */
  readonly article?: { readonly from: Instant; readonly to: Instant; readonly section: string }
  /** As schema.org has it (JSON-LD). */
  readonly data?: Readonly<Record<string, unknown>>
}

/** Longest description; search engines show about 160 characters, previews of links some more. */
const MAX_DESCRIPTION = 300

/** Open Graph names a language by a country; the scripts of Chinese are told apart by no other way. */
const LOCALES: Readonly<Record<UiLanguage, string>> = {
  en: 'en_GB',
  'zh-Hant': 'zh_TW',
  'zh-Hans': 'zh_CN',
  ja: 'ja_JP',
  ko: 'ko_KR',
}

/** What others show of a link to the page: Open Graph, Twitter's card, and the same as data. */
export function PreviewTags({
  c,
  heading,
  description,
  preview: { picture, article, data },
}: {
  readonly c: PageContext
  readonly heading: string
  readonly description: string
  readonly preview: Preview
}) {
  const text = clipText(description.replace(/\s+/g, ' ').trim(), MAX_DESCRIPTION)
  const image = c.origin + (picture?.path ?? paths.sharePicture)
  return (
    <>
      <meta name="description" content={text} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={heading} />
      <meta property="og:description" content={text} />
      <meta property="og:site_name" content={c.title} />
      <meta property="og:url" content={c.origin + pathIn(c.path, c.language, c.defaultLanguage)} />
      <meta property="og:locale" content={LOCALES[c.language]} />
      {UI_LANGUAGES.filter((language) => language !== c.language).map((language) => (
        <meta property="og:locale:alternate" content={LOCALES[language]} />
      ))}
      <meta property="og:image" content={image} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(PICTURE_WIDTH)} />
      <meta property="og:image:height" content={String(PICTURE_HEIGHT)} />
      <meta property="og:image:alt" content={picture?.alt ?? c.title} />
      {article ? (
        <>
          <meta property="article:published_time" content={isoInstant(article.from)} />
          <meta property="article:modified_time" content={isoInstant(article.to)} />
          <meta property="article:section" content={article.section} />
        </>
      ) : null}
      {/* It takes title, description and picture from Open Graph. */}
      <meta name="twitter:card" content="summary_large_image" />
      {data ? <script type="application/ld+json">{raw(asScriptText(data))}</script> : null}
    </>
  )
}

/** JSON that no text in it can end early: a browser would see the end of the element, or of a comment. */
function asScriptText(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data })
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
}
