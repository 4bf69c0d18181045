import { Agent, fetch as fetchBy } from 'undici'
import type { SettingName } from '../../settings.ts'

/** No answer to our prompts is longer. */
const MOST_BYTES = 2_000_000

/** A model on a small machine thinks for longer than the five minutes that fetch waits; the caller's signal ends the wait. */
const PATIENT = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

export interface GuardOptions {
  /** The setting that gave the address, for messages. */
  readonly setting?: SettingName
  readonly mostBytes?: number
}

/** What a provider sent cannot be taken. */
export class ProviderAnswerError extends Error {
  override readonly name = 'ProviderAnswerError'
}

/** A `fetch` that goes to one origin and no other, follows no redirect and reads no endless answer. */
export function guardedFetch(baseUrl: string, options: GuardOptions = {}): typeof fetch {
  const { setting = 'model_base_url', mostBytes = MOST_BYTES } = options
  const { origin } = new URL(baseUrl)
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (url.origin !== origin)
      throw new ProviderAnswerError(`${url.origin} is not the address of the setting ${setting}`)
    const response = (await fetchBy(url, { ...(init as object), redirect: 'manual', dispatcher: PATIENT })) as Response
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw new ProviderAnswerError(`it redirects (${response.status}); give the final address as ${setting}`)
    }
    const { status, headers } = response
    return new Response(await boundedBody(response, mostBytes), { status, headers: withoutEncoding(headers) })
  }
}

async function boundedBody(response: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new ProviderAnswerError(`the answer is longer than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** The body is decoded already. */
function withoutEncoding(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name)
  return kept
}
