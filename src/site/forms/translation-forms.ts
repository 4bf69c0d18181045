import type { Context, Hono } from 'hono'
import { HOUR_MS, MINUTE_MS } from '../../lib/instant.ts'
import { translationInput } from '../../summary/model/translation.ts'
import type { SiteDeps } from '../deps.ts'
import { formToken, isOwnForm, readForm } from '../http/form-guard.ts'
import { createRateLimit } from '../http/rate-limit.ts'
import { senderOf } from '../http/sender.ts'
import { UI_LANGUAGES, type UiLanguage } from '../messages.ts'
import { paths } from '../paths.ts'
import { answer } from '../respond.ts'
import { canTranslate, translationsOf } from '../view/translations.ts'
import { OutcomePage } from './form-pages.tsx'
import type { SendPrivate } from './reader-forms.ts'
import { STORY_PATH, storyOfRef } from './story-ref.ts'
import { TranslationPage } from './translation-page.tsx'

/** Rate limits, for one sender and for all together; the daily budget of the model applies too. */
const PER_SENDER = { most: 10, windowMs: 10 * MINUTE_MS }
const FOR_ALL = { most: 120, windowMs: HOUR_MS }

/**
 * Adds the form that asks for a story in the reader's language; it works without a script. The model's thread makes the translation, and
 * the page does not wait for it.
 */
export function addTranslationForm(
  app: Hono,
  deps: SiteDeps,
  send: SendPrivate,
  languageOf: (c: Context) => UiLanguage,
): void {
  const { store, now, settings } = deps
  const limit = createRateLimit(PER_SENDER)
  const limitForAll = createRateLimit(FOR_ALL)
  const path = `${STORY_PATH}/translation`
  const findStory = async (c: Context, language: UiLanguage) => {
    const story = await storyOfRef(c, store)
    return story && canTranslate(story, language, settings.model) ? story : undefined
  }

  app.get(path, async (c) => {
    const language = languageOf(c)
    const story = await findStory(c, language)
    if (!story) return c.notFound()
    const translation = (await translationsOf(store, story)).find((each) => each.language === language)
    const token = formToken(await store.admin.secret('forms'), `translate ${story.id}`, now())
    return send(c, answer({ page: 'translation', story, translation, token } as const, TranslationPage))
  })

  app.post(path, async (c) => {
    const form = await readForm(c)
    const language = UI_LANGUAGES.find((each) => each === form?.text('language')) ?? languageOf(c)
    const story = await findStory(c, language)
    if (!story) return c.notFound()
    const at = now()
    const next = paths.translation(story.id)
    const secret = await store.admin.secret('forms')
    if (!isOwnForm(c, form, { secret, purpose: `translate ${story.id}`, now: at })) {
      return send(c, answer({ page: 'outcome', what: 'formExpired', next } as const, OutcomePage, 403))
    }
    const inputHash = translationInput(story, language)!.hash
    const before = await store.translations.find(story.id, language)
    if (before?.inputHash !== inputHash) {
      if (!limit.allow(senderOf(c), at) || !limitForAll.allow('all', at)) {
        return send(c, answer({ page: 'outcome', what: 'tooManyPosts', next } as const, OutcomePage, 429))
      }
      await store.translations.ask({ storyId: story.id, language, inputHash, at })
    }
    return c.redirect(`${next}?lang=${language}`, 303)
  })
}
