import { Agent, fetch as fetchBy } from 'undici'
import type { SettingName } from '../../settings.ts'

/** Default limit of an answer; no answer to our prompts is longer. */
const MOST_BYTES = 2_000_000

/** Has no time-outs of its own: a model on a small machine may take longer than fetch's five minutes. The caller's signal ends the wait. */
const PATIENT = new Agent({ headersTimeout: 0, bodyTimeout: 0 })

export interface GuardOptions {
  /** The setting that holds the address, for messages. */
  readonly setting?: SettingName
  readonly mostBytes?: number
}

/** A request to a provider, or its response, is not permitted: another origin, a redirect, or too long an answer. */
export class ProviderAnswerError extends Error {
  override readonly name = 'ProviderAnswerError'
}

/** Creates a `fetch` that contacts only one origin, follows no redirects and limits the length of an answer. */
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

/** Removes headers that no longer apply, as the body is already decoded. */
function withoutEncoding(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name)
  return kept
}
