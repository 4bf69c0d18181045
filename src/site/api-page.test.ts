import { beforeAll, expect, test } from 'vitest'
import type { ApiDocument } from './api/api-document.ts'
import { sampleSite } from './testing/sample-site.ts'

let document: ApiDocument
const site = sampleSite()
beforeAll(async () => {
  document = (await (await site.request('/api/v1/openapi.json')).json()) as ApiDocument
})

test('the API is described to people as to programs: each question, parameter and shape', async () => {
  const html = await (await site.request('/api')).text()
  for (const [path, { get }] of Object.entries(document.paths)) {
    expect(html).toContain(`/api/v1${path}`)
    for (const { name } of get.parameters ?? []) expect(html).toContain(`<code>${name}</code>`)
  }
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
  for (const name of Object.keys(document.components.schemas)) expect(ids).toContain(name)
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.length).toBeGreaterThan(50)
  expect(targets.filter((id) => !ids.has(id))).toEqual([])
})

test('it speaks the reader’s language where the document has no words of its own', async () => {
  expect(await (await site.request('/api?lang=ko')).text()).toContain('매개변수')
})

test('asked for as data it is the document', async () => {
  const answer = await site.request('/api.json')
  expect(await answer.json()).toEqual(document)
})
