import { type ItemMemory, type OpenItem, packItem } from '../open-item.ts'
import { WordChunks } from '../word-chunks.ts'

const NONE = new Uint32Array(0)
const CHUNKS = new WordChunks()

/** An item that says nothing but what a test is about. */
export function openItem(given: Partial<ItemMemory>): OpenItem {
  const nothing = { vector: NONE, names: NONE, entities: NONE, figures: NONE, versions: NONE, fingerprint: NONE }
  const plain = {
    id: 1,
    arrival: 1,
    language: 0,
    title: '',
    list: 0,
    frontLength: 0,
    isRemark: false,
    isOpinion: false,
    maker: 0,
  }
  return packItem({ ...plain, ...nothing, ...given }, CHUNKS)
}
