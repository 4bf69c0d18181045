/** One constant of the clusterer, as the methods page shows it. */
export interface ClusterSetting {
  readonly name: string
  readonly default: number
  readonly unit?: string
  /** What it does, and the measurement that chose it. */
  readonly why: string
}

/** Every constant that decides which items become one story. Names are the fields of `ClusterSettings`. */
export const CLUSTER_SETTINGS = [
  { name: 'windowHours', default: 72, unit: 'h', why: 'How long a story stays open after its latest item.' },
  { name: 'joinLevel', default: 0.18, why: 'Similarity from which an item joins a story.' },
  { name: 'mergeLevel', default: 0.28, why: 'Similarity from which two stories become one.' },
  { name: 'mergeEveryItems', default: 200, unit: 'items', why: 'Items between two looks for stories to merge.' },
  { name: 'decayHours', default: 72, unit: 'h', why: 'Similarity falls to 1/e over this gap.' },
  { name: 'centroidShare', default: 0.6, why: 'Weight of the whole story against its nearest members.' },
  { name: 'nearestMembers', default: 3, unit: 'items', why: 'Members whose mean similarity is the rest.' },
  { name: 'comparedMembers', default: 60, unit: 'items', why: 'Latest members of a story that are compared.' },
  { name: 'comparedStories', default: 24, unit: 'stories', why: 'Stories compared exactly with an item.' },
  {
    name: 'closelyCompared',
    default: 8,
    unit: 'stories',
    why: 'Of these, the nearest by their sums, whose members are compared too.',
  },
  {
    name: 'foreignFloor',
    default: 1,
    why: 'Least share of an item, by length, taken for what another language could say too.',
  },
  { name: 'postings', default: 200, unit: 'stories', why: 'Latest stories remembered for each term.' },
  { name: 'prefixLetters', default: 6, unit: 'letters', why: 'Words are cut to these: endings differ.' },
  { name: 'nameWeight', default: 1.25, why: 'Weight of names and acronyms.' },
  { name: 'gramLetters', default: 4, unit: 'letters', why: 'Runs of letters within words.' },
  { name: 'gramWeight', default: 0.5, why: 'Weight of all runs of a word together.' },
  { name: 'versionWeight', default: 1, why: 'Weight of a word and the number behind it: GPT 5.4.' },
  { name: 'leadCharacters', default: 800, unit: 'characters', why: 'Start of the text that is read beside the title.' },
  { name: 'leadWeight', default: 1, why: 'Weight of the lead against the title.' },
  { name: 'salience1Weight', default: 0.3, why: 'Weight of entities that are in the news every day.' },
  { name: 'salience2Weight', default: 1, why: 'Weight of entities that help.' },
  { name: 'salience3Weight', default: 1.25, why: 'Weight of entities that identify an event.' },
] as const satisfies readonly ClusterSetting[]

export type ClusterSettings = { readonly [R in (typeof CLUSTER_SETTINGS)[number] as R['name']]: number }

/** The defaults, with what is given in their place. */
export function clusterSettings(changes: Partial<ClusterSettings> = {}): ClusterSettings {
  const defaults = Object.fromEntries(CLUSTER_SETTINGS.map(({ name, default: value }) => [name, value]))
  return { ...defaults, ...changes } as ClusterSettings
}
