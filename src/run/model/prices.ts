import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ipaddr from 'ipaddr.js'
import { parse } from 'yaml'
import { z } from 'zod'
import { DATA_FOLDER } from '../data-folder.ts'
import type { ModelChoice } from './choice.ts'

/** Dollars for a million tokens, which is millionths of a dollar for one. */
export interface Price {
  readonly input: number
  readonly output: number
  /** False where the table has no such model, and the price is the cautious guess. */
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

/** @throws ZodError for a table that is none */
export function loadPrices(): PriceTable {
  return TABLE.parse(parse(readFileSync(join(DATA_FOLDER, 'model-prices.yaml'), 'utf8')))
}

/** What is known of a model's price, in words, for the operator. */
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

/** @returns millionths of a dollar */
export function costOf(tokens: { readonly input: number; readonly output: number }, { input, output }: Price): number {
  return tokens.input * input + tokens.output * output
}

/** Tokens that the schema and the provider's own words take. */
const OVERHEAD_TOKENS = 800
/** No tokeniser makes more than one token of two bytes of prose; English takes four. */
const BYTES_PER_TOKEN = 2

/** @returns tokens that a text takes at the most */
export function mostTokens(text: string): number {
  return OVERHEAD_TOKENS + Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN)
}
