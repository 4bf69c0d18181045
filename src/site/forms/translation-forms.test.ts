import { describe, expect, test } from 'vitest'
import { translationInput } from '../../summary/model/translation.ts'
import { createSite } from '../site.ts'
import { NOON } from '../testing/day.ts'
import { sampleSite } from '../testing/sample-site.ts'

const MODEL = 'google:gemini-2.5-flash-lite'
const site = sampleSite({ settings: { model: MODEL }, isFresh: true })

const ask = (fields: Record<string, string>) => site.send('/s/1/translation', fields)
const storyOne = async () => {
  const found = await site.deps.store.story(1)
  if (found?.type !== 'story') throw new Error('the sample day has no story 1')
  return found.story
}

describe('a translation', () => {
  test('is asked for by a button, without a script, and waited for', async () => {
    expect(await site.text('/s/1?lang=ja')).toContain('href="/s/1/translation"')
    const form = await site.text('/s/1/translation?lang=ja')
    expect(form).not.toContain('onclick')
    const token = /name="token" value="([^"]+)"/.exec(form)![1]!
    const response = await ask({ token, language: 'ja' })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/s/1/translation?lang=ja'])
    expect(await site.deps.store.translations.nextAsked()).toMatchObject({ storyId: 1, language: 'ja', at: NOON })
    expect(await site.text('/s/1/translation?lang=ja')).toContain('翻訳しています。')
  })

  test('stands beside its original with model and time, on the page and in the API; in no other language', async () => {
    const story = await storyOne()
    const input = translationInput(story, 'ja')!
    const texts = input.parts.map((_part, index) => `訳文${index}<b>`)
    const made = { storyId: 1, language: 'ja', inputHash: input.hash, state: 'made', at: NOON, model: MODEL } as const
    await site.deps.store.translations.put({ ...made, texts, rules: [] })
    const japanese = await site.text('/s/1?lang=ja')
    expect(japanese).toContain('訳文0&lt;b&gt;<br/>')
    expect(japanese).toContain(`${MODEL}による翻訳`)
    expect(await site.text('/s/1?lang=en')).not.toContain('訳文0')
    const front = await site.text('/?lang=ja')
    expect(front).toContain('訳文0&lt;b&gt;')
    expect(front).toContain('訳文1&lt;b&gt;')
    expect(front).toContain(`原文： <span lang="en">${story.headline.text}</span>`)
    expect(await site.text('/?lang=en')).not.toContain('訳文')
    const json = (await (await site.request('/api/v1/stories/1')).json()) as { translations: unknown[] }
    expect(json.translations).toMatchObject(
      [
        {
          language: 'ja',
          model: MODEL,
          parts: [{ part: 'headline', text: texts[0], original: story.headline.text }, {}],
        },
      ].map((each) => ({ ...each, parts: expect.arrayContaining([expect.objectContaining(each.parts[0]!)]) })),
    )
    await site.deps.store.translations.put({ ...made, inputHash: 'of earlier words', texts, rules: [] })
    expect(await site.text('/s/1/translation?lang=ja')).not.toContain('訳文0')
  })

  test('that failed the check is not shown, and the page says by which rule', async () => {
    const { hash } = translationInput(await storyOne(), 'ja')!
    const refused = { inputHash: hash, state: 'refused', model: MODEL, texts: [], rules: ['number'] } as const
    await site.deps.store.translations.put({ storyId: 1, language: 'ja', at: NOON, ...refused })
    expect(await site.text('/s/1/translation?lang=ja')).toContain('情報源にない数字')
  })

  test('is not offered without a model, nor into the language it is in, nor without a token', async () => {
    expect((await site.request('/s/1/translation?lang=en')).status).toBe(404)
    expect((await ask({ token: 'x', language: 'ja' })).status).toBe(403)
    expect(await site.deps.store.translations.nextAsked()).toBeUndefined()
    const without = await createSite({ ...site.deps, settings: { ...site.deps.settings, model: undefined } })
    expect((await without.request('/s/1/translation?lang=ja')).status).toBe(404)
    expect(await (await without.request('/s/1?lang=ja')).text()).not.toContain('/translation')
  })
})
