import type { AddressInfo } from 'node:net'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SiteDeps } from '../deps.ts'
import { serveSite } from '../http/serve-site.ts'
import { createSite } from '../site.ts'
import { addStory, NOON, sampleDeps } from '../testing/day.ts'
import { sampleStories } from '../testing/sample-stories.ts'
import { TOOLS } from './tools.ts'

let deps: SiteDeps
let origin: string
let close: () => void
beforeAll(async () => {
  deps = await sampleDeps()
  const server = await serveSite(await createSite(deps), { host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(async () => {
  close()
  await deps.store.close()
})

/** An agent as it connects, by the revision of 2026 or one of 2025. */
async function connect(mode: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', origin)))
  return client
}

type Value = Readonly<Record<string, unknown>>
async function ask(client: Client, name: string, input: Value = {}) {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: input })
  const [first] = content
  return { isError, text: first?.type === 'text' ? first.text : '', value: structuredContent as Value }
}
const fromApi = async (path: string) => (await (await fetch(`${origin}/api/v1${path}`)).json()) as Value

for (const mode of ['auto', 'legacy'] as const) {
  test(`an agent finds every tool, says what each takes, and may only read (${mode})`, async () => {
    const client = await connect(mode)
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name))
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
    const list = tools.find(({ name }) => name === 'list_stories')!.inputSchema
    expect(list.properties).toMatchObject({
      kind: { enum: expect.arrayContaining(['release', 'policy']) },
      limit: { type: 'integer', minimum: 1, maximum: 200, default: 10 },
    })
    expect(tools.find(({ name }) => name === 'get_story')!.inputSchema.required).toEqual(['id'])
    const needs = tools.find(({ name }) => name === 'choose_hub')!.inputSchema.properties!.needs
    expect(needs).toMatchObject({ type: 'object', required: ['criteria'] })
    await client.close()
  })
}

test('what a tool answers is what the API answers, as text and as data', async () => {
  const client = await connect('auto')
  const { text, value } = await ask(client, 'list_stories', { limit: 3, order: 'newest' })
  expect(JSON.parse(text)).toEqual(value)
  const expected = await fromApi('/stories?limit=3&order=newest')
  expect(expected).toMatchObject(value)
  expect((value.stories as Value[]).length).toBe(3)

  const events = await ask(client, 'list_changes', { limit: 5, after: 2 })
  expect(events.value).toEqual(await fromApi('/events?limit=5&after=2'))
  const found = await ask(client, 'search_stories', { q: 'Hong Kong' })
  expect(await fromApi('/search?limit=10&q=Hong%20Kong')).toMatchObject(found.value)
  await client.close()
})

test('a story has its quotes and a citation to paste; receipts are for who asks why', async () => {
  const client = await connect('auto')
  const { value } = await ask(client, 'get_story', { id: 1 })
  const page = await fromApi('/stories/1')
  expect(page).toMatchObject(value)
  expect(value.citation).toContain(`${origin}/s/1`)
  expect(JSON.stringify(value)).not.toContain('"receipt"')
  const why = await ask(client, 'explain_story', { id: 1 })
  expect(why.value).toMatchObject({ explanation: page.explanation, rankInput: page.rankInput })
  expect((why.value.coverage as Value[])[0]!.receipt).toEqual((page.coverage as Value[])[0]!.receipt)
  await client.close()
})

test('a choice takes its needs as an object', async () => {
  const client = await connect('auto')
  const needs = { criteria: [{ id: 'carbon' }, { id: 'price' }] }
  const { value } = await ask(client, 'choose_hub', { needs })
  expect(value).toEqual(await fromApi(`/decide?needs=${encodeURIComponent(JSON.stringify(needs))}`))
  await client.close()
})

test('what cannot be answered is said in words, and the connection goes on', async () => {
  const client = await connect('auto')
  expect(await ask(client, 'get_story', { id: 999 })).toMatchObject({ isError: true, text: 'There is no story 999.' })
  expect((await ask(client, 'get_story', { id: 'one' })).text).toContain('id must be integer')
  expect((await ask(client, 'check_claims', {})).text).toContain('Ask for the claims of one `story` or of one `hub`.')
  const unknown = await ask(client, 'choose_hub', { needs: { criteria: [{ id: 'weather' }] } })
  expect(unknown.text).toMatch(/^criteria: "weather" is none of /)
  expect((await ask(client, 'get_status')).isError).toBeUndefined()
  await client.close()
})

test('stories are resources, and who holds one is told of its changes', async () => {
  const client = await connect('auto')
  const { resources } = await client.listResources()
  expect(resources).toContainEqual(expect.objectContaining({ uri: 'auspex://stories/1', mimeType: 'application/json' }))
  const { contents } = await client.readResource({ uri: 'auspex://stories/1' })
  const read = JSON.parse((contents[0] as { text: string }).text) as Value
  expect(read).toEqual((await ask(client, 'get_story', { id: 1 })).value)
  await expect(client.readResource({ uri: 'auspex://stories/999' })).rejects.toThrow('There is no story 999.')

  const told: string[] = []
  client.setNotificationHandler('notifications/resources/updated', ({ params }) => void told.push(params.uri))
  const subscription = await client.listen({ resourceSubscriptions: ['auspex://stories/901'] })
  for (const id of [901, 902]) await addStory(deps.store, { ...sampleStories(NOON)[0]!, id })
  await vi.waitFor(() => expect(told).toContain('auspex://stories/901'), { timeout: 5_000 })
  expect(new Set(told)).toEqual(new Set(['auspex://stories/901']))
  await subscription.close()
  await client.close()
})

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/mcp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
    body,
  })
const LIST_TOOLS = { jsonrpc: '2.0', id: 1, method: 'tools/list' }

test('pages of other sites, batches, long messages and no JSON are refused', async () => {
  const message = JSON.stringify(LIST_TOOLS)
  expect((await post(message)).status).toBe(200)
  expect((await post(message, { Origin: origin })).status).toBe(200)
  expect((await post(message, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await post(JSON.stringify([LIST_TOOLS, LIST_TOOLS]))).status).toBe(400)
  expect((await post(JSON.stringify({ ...LIST_TOOLS, params: { cursor: 'x'.repeat(64_000) } }))).status).toBe(413)
  expect(await (await post('{')).json()).toMatchObject({ error: { code: -32_700 } })
  expect((await fetch(`${origin}/mcp`)).status).toBe(405)
})
