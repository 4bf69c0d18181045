import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ipaddr from 'ipaddr.js'
import { parse } from 'yaml'
import { z } from 'zod'
import { DATA_FOLDER } from '../data-folder.ts'
import type { ModelChoice } from './choice.ts'

/** Prices in dollars per million tokens, which equals millionths of a dollar per token. */
export interface Price {
  readonly input: number
  readonly output: number
  /** False if the table does not list the model and the price is a cautious guess. */
  readonly isKnown: boolean
}

const price = z.strictObject({ input: z.number().nonnegative(), output: z.number().nonnegative() })
const TABLE = z.strictObject({
  otherwise: price,
  models: z.record(
    z.string(),
    price.extend({ asOf: z.string().regex(/^\d{4}-\d\d-\d\d$/), official: z.boolean(), source: z.url() }).strict(),
  ),
})
export type PriceTable = z.infer<typeof TABLE>

/** @throws ZodError for a malformed table */
export function loadPrices(): PriceTable {
  return TABLE.parse(parse(readFileSync(join(DATA_FOLDER, 'model-prices.yaml'), 'utf8')))
}

/** Describes what is known about a model's price, for the operator. */
export function sayPrice(choice: ModelChoice, table: PriceTable): string {
  const { input, output, isKnown } = priceOf(choice, table)
  const listed = table.models[choice.name]
  const each = `$${input} in, $${output} out for a million tokens`
  if (!isKnown) {
    return `unknown; the budget takes it to be ${each}, which is meant to be too much, so that costs below are no bill. Add it to data/model-prices.yaml`
  }
  if (!listed) return 'a server of your own, taken to cost nothing'
  return `${each}, read on ${listed.asOf} at ${listed.source}${listed.official ? '' : ', which is not the provider’s own page'}`
}

export function priceOf(
  { name, provider, baseUrl }: Pick<ModelChoice, 'name' | 'provider' | 'baseUrl'>,
  table: PriceTable,
): Price {
  const known = table.models[name]
  if (known) return { input: known.input, output: known.output, isKnown: true }
  const isOwn = provider === 'ollama' || provider === 'openai-compatible'
  if (isOwn && isPrivate(new URL(baseUrl).hostname)) return { input: 0, output: 0, isKnown: true }
  return { ...table.otherwise, isKnown: false }
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (host === 'localhost' || (!host.includes('.') && !host.includes(':'))) return true
  return ipaddr.isValid(host) && ipaddr.process(host).range() !== 'unicast'
}

/** Returns the cost of tokens in millionths of a dollar. */
export function costOf(tokens: { readonly input: number; readonly output: number }, { input, output }: Price): number {
  return tokens.input * input + tokens.output * output
}

/** Tokens reserved for the schema and the provider's own prompt. */
const OVERHEAD_TOKENS = 800
/** Lower bound: no tokeniser produces more than one token per two bytes of prose; English averages four bytes per token. */
const BYTES_PER_TOKEN = 2

/** Returns an upper bound of the number of tokens of a text, with overhead. */
export function mostTokens(text: string): number {
  return OVERHEAD_TOKENS + Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN)
}
