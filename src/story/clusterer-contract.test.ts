import { createClusterer, restoreClusterer } from './clusterer.ts'
import { describeClusterer } from './testing/clusterer-contract.ts'

const settings = { mergeEveryItems: 5 }

describeClusterer('The clusterer as shipped', {
  create: () => createClusterer(),
  restore: (snapshot) => restoreClusterer(snapshot),
})

describeClusterer('The clusterer that looks for merges often', {
  create: () => createClusterer({ settings }),
  restore: (snapshot) => restoreClusterer(snapshot, { settings }),
})
