import { DAY_MS, type Instant } from '../../lib/instant.ts'
import { lasts } from '../../lib/rest.ts'
import { NEVER_PLACED, type StoredEmbedding } from '../../store/embedding-types.ts'
import type { Store } from '../../store/types.ts'
import type { MeaningVector } from '../../story/meaning/meaning-vector.ts'
import type { ClusterInput } from '../../story/types.ts'
import { callResult } from '../model/call-result.ts'
import { HealthNotes, type OnHealth } from '../model/health-notes.ts'
import { costOf, mostTokens, type Price } from '../model/prices.ts'
import { afterFailure, type CallFailure, CLOSED } from '../model/rest.ts'
import { askEmbeddings, type EmbeddingAnswer } from './ask-embeddings.ts'
import { type EmbeddingChoice, healthName } from './choice.ts'
import { embeddedText, textHash } from './embedded-text.ts'

export interface MeaningsOptions {
  readonly store: Pick<Store, 'embeddings' | 'models'>
  readonly choice: EmbeddingChoice
  readonly price: Price
  readonly now: () => Instant
  readonly random: () => number
  /** Whether each request gets the whole time-out instead of sharing it, as nobody waits for the result. */
  readonly isPatient?: boolean
  readonly onHealth?: OnHealth
}

/** Texts per request: enough to amortise its overhead, few enough that a slow server answers within the time-out. */
const TEXTS_AT_ONCE = 32
/** How often the last use of a vector is updated, so that a vector in use is not pruned. */
const NOTED_EVERY_MS = DAY_MS

/** A text to be embedded and the hash that it is cached under. */
interface Asked {
  readonly text: string
  readonly hash: string
}

/**
 * Adds embeddings to items, from the cache in the store or else from a server. Without an answer in time, and during the back-off
 * after a failure, items get none and are placed by their words.
 */
export class Meanings {
  readonly #options: MeaningsOptions
  readonly #notes: HealthNotes
  #circuit = CLOSED

  constructor(options: MeaningsOptions) {
    this.#options = options
    this.#notes = new HealthNotes(options.store, healthName(options.choice), options.onHealth)
  }

  /** Vectors of different spaces are never compared. */
  get space(): string {
    return this.#options.choice.space
  }

