import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenFloors, type Figures, type Floor, figuresOf } from './figures.ts'

/**
 * `npm run bench [-- name …]`: measures and prints; `npm run bench:check` also holds the figures against `floors.json`. What needs
 * the benchmark data says so in one line where they are absent.
 */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  dates: async () => (await import('./dates/dates.ts')).benchDates(),
  language: async () => (await import('./language/language.ts')).benchLanguage(),
  entities: async () => (await import('./entities/entities.ts')).benchEntities(),
  feeds: async () => (await import('./feeds/feeds.ts')).benchFeeds(),
  tolerance: async () => (await import('./feeds/tolerance.ts')).benchTolerance(),
  loopback: async () => (await import('./feeds/loopback.ts')).benchLoopback(),
  articles: async () => (await import('./articles/articles.ts')).benchArticles(),
  robots: async () => (await import('./robots/robots.ts')).benchRobots(),
  urls: async () => (await import('./urls/urls.ts')).benchUrls(),
  markup: async () => (await import('./security/markup.ts')).benchMarkup(),
  kind: async () => (await import('./rank/kind.ts')).benchKind(),
  'demo-kind': async () => (await import('./rank/demo-kind.ts')).benchDemoKind(),
  beat: async () => (await import('./rank/beat.ts')).benchBeat(),
  summary: async () => (await import('./summary/held-out.ts')).benchSummary(),
  grounding: async () => (await import('./grounding/grounding.ts')).benchGrounding(),
  seeded: async () => (await import('./grounding/seeded.ts')).benchSeeded(),
  facts: async () => (await import('./facts/facts.ts')).benchFacts(),
  clustering: async () => ({ sets: (await import('./clustering/clustering.ts')).benchClustering() }),
  'demo-orders': async () => (await import('./story/demo-orders.ts')).benchDemoOrders(),
  meaning: async () => ({ sets: await (await import('./clustering/meaning.ts')).benchMeaning() }),
  counterparts: async () => (await import('./story/counterparts.ts')).benchCounterparts(),
  evidence: async () => (await import('./hub/evidence.ts')).benchEvidence(),
  claims: async () => (await import('./hub/claims.ts')).benchClaims(),
  decide: async () => (await import('./hub/decide.ts')).benchDecide(),
  'story-speed': async () => (await import('./story/speed.ts')).benchStorySpeed(),
  store: async () => (await import('./store/store.ts')).benchStore(),
  pauses: async () => (await import('./store/pauses.ts')).benchPauses(),
  scale: async () => (await import('./scale/scale.ts')).benchScale(),
  load: async () => (await import('./load/load.ts')).benchLoad(),
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const isCheck = process.argv.includes('--check')
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(1)
}

const all = new Map<string, number>()
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  const figures: Figures = figuresOf(await bench(), name)
  for (const [path, value] of figures) {
    all.set(path, value)
    console.log(`${path}\t${Math.round(value * 10_000) / 10_000}`)
  }
}

if (isCheck) {
  const file = join(import.meta.dirname, 'floors.json')
  const broken = brokenFloors(all, JSON.parse(readFileSync(file, 'utf8')) as Record<string, Floor>)
  for (const line of broken) console.error(`BELOW FLOOR: ${line}`)
  console.log(broken.length === 0 ? '\nAll figures hold.' : `\n${broken.length} figures do not hold.`)
  process.exitCode = broken.length === 0 ? 0 : 1
}
