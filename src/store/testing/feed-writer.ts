import { openStore } from '../open-store.ts'
import { sampleDraft, sampleUpdate } from './samples.ts'

/**
 * Program that saves polls until it is killed or has saved enough, and prints one line for each acknowledged one:
 * `poll itemId,itemId…`. Arguments: file, source, number of the first poll, number of polls.
 */
const [file, sourceId, first, polls] = process.argv.slice(2) as [string, string, string, string]
const store = await openStore({ file })
for (let poll = Number(first); poll < Number(first) + Number(polls); poll++) {
  const drafts = Array.from({ length: 5 }, (_, n) =>
    sampleDraft(sourceId, `${poll}-${n}`, { text: 'word '.repeat(200) }),
  )
  const { inserted } = await store.saveFeed(sampleUpdate(sourceId, drafts, { etag: `"${poll}"` }))
  process.stdout.write(`${poll} ${inserted.join(',')}\n`)
}
await store.close()
