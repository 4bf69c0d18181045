import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from '../choice.ts'

/** A received request. */
export interface SeenRequest {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** All texts of the messages, joined by newlines. */
  readonly prompt: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A reply of the stand-in: text of the model, raw JSON, a status, an empty answer after a delay, or whatever is written. */
export type Reply =
  | { readonly text: string }
  | { readonly json: unknown }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly delayMs: number }
  | { readonly write: (response: ServerResponse) => void }

export interface ProviderServer {
  readonly baseUrl: string
  readonly requests: SeenRequest[]
  reply: (request: SeenRequest) => Reply
  close(): Promise<void>
}

const TOKENS = { input: 1_000, output: 100 }

/** Starts a loopback server that speaks a provider's wire format, as described in its API reference. */
export async function startProvider(provider: Provider): Promise<ProviderServer> {
  const requests: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
    const seen = { path: request.url ?? '', headers: request.headers, prompt: textsOf(body).join('\n'), body }
    requests.push(seen)
    const reply = standIn.reply(seen)
    if ('delayMs' in reply) return void setTimeout(() => response.end(), reply.delayMs).unref()
    if ('write' in reply) return reply.write(response)
    if ('status' in reply) {
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      return void response.end(reply.body ?? '{"error":{"message":"no"}}')
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify('json' in reply ? reply.json : WIRE[provider](reply.text)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const standIn: ProviderServer = {
    baseUrl: `http://127.0.0.1:${port}/${provider === 'ollama' ? 'api' : 'v1'}`,
    requests,
    reply: () => ({ status: 500 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return standIn
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    ['messages', 'contents', 'parts', 'content', 'text', 'system', 'systemInstruction', 'system_instruction'].includes(
      key,
    )
      ? textsOf(each)
      : [],
  )
}

const chatCompletion = (text: string) => ({
  id: 'c1',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
  usage: { prompt_tokens: TOKENS.input, completion_tokens: TOKENS.output, total_tokens: TOKENS.input + TOKENS.output },
})

const WIRE: Readonly<Record<Provider, (text: string) => unknown>> = {
  google: (text) => ({
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: {
      promptTokenCount: TOKENS.input,
      candidatesTokenCount: TOKENS.output,
      totalTokenCount: TOKENS.input + TOKENS.output,
    },
  }),
  openai: chatCompletion,
  'openai-compatible': chatCompletion,
  anthropic: (text) => ({
    id: 'm1',
    type: 'message',
    role: 'assistant',
    model: 'm',
    content: [{ type: 'text', text }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: TOKENS.input, output_tokens: TOKENS.output },
  }),
  ollama: (text) => ({
    model: 'm',
    created_at: '2026-11-23T08:00:00Z',
    message: { role: 'assistant', content: text },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: TOKENS.input,
    eval_count: TOKENS.output,
    total_duration: 1,
    load_duration: 1,
    prompt_eval_duration: 1,
    eval_duration: 1,
  }),
}
