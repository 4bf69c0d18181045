import { describe, expect, test } from 'vitest'
import { NEVER_PLACED, type StoredEmbedding } from './embedding-types.ts'
import type { ContractPlace } from './testing/contract-store.ts'
import { openTwice } from './testing/open-twice.ts'
import { T0 } from './testing/samples.ts'
import type { Store } from './types.ts'

const embedding = (textHash: string, more: Partial<StoredEmbedding> = {}): StoredEmbedding => ({
  ...{ textHash, vector: Int8Array.from([127, -127, 0, -1]), fromSeq: 7, usedAt: T0 },
  ...more,
})

/** What every store must do with the vectors of texts. */
export function embeddingsContract(newPlace: () => Promise<ContractPlace>): void {
  let store: Store
  let other: Store
  openTwice(newPlace, (one, another) => {
    store = one
    other = another
  })

  describe('vectors of texts', () => {
    test('are kept by model and text, byte for byte', async () => {
      await store.embeddings.save('m', [embedding('a'), embedding('b', { vector: Int8Array.from([1]) })])
      await store.embeddings.save('n\0', [embedding('a', { fromSeq: NEVER_PLACED })])
      expect(await other.embeddings.find('m', ['a', 'a', 'c'])).toEqual([embedding('a')])
      expect(await other.embeddings.find('n\0', ['a', 'b'])).toEqual([embedding('a', { fromSeq: NEVER_PLACED })])
      expect(await other.embeddings.find('m', [])).toEqual([])
    })

    test('thousands at once, some twice', async () => {
      const many = Array.from({ length: 1_500 }, (_, index) => embedding(`hash ${index % 1_000}`))
      await Promise.all([store.embeddings.save('m', many), other.embeddings.save('m', [...many].reverse())])
      const found = await store.embeddings.find(
        'm',
        many.map(({ textHash }) => textHash),
      )
      expect(found).toHaveLength(1_000)
    })

    test('saved again keep the vector and the first revision placed with it', async () => {
      await store.embeddings.save('m', [embedding('a', { fromSeq: NEVER_PLACED })])
      await store.embeddings.save('m', [embedding('a', { fromSeq: 12, vector: Int8Array.from([5]) })])
      await other.embeddings.save('m', [embedding('a', { fromSeq: 40, usedAt: T0 + 9 })])
      expect(await store.embeddings.find('m', ['a'])).toEqual([embedding('a', { fromSeq: 12, usedAt: T0 + 9 })])
    })

    test('are forgotten when not used for long', async () => {
      const old = Array.from({ length: 2_500 }, (_, index) => embedding(`old ${index}`, { usedAt: T0 - 1 }))
      await store.embeddings.save('m', [...old, embedding('used')])
      expect(await other.embeddings.prune(T0)).toBe(2_500)
      expect(await store.embeddings.find('m', ['old 0', 'used'])).toEqual([embedding('used')])
    })
  })
}
