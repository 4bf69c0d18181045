import type { Context } from 'hono'
import type { SiteDeps } from '../deps.ts'
import { hidingBy } from '../hidden/hiding.ts'
import { acceptedLanguage } from '../http/preferences.ts'
import { type UiLanguage, uiLanguage } from '../messages.ts'
import type { JsonContext } from './story-json.ts'

/** @returns the language of texts in an answer: `?lang=`, else the best match of `Accept-Language`, else the site's default */
export function answerLanguage(c: Context, deps: SiteDeps): UiLanguage {
  return (
    uiLanguage(c.req.query('lang') ?? '') ??
    acceptedLanguage(c.req.header('accept-language')) ??
    deps.settings.defaultLanguage
  )
}

/** @returns the public origin without a trailing slash: the setting's, else the request's */
export function publicOrigin(c: Context, deps: SiteDeps): string {
  return deps.settings.baseUrl ?? new URL(c.req.url).origin
}

export function jsonContext(c: Context, deps: SiteDeps): JsonContext {
  return { gazetteer: deps.gazetteer, language: answerLanguage(c, deps), baseUrl: publicOrigin(c, deps) }
}

/** Returns the context of a list that leaves out stories by the hidden words of its address. */
export function listContext(c: Context, deps: SiteDeps, hide: readonly string[] = []): JsonContext {
  return { ...jsonContext(c, deps), hiding: hide.length > 0 ? hidingBy(hide, deps.gazetteer) : undefined }
}
