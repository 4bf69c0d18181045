import { expect, test } from 'vitest'
import { DAY_MS } from '../lib/instant.ts'
import { createSite } from './site.ts'
import { NOON, sampleDeps } from './testing/day.ts'

const MODEL = 'google:gemini-2.5-flash-lite'

async function siteWithModel() {
  const deps = await sampleDeps()
  const { store, settings } = deps
  const found = await store.story(1)
  if (found?.type !== 'story') throw new Error('the sample day has no story 1')
  const { revision: _revision, ...story } = found.story
  const dropped = [{ part: 'impact', rules: ['number', 'filler'] }] as const
  const made = { model: MODEL, writtenAt: NOON, independent: 3, dropped, droppedCount: 1 }
  const summary = { ...story.summary, ...made, method: 'model' } as const
  const { cursor } = await store.engineState()
  await store.commitStories({ cursor, stories: [{ ...story, summary }], members: [], merges: [], events: [] })
  await store.models.setHealth({
    model: MODEL,
    state: 'resting',
    at: NOON,
    reason: 'the server failed (503)',
    until: NOON,
  })
  const healthKey = 'embedding:e5'
  await store.models.setHealth({ model: healthKey, state: 'resting', at: NOON, reason: 'no answer within 10 s' })
  const all = { ...deps, settings: { ...settings, model: MODEL, embedding: { name: 'e5', healthKey } } }
  return { site: await createSite(all), deps: all }
}

test('a story by a model says who wrote it, from what and when, and what was dropped; the status page how it does', async () => {
  const { site, deps } = await siteWithModel()
  const page = async (url: string) => (await site.request(url)).text()
  const story = await page('/s/1')
  expect(story).toContain(`by ${MODEL}, checked sentence by sentence · from 3 independent reports, `)
  expect(story).toContain('impact: a number that the source does not give; it says nothing of this event')
  expect(await page('/s/1?lang=ja')).toContain('影響: 情報源にない数字')
  expect(story).not.toContain('Models cost')
  for (const [purpose, costMicroUsd] of [
    ['summary', 1_100],
    ['repair', 150],
  ] as const) {
    const call = { at: NOON - 2 * DAY_MS, provider: 'google', model: MODEL, purpose, storyId: 1, inputHash: purpose }
    const id = await deps.store.models.reserve({ ...call, reservedMicroUsd: 5_000 }, undefined)
    await deps.store.models.settle(id!, {
      outcome: 'answered',
      tokensIn: 9,
      tokensOut: 1,
      costMicroUsd,
      durationMs: 5,
      error: '',
    })
  }
  // In another language: the page above is kept for some seconds.
  expect(await page('/s/1?lang=ko')).toContain('이 이슈에 든 모델 비용: 0.0013달러, 호출 2회.')
  expect(JSON.parse(await page('/api/v1/stories/1'))).toMatchObject({ modelCost: { calls: 2, usd: 0.00125 } })
  expect(await page('/api/v1/stories/2')).not.toContain('modelCost')
  const status = await page('/status')
  expect(status).toMatch(
    /Model for summaries.*does not answer.*the server failed \(503\).*next try at.*today \$0\.0000, 0 calls/s,
  )
  expect(status).toMatch(/Model for meaning.*e5 .*does not answer; words alone decide.*no answer within 10 s/s)
  expect(await page('/status?lang=ja')).toContain('応答がなく、語だけで判定しています')
  const { store } = deps
  const at = NOON
  await store.models.setHealth({ model: MODEL, state: 'nonsense', at, reason: 'not the JSON <b>', until: NOON + 2_000 })
  const odd = await page('/status?lang=zh-Hant')
  expect(odd).toMatch(
    /有回應，但無法使用；改用來源原句<\/b><span lang="en"> \(not the JSON &lt;b&gt;\)<\/span> · 下次嘗試/,
  )
  const without = await createSite(await sampleDeps())
  expect(await (await without.request('/status')).text()).not.toMatch(/Model for (?:summaries|meaning)/)
})
