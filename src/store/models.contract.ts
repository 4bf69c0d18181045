import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import type { ModelSummary } from '../summary/model/types.ts'
import type { CallResult, NewModelCall } from './model-types.ts'
import type { ContractPlace } from './testing/contract-store.ts'
import { openTwice } from './testing/open-twice.ts'
import { sampleCommit, sampleStory, T0 } from './testing/samples.ts'
import type { Store } from './types.ts'

const DAY = Math.floor(T0 / DAY_MS)
const call = (more: Partial<NewModelCall> = {}): NewModelCall => ({
  ...{ at: T0, purpose: 'summary', provider: 'google', model: 'm', storyId: 1, inputHash: 'h1', reservedMicroUsd: 400 },
  ...more,
})
const answered: CallResult = {
  ...{ outcome: 'answered', tokensIn: 1_000, tokensOut: 50, costMicroUsd: 120.2, durationMs: 900.4, error: '' },
}
const summary: ModelSummary = {
  ...{ inputHash: 'h1', model: 'google:m', writtenAt: T0, independent: 2, dropped: [] },
  sentences: [{ text: 'So it is.', language: 'en', citations: [{ itemId: 1, start: 0, end: 9, quote: 'So it is.' }] }],
}

/** What every store must do with the ledger of model calls and with what models wrote. */
export function modelsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  let other: Store
  openTwice(newPlace, (one, another) => {
    store = one
    other = another
  })

  describe('translations', () => {
    const asked = { storyId: 1, language: 'ja', inputHash: 'h1', at: T0 }
    const made = { ...asked, state: 'made', at: T0 + 5, model: 'google:m', texts: ['見出し'], rules: [] } as const

    test('are asked for once for each input, made, and replaced where the input is another', async () => {
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)] }))
      await store.translations.ask(asked)
      await other.translations.ask({ ...asked, at: T0 + 1 })
      await store.translations.ask({ ...asked, language: 'zh-Hant', at: T0 - 1 })
      expect(await other.translations.nextAsked()).toMatchObject({ language: 'zh-Hant', state: 'asked' })
      await store.translations.remove(1, 'zh-Hant')
      expect(await other.translations.nextAsked()).toMatchObject(asked)
      await store.translations.put(made)
      await store.translations.ask(asked)
      expect(await other.translations.ofStory(1)).toEqual([made])
      expect(await other.translations.madeOf([1, 2], made.language)).toEqual([made])
      expect(await other.translations.madeOf([2], made.language)).toEqual([])
      expect(await other.translations.nextAsked()).toBeUndefined()
      await store.translations.ask({ ...asked, inputHash: 'h2' })
      expect(await other.translations.find(1, 'ja')).toMatchObject({ inputHash: 'h2', state: 'asked', texts: [] })
    })

    test('go with their story, and when an item is taken back', async () => {
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)] }))
      await store.translations.put({ ...made, storyId: 99 })
      expect(await store.translations.ofStory(99)).toEqual([])
      await store.translations.put(made)
      await store.commitStories(sampleCommit({ stories: [sampleStory(1, 1)], redactions: [] }))
      expect(await store.translations.ofStory(1)).toEqual([])
    })
  })

  describe('calls of models', () => {
    test('are set aside, settled and summed by day and story', async () => {
      const id = await store.models.reserve(call(), undefined)
      expect(await other.models.calls({ limit: 9 })).toMatchObject([{ outcome: 'running', costMicroUsd: 400 }])
      await store.models.settle(id!, answered)
      await store.models.reserve(call({ at: T0 - DAY_MS, storyId: 2 }), undefined)
      const trial = await store.models.reserve(call({ purpose: 'trial', storyId: undefined }), undefined)
      await store.models.settle(trial!, { ...answered, outcome: 'failed', costMicroUsd: 0, error: 'no\0' })
      const today = { calls: 2, failed: 1, tokensIn: 2_000, tokensOut: 100, costMicroUsd: 121 }
      expect(await store.models.spending(DAY, DAY)).toEqual(today)
      expect((await store.models.spending(DAY - 31, DAY)).costMicroUsd).toBe(521)
      expect(await store.models.spendingByStory(DAY - 1, 9)).toEqual([
        { storyId: 2, calls: 1, costMicroUsd: 400 },
        { storyId: 1, calls: 1, costMicroUsd: 121 },
      ])
      expect(await store.models.calls({ storyId: 1, limit: 9 })).toMatchObject([
        { id, ...answered, costMicroUsd: 121, durationMs: 900 },
      ])
    })

    test('stop at the day’s budget, however many ask at once', async () => {
      const asked = await Promise.all(
        Array.from({ length: 8 }, (_, index) => (index % 2 ? store : other).models.reserve(call(), 1_000)),
      )
      expect(asked.filter((id) => id !== undefined)).toHaveLength(2)
      expect(await store.models.reserve(call({ at: T0 + DAY_MS }), 1_000)).toBeDefined()
      expect(await store.models.reserve(call({ reservedMicroUsd: 1 }), 0)).toBeUndefined()
    })
  })

  describe('what models wrote', () => {
    const offered = { storyId: 1, inputHash: 'h1', at: T0, summary }

    test('waits once for each input, and its words go when it is worked off', async () => {
      await store.models.offer(offered)
      await other.models.offer(offered)
      await store.models.offer({ ...offered, inputHash: 'h2', summary: undefined })
      const [waiting, ...more] = await store.models.waiting(9)
      expect(more).toEqual([])
      expect(waiting).toMatchObject(offered)
      await store.commitStories(sampleCommit({ modelAnswer: { id: waiting!.id, state: 'applied' } }))
      expect(await store.models.waiting(9)).toEqual([])
      expect(await store.models.hasAnswered(1, 'h1')).toBe(true)
      expect(await store.models.hasAnswered(1, 'h2')).toBe(true)
      expect(await store.models.hasAnswered(2, 'h1')).toBe(false)
    })

    test('its health is the last one said', async () => {
      expect(await store.models.health('google:m')).toBeUndefined()
      await store.models.setHealth({ model: 'google:m', state: 'resting', at: T0, reason: 'down', until: T0 + 9 })
      await store.models.setHealth({ model: 'google:m', state: 'answering', at: T0 + 1 })
      expect(await other.models.health('google:m')).toEqual({ model: 'google:m', state: 'answering', at: T0 + 1 })
    })
  })
}
