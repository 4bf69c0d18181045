import { describe } from 'vitest'
import { commitsContract } from './commits.contract.ts'
import { embeddingsContract } from './embeddings.contract.ts'
import { evidenceContract } from './evidence.contract.ts'
import { hubsAndStreamsContract } from './hubs-and-streams.contract.ts'
import { itemsContract } from './items.contract.ts'
import { modelsContract } from './models.contract.ts'
import { operatorContract } from './operator.contract.ts'
import { queriesContract } from './queries.contract.ts'
import { retentionContract } from './retention.contract.ts'
import { searchContract } from './search.contract.ts'
import { sourcesContract } from './sources.contract.ts'
import { storiesContract } from './stories.contract.ts'
import type { ContractPlace } from './testing/contract-store.ts'
import { togetherContract } from './together.contract.ts'
import { withdrawalsContract } from './withdrawals.contract.ts'

/**
 * What every store must do. Each part is a suite, so that what it opens before a test is opened for its own tests alone, not for those of
 * all parts.
 */
export function storeContract(engine: string, newPlace: () => Promise<ContractPlace>): void {
  describe(engine, () => {
    describe('sources and feeds', () => sourcesContract(newPlace))
    describe('items', () => itemsContract(newPlace))
    describe('items taken back', () => withdrawalsContract(newPlace))
    describe('hubs and streams', () => hubsAndStreamsContract(newPlace))
    describe('stories', () => storiesContract(newPlace))
    describe('commits', () => commitsContract(newPlace))
    describe('counts and retention', () => retentionContract(newPlace))
    describe('together', () => togetherContract(newPlace))
    describe('queries', () => queriesContract(newPlace))
    describe('search', () => searchContract(newPlace))
    describe('operators', () => operatorContract(newPlace))
    describe('evidence', () => evidenceContract(newPlace))
    describe('models', () => modelsContract(newPlace))
    describe('embeddings', () => embeddingsContract(newPlace))
  })
}