  /**
   * Returns items about to be placed, with the embeddings that are cached or obtained within the time-out.
   *
   * @param firstSeq least sequence number of their revisions, stored with new vectors so that a replay of earlier items does not use them
   */
  async obtain(inputs: readonly ClusterInput[], firstSeq = NEVER_PLACED): Promise<readonly ClusterInput[]> {
    const { store, now } = this.#options
    const asked = inputs.map((input) => this.#asked(input))
    const cached = await this.#find(asked)
    const vectors = new Map([...cached.values()].map(({ textHash, vector }) => [textHash, vector]))
    const missing = [...new Map(asked.map((each) => [each.hash, each])).values()].filter(
      ({ hash }) => !vectors.has(hash),
    )
    const learned = await this.#learn(missing)
    for (const [hash, vector] of learned) vectors.set(hash, vector)
    const at = now()
    const noted = [...cached.values()].filter((each) => each.fromSeq > firstSeq || at - each.usedAt >= NOTED_EVERY_MS)
    const kept = [
      ...noted.map((each) => ({ ...each, fromSeq: firstSeq, usedAt: at })),
      ...[...learned].map(([hash, vector]) => ({ textHash: hash, vector, fromSeq: firstSeq, usedAt: at })),
    ]
    if (kept.length > 0) await store.embeddings.save(this.space, kept)
    return inputs.map((input, index) => withMeaning(input, vectors.get(asked[index]!.hash)))
  }

  /**
   * Returns items with their cached embeddings; no server is asked.
   *
   * @param seqs sequence numbers of their revisions, to get only the vectors that they were placed with; undefined: all cached ones
   */
  async recall(inputs: readonly ClusterInput[], seqs?: readonly number[]): Promise<readonly ClusterInput[]> {
    const asked = inputs.map((input) => this.#asked(input))
    const cached = await this.#find(asked)
    return inputs.map((input, index) => {
      const found = cached.get(asked[index]!.hash)
      const isKnown = found !== undefined && (seqs === undefined || found.fromSeq <= seqs[index]!)
      return withMeaning(input, isKnown ? found.vector : undefined)
    })
  }

  #asked(input: ClusterInput): Asked {
    const text = embeddedText(input, this.#options.choice.prefix)
    return { text, hash: textHash(text) }
  }

  async #find(asked: readonly Asked[]): Promise<ReadonlyMap<string, StoredEmbedding>> {
    const hashes = [...new Set(asked.map(({ hash }) => hash))]
    const found = await this.#options.store.embeddings.find(this.space, hashes)
    return new Map(found.map((each) => [each.textHash, each]))
  }

  /** Requests missing vectors, one request after the other, until one fails, the budget is spent or the time is up. */
  async #learn(missing: readonly Asked[]): Promise<ReadonlyMap<string, MeaningVector>> {
    const { choice, now, random, isPatient } = this.#options
    const learned = new Map<string, MeaningVector>()
    if (missing.length === 0 || lasts(this.#circuit, now())) return learned
    let deadline = AbortSignal.timeout(choice.timeoutMs)
    for (let start = 0; start < missing.length; start += TEXTS_AT_ONCE) {
      const some = missing.slice(start, start + TEXTS_AT_ONCE)
      if (isPatient) deadline = AbortSignal.timeout(choice.timeoutMs)
      const answer = await this.#ask(some, deadline)
      if (answer === undefined) {
        await this.#notes.say({ state: 'over-budget', at: now() })
        return learned
      }
      if ('failure' in answer) {
        await this.#rest(answer.failure, random)
        return learned
      }
      // A server that answers some requests, but not all in time, does not count as failing repeatedly.
      this.#circuit = CLOSED
      for (const [index, { hash }] of some.entries()) learned.set(hash, answer.vectors[index]!)
    }
    await this.#notes.say({ state: 'answering', at: now() })
    return learned
  }

  async #rest(failure: CallFailure, random: () => number): Promise<void> {
    const at = this.#options.now()
    this.#circuit = afterFailure(this.#circuit, failure, at, random)
    const state = failure.outcome === 'nonsense' ? 'nonsense' : 'resting'
    await this.#notes.say({ state, at, reason: failure.reason, until: this.#circuit.until })
  }

  /** Sends one request, recorded in the ledger unless it is free. @returns undefined if the day's budget has no room for it */
  async #ask(some: readonly Asked[], deadline: AbortSignal): Promise<EmbeddingAnswer | undefined> {
    const { store, choice, price, now } = this.#options
    const texts = some.map(({ text }) => text)
    if (price.input === 0) return askEmbeddings(choice, texts, now, deadline)
    const reservedMicroUsd = costOf({ input: mostTokens(texts.join('\n')), output: 0 }, price)
    const inputHash = textHash(some.map(({ hash }) => hash).join())
    const { provider, model, dailyBudgetMicroUsd } = choice
    const call = { at: now(), purpose: 'embedding', provider, model, inputHash, reservedMicroUsd } as const
    const id = await store.models.reserve(call, dailyBudgetMicroUsd)
    if (id === undefined) return undefined
    const startedAt = performance.now()
    const answer = await askEmbeddings(choice, texts, now, deadline)
    const durationMs = performance.now() - startedAt
    const came =
      'failure' in answer ? { failure: answer.failure } : { tokens: { input: answer.tokens ?? 0, output: 0 } }
    await store.models.settle(id, callResult({ price, reservedMicroUsd, durationMs, ...came }))
    return answer
  }
}

function withMeaning(input: ClusterInput, meaning: MeaningVector | undefined): ClusterInput {
  return meaning === undefined ? input : { ...input, meaning }
}
