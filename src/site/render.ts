import { nameIn } from '../hub/names.ts'
import type { Instant } from '../lib/instant.ts'
import { MINUTE_MS } from '../lib/instant.ts'
import type { SiteDeps, SiteSettings } from './deps.ts'
import { formatIn } from './format.ts'
import { type Hiding, hidingBy } from './hidden/hiding.ts'
import { type Rendered, rendered } from './http/page-cache.ts'
import type { Preferences } from './http/preferences.ts'
import { jsonAddress } from './http/request.ts'
import { messagesIn, type UiLanguage } from './messages.ts'
import { type AssetPaths, namesIn } from './page-context.ts'
import { type Answer, jsonOf } from './respond.ts'
import { listedStories } from './view/listed-stories.ts'
import { translatedTexts } from './view/translations.ts'

export interface RenderTarget {
  readonly preferences: Preferences
  readonly isJson: boolean
  readonly origin: string
  /** Canonical path and query. */
  readonly path: string
  /** Ids of the stories that the reader saved. Default: none, as for JSON. */
  readonly saved?: readonly number[]
  /** Words that hide stories in its lists. Default: none. */
  readonly hiding?: Hiding
  /** Whether the store is unreachable, so that the answer must do without it. Default: false. */
  readonly isStoreless?: boolean
}

export type Renderer = (target: RenderTarget, find: () => Promise<Answer>) => Promise<Rendered>

/** Creates the function that renders answers as HTML or JSON. The same store and the same minute give the same bytes. */
export function createRenderer(deps: SiteDeps, assets: AssetPaths): Renderer {
  const { store, settings } = deps
  const hidingNothing = hidingBy([], deps.gazetteer)
  return async (target, find) => {
    const { preferences, isJson, origin, path, saved = [], hiding = hidingNothing, isStoreless = false } = target
    // Read first, so that events during rendering count as newer than the page.
    const [newest] = isStoreless ? [] : await store.events({ limit: 1, newestFirst: true })
    const seq = newest?.seq ?? 0
    const found = await find()
    if ('redirect' in found)
      return rendered(
        { status: found.status, type: '', text: '', location: isJson ? jsonAddress(found.redirect) : found.redirect },
        seq,
      )
    const status = found.status ?? 200
    if (isJson) {
      const text = JSON.stringify(
        jsonOf(found.view, {
          gazetteer: deps.gazetteer,
          atlas: deps.atlas,
          language: preferences.language,
          baseUrl: origin,
          hiding: hiding.words.length > 0 ? hiding : undefined,
        }),
      )
      return rendered({ status, type: 'application/json; charset=utf-8', text }, seq)
    }
    const { language, theme } = preferences
    const listed = settings.model && !isStoreless ? listedStories(found.view) : []
    const translated = await translatedTexts(store, listed, language)
    const now: Instant = Math.floor(deps.now() / MINUTE_MS) * MINUTE_MS
    const lastReadAt = isStoreless ? undefined : await store.lastReadAt()
    const lastPollAt = isStoreless || lastReadAt !== undefined ? undefined : await store.lastPollAt()
    const markup = found.page({
      m: messagesIn(language),
      f: formatIn(language, settings.timeZone),
      language,
      defaultLanguage: settings.defaultLanguage,
      theme,
      now,
      timeZone: settings.timeZone,
      title: settings.title,
      tagline: taglineIn(language, settings),
      hasHubs: settings.hasHubs !== false,
      origin,
      path,
      atlas: deps.atlas,
      nameIn: (names) => nameIn(names, language),
      placeName: (id) => nameIn((deps.atlas.area(id) ?? deps.atlas.hub(id))?.names ?? { en: [id] }, language),
      names: namesIn(language, deps.gazetteer, deps.atlas),
      translated,
      status: deps.status(),
      saved: new Set(saved),
      hiding,
      sendsMail: settings.sendsMail === true && !settings.isReadonly,
      isReadonly: settings.isReadonly === true,
      assets,
      lastReadAt,
      lastPollAt,
      isStoreless,
      lastEventSeq: seq,
    })
    return rendered({ status, type: 'text/html; charset=utf-8', text: String(await (await markup)?.toString()) }, seq)
  }
}

function taglineIn(language: UiLanguage, { isDemo, tagline }: SiteSettings): string {
  return isDemo ? messagesIn(language).demoNote : (tagline?.[language] ?? tagline?.en ?? '')
}
