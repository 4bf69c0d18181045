import { loadTranslations } from '../run/translations.ts'
import { createClusterer, type OnlineClusterer, restoreClusterer } from './clusterer.ts'
import { meaningVector } from './meaning/meaning-vector.ts'
import { describeClusterer } from './testing/clusterer-contract.ts'
import { hashed } from './testing/hashed-meaning.ts'
import type { ClusterInput } from './types.ts'

const settings = { mergeEveryItems: 5 }
const translations = loadTranslations()

/** The items that a clusterer is given, as an embedding model sees them: a direction for each first word. */
function withMeanings(clusterer: OnlineClusterer): OnlineClusterer {
  const meant = (item: ClusterInput): ClusterInput => ({ ...item, meaning: meaningVector(hashed(item.title)) })
  return {
    assign: (item) => clusterer.assign(meant(item)),
    adopt: (item, storyId) => clusterer.adopt(meant(item), storyId),
    rebase: (storyId, items) => clusterer.rebase(storyId, items.map(meant)),
    stories: () => clusterer.stories(),
    snapshot: () => clusterer.snapshot(),
    withdraw: (itemId, storyId) => clusterer.withdraw(itemId, storyId),
    fix: (storyId) => clusterer.fix(storyId),
    numberAfter: (storyId) => clusterer.numberAfter(storyId),
  }
}

describeClusterer('The clusterer that is told what items mean', {
  create: () => withMeanings(createClusterer({ settings, meaningSpace: 'm' })),
  restore: (snapshot) => withMeanings(restoreClusterer(snapshot, { settings, meaningSpace: 'm' })),
})

describeClusterer('The clusterer that knows what words mean', {
  create: () => createClusterer({ settings, translations }),
  restore: (snapshot) => restoreClusterer(snapshot, { settings, translations }),
})

describeClusterer('The clusterer as shipped', {
  create: () => createClusterer(),
  restore: (snapshot) => restoreClusterer(snapshot),
})

describeClusterer('The clusterer that looks for merges often', {
  create: () => createClusterer({ settings }),
  restore: (snapshot) => restoreClusterer(snapshot, { settings }),
})

const asking = { ...settings, largeStories: 1 }
describeClusterer('The clusterer that takes stories for large', {
  create: () => createClusterer({ settings: asking }),
  restore: (snapshot) => restoreClusterer(snapshot, { settings: asking }),
})
