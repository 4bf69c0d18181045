import { raw } from 'hono/html'
import { clipText } from '../../lib/clean-text.ts'
import { type Instant, isoInstant } from '../../lib/instant.ts'
import { pathIn } from '../language-path.ts'
import { UI_LANGUAGES, type UiLanguage } from '../messages.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { PICTURE_HEIGHT, PICTURE_WIDTH } from './picture.ts'

/** Metadata of a shared page besides title and description. */
export interface Preview {
  /** Preview picture. Default: the site's mark. */
  readonly picture?: { readonly path: string; readonly alt: string }
  /** Open Graph article: time of publication, time of last change and section. */
  readonly article?: { readonly from: Instant; readonly to: Instant; readonly section: string }
  /** Schema.org data (JSON-LD). */
  readonly data?: Readonly<Record<string, unknown>>
}

/** Maximum length of a description; search engines show about 160 characters, link previews somewhat more. */
const MAX_DESCRIPTION = 300

/** Open Graph locales, which need a country; it also tells the two Chinese scripts apart. */
const LOCALES: Readonly<Record<UiLanguage, string>> = {
  en: 'en_GB',
  'zh-Hant': 'zh_TW',
  'zh-Hans': 'zh_CN',
  ja: 'ja_JP',
  ko: 'ko_KR',
}

/** Renders the metadata for link previews and search engines: Open Graph, Twitter card and JSON-LD. */
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
      {/* Twitter reads title, description and picture from Open Graph. */}
      <meta name="twitter:card" content="summary_large_image" />
      {data ? <script type="application/ld+json">{raw(asScriptText(data))}</script> : null}
    </>
  )
}

/** Serialises JSON so that no text in it can end the script element or open a comment. */
function asScriptText(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data })
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
}
