import { parsedJson } from '../../lib/parsed-json.ts'
import { DeliveryError } from '../delivery-error.ts'
import type { Poster } from '../post-json.ts'
import { readChatAddress } from './chat-address.ts'

/** Maximum characters quoted from a service's refusal. */
const MOST_WORDS = 200

/**
 * Posts a message to a chat.
 *
 * @param target address in the format of `readChatAddress`
 * @param body result of `chatBody`
 * @throws DeliveryError unless the service accepted it; some answer 200 and report a refusal in the body
 */
export async function sendChat(poster: Poster, target: string, body: string): Promise<void> {
  const address = readChatAddress(target)
  if (!address) throw new DeliveryError('it is no address of a chat', true)
  const { status, answer } = await poster.post(address.url, body)
  if (status < 200 || status >= 300) {
    // 404 and 410 mean that the webhook was removed, so the failure is final.
    throw new DeliveryError(`${address.chat} answered ${status}${inWords(answer)}`, status === 404 || status === 410)
  }
  const refusal = refusalIn(answer)
  if (refusal !== undefined) throw new DeliveryError(`${address.chat} refused it: ${refusal}`, false)
}

/** Finds a refusal in an answer: Feishu has `code`, DingTalk and WeCom `errcode`, Telegram `ok`. Without any of them it was accepted. */
function refusalIn(answer: string): string | undefined {
  const said = parsedJson(answer)
  if (typeof said !== 'object' || said === null) return undefined
  const { code, errcode, ok, msg, errmsg, description } = said as Record<string, unknown>
  const isRefused = [code, errcode].some((each) => typeof each === 'number' && each !== 0) || ok === false
  return isRefused ? String(msg ?? errmsg ?? description ?? code ?? errcode).slice(0, MOST_WORDS) : undefined
}

function inWords(answer: string): string {
  const words = answer.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS)
  return words === '' || words.startsWith('<') ? '' : `: ${words}`
}
