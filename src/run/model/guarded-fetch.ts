import { Agent, fetch as fetchBy } from 'undici'
import { clipText, oneLine } from '../../lib/clean-text.ts'
import { parsedJson } from '../../lib/parsed-json.ts'
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

/**
 * A request to a provider is not permitted, gets no answer, or one that no provider of models gives: a redirect, nothing, a web page, an
 * error beside the status 200, or too many bytes.
 */
export class ProviderAnswerError extends Error {
  override readonly name = 'ProviderAnswerError'

  /** @param isFree whether no server can have done any work that it charges for */
  constructor(
    message: string,
    readonly isFree = false,
  ) {
    super(message)
  }
}

/** Failures before a request is sent. */
const UNSENT =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_)/
/** Characters of an answer that a message shows. */
const SHOWN = 60

/**
 * Creates a `fetch` that contacts only one origin, follows no redirects, limits the length of an answer, and returns none of status 200 to
 * 299 that is not JSON or says that it is an error.
 */
export function guardedFetch(baseUrl: string, options: GuardOptions = {}): typeof fetch {
  const { setting = 'model_base_url', mostBytes = MOST_BYTES } = options
  const { origin } = new URL(baseUrl)
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    if (url.origin !== origin)
      throw new ProviderAnswerError(`${url.origin} is not the address of the setting ${setting}`, true)
    const request = { ...(init as object), redirect: 'manual', dispatcher: PATIENT } as const
    const response = (await fetchBy(url, request).catch((error) => {
      throw init?.signal?.aborted ? error : unanswered(error)
    })) as Response
    const { status, headers } = response
    if (status >= 300 && status < 400) {
      await response.body?.cancel()
      throw new ProviderAnswerError(`it redirects (${status}); give the final address as ${setting}`, true)
    }
    const body = await boundedBody(response, mostBytes).catch((error) => {
      if (init?.signal?.aborted || error instanceof ProviderAnswerError) throw error
      throw new ProviderAnswerError(`the answer broke off: ${causeOf(error).message}`)
    })
    if (status < 200 || status > 599) throw new ProviderAnswerError(`it answers with the status ${status}`)
    if (status < 300) refuseOddAnswer(status, Buffer.from(body).toString('utf8'))
    return new Response(body, { status, headers: withoutEncoding(headers) })
  }
}

function unanswered(error: unknown): ProviderAnswerError {
  const cause = causeOf(error)
  const code = 'code' in cause ? String(cause.code) : ''
  return new ProviderAnswerError(`the server does not answer: ${cause.message || code}`, UNSENT.test(code))
}

function causeOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause instanceof Error ? error.cause : error
}

/** @throws ProviderAnswerError for a body that no model can have written, so that no story is blamed for it */
function refuseOddAnswer(status: number, body: string): void {
  if (body.trim() === '') throw new ProviderAnswerError(`it answers ${status} with nothing`)
  const read = parsedJson(body)
  if (read === undefined) {
    const shown = clipText(oneLine(body), SHOWN)
    throw new ProviderAnswerError(`the answer is no JSON, or not all of it: “${shown}”`)
  }
  const error = typeof read === 'object' && read !== null && 'error' in read ? read.error : undefined
  if (error === undefined || error === null) return
  const said = typeof error === 'object' && 'message' in error ? error.message : error
  const words = clipText(oneLine(typeof said === 'string' ? said : JSON.stringify(said)), 3 * SHOWN)
  throw new ProviderAnswerError(`it answers ${status} with an error: ${words}`)
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
