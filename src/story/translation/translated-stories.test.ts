import { expect, test } from 'vitest'
import { loadTranslations } from '../../run/translations.ts'
import { createClusterer, restoreClusterer } from '../clusterer.ts'
import { Grouping } from '../grouping.ts'
import { BACKGROUND } from '../testing/background.ts'
import { clusterInput } from '../testing/cluster-input.ts'
import { keptParts } from '../testing/kept-parts.ts'
import type { ClusterInput, StoryChange } from '../types.ts'

/** One event in four languages that share neither names nor figures, and another like it. */
const QUAKE = [
  ['en', 'Strong earthquake destroys villages in the mountains, rescue teams search for survivors'],
  ['en', 'Earthquake in the mountains: rescue teams search destroyed villages for survivors'],
  ['es', 'Fuerte terremoto destruye aldeas en las montañas; equipos de rescate buscan supervivientes'],
  ['es', 'Terremoto en las montañas: equipos de rescate buscan supervivientes en aldeas destruidas'],
  ['zh-Hans', '强烈地震摧毁山区村庄，救援队搜寻幸存者'],
  ['zh-Hans', '山区地震摧毁村庄，救援队继续搜寻幸存者'],
] as const
const STRIKE = [
  ['es', 'Los pilotos anuncian una huelga de tres días en todos los aeropuertos'],
  ['es', 'Huelga de pilotos: los aeropuertos esperan tres días de cancelaciones'],
] as const

const translations = loadTranslations()

function inputsOf(): readonly ClusterInput[] {
  const told = [...QUAKE, ...STRIKE].map(([language, title], index) =>
    clusterInput(index + 1, title, { language, url: undefined }),
  )
  const background = BACKGROUND.map(([title, draft], index) => clusterInput(index + 1, title, draft))
  return [...background, ...told].map((input, index) => ({ ...input, id: index + 1 }))
}

function told(inputs: readonly ClusterInput[], options: Parameters<typeof createClusterer>[0]) {
  const clusterer = createClusterer({ ...options, settings: { mergeEveryItems: 1 } })
  const grouping = new Grouping()
  const changes: StoryChange[] = []
  for (const input of inputs) {
    const now = clusterer.assign(input)
    grouping.note(now)
    changes.push(...now)
  }
  const first = inputs.length - QUAKE.length - STRIKE.length
  return { stories: inputs.slice(first).map(({ id }) => grouping.storyOf(id)!), changes }
}

test('puts an event together that three languages tell of without a name, and says by which words', () => {
  const { stories, changes } = told(inputsOf(), { translations })
  expect(new Set(stories.slice(0, QUAKE.length)).size).toBe(1)
  expect(stories.slice(QUAKE.length)).not.toContain(stories[0])
  const meanings = changes.flatMap(({ receipt }) => receipt.sharedMeanings ?? [])
  expect(meanings).toContainEqual({ word: 'terremoto', english: 'earthquake' })
  expect(meanings).toContainEqual({ word: '地震', english: 'earthquake' })
})

test('leaves them apart without the table', () => {
  const { stories } = told(inputsOf(), {})
  expect(new Set(stories.slice(0, QUAKE.length)).size).toBeGreaterThan(1)
})

test('decides the same after a stop at any item', () => {
  const inputs = inputsOf()
  const settings = { mergeEveryItems: 1 }
  const straight = told(inputs, { translations }).changes
  let clusterer = createClusterer({ translations, settings })
  const stopped: StoryChange[] = []
  for (const input of inputs) {
    stopped.push(...clusterer.assign(input))
    clusterer = restoreClusterer(keptParts(clusterer.snapshot()), { translations, settings })
  }
  expect(stopped).toEqual(straight)
})
