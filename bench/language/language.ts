import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { eldScores } from '../../src/item/eld-scores.ts'
import { detectLanguage } from '../../src/item/language.ts'
import { benchFile } from '../bench-folder.ts'

/*
 * Question: is the language told, on sentences, on headlines full of Latin product names, and Hant apart from Hans?
 * Data: sentences and word pairs (eld's own tests), UDHR paragraphs in Chinese scripts, Cantonese, Japanese and Korean;
 * headlines of the clustering sets and of Korean and Chinese AI news. `zh` expected: either script counts.
 * Baseline: eld alone with the same n-grams. The hint is the label without its script, as a feed would declare it.
 * A label that covers what was found is met: `zh` by either script, and `ms` by `id`, for Indonesian is a language of the macrolanguage
 * Malay (ISO 639-3; "Macrolanguage: ms" in the registry of BCP 47). Not the other way round: `ms` found does not meet `id`.
 * `sentences, to the letter` takes no language for another; `sentences without ms` leaves those labelled `ms` out. README.md has why.
 */

const SENTENCES = 'conformance/language/language.tsv.gz'

interface Sample {
  readonly set: string
  readonly language: string
  readonly text: string
}

/** Shares in 0–1 of texts told rightly. */
export interface LanguageScore {
  readonly set: string
  readonly texts: number
  readonly ours: number
  readonly oursWithHint: number
  readonly eld: number
}

export interface LanguageBench {
  readonly scores: readonly LanguageScore[]
  readonly textsPerSecond: number
}

/** @returns undefined, after one line that says so, where the data is absent */
export function benchLanguage(): LanguageBench | undefined {
  if (!benchFile(SENTENCES)) return undefined
  const samples = [...conformance(), ...headlines()]
  for (const { text } of samples.slice(0, 500)) detectLanguage(text)
  const startedAt = performance.now()
  for (const { text } of samples) detectLanguage(text)
  const textsPerSecond = Math.round((samples.length * 1_000) / (performance.now() - startedAt))
  const sets = [...new Set(samples.map(({ set }) => set))]
  const scores = [
    ...sets.map((set) =>
      scoreSet(
        set,
        samples.filter((sample) => sample.set === set),
        isWithin,
      ),
    ),
    scoreSet(
      'sentences, to the letter',
      samples.filter(({ set }) => set === 'sentences'),
    ),
    scoreSet(
      'sentences without ms',
      samples.filter(({ set, language }) => set === 'sentences' && language !== 'ms'),
    ),
  ]
  print(scores, textsPerSecond)
  return { scores, textsPerSecond }
}

type Accepts = (found: string, language: string) => boolean

/** Whether the language found is one of the macrolanguage expected. */
function isWithin(found: string, language: string): boolean {
  return found === 'id' && language === 'ms'
}

function scoreSet(set: string, samples: readonly Sample[], accepts: Accepts = () => false): LanguageScore {
  const share = (told: readonly Sample[], detect: (sample: Sample) => string) => shareOf(told, detect, accepts)
  return {
    set,
    texts: samples.length,
    ours: share(samples, ({ text }) => detectLanguage(text)),
    oursWithHint: share(samples, ({ text, language }) => detectLanguage(text, declaredAs(language))),
    eld: share(samples, ({ text }) => eldScores(text)[0]?.[0] ?? 'und'),
  }
}

function shareOf(samples: readonly Sample[], detect: (sample: Sample) => string, accepts: Accepts): number {
  const right = samples.filter((sample) => {
    const found = detect(sample)
    return (
      found === sample.language ||
      accepts(found, sample.language) ||
      (sample.language === 'zh' && /^zh-Han[st]$/.test(found))
    )
  })
  return right.length / samples.length
}

/** A feed says `zh`, seldom the script. */
function declaredAs(language: string): string {
  return language.startsWith('zh') ? 'zh' : language
}

function conformance(): readonly Sample[] {
  return lines(SENTENCES).map((line) => {
    const [kind = '', language = '', text = ''] = line.split('\t')
    return { set: kind === 'udhr' ? `paragraphs ${language}` : `${kind}s`, language, text }
  })
}

function headlines(): readonly Sample[] {
  const files = [
    ['clustering/ai-days.jsonl.gz', undefined],
    ['clustering/og2021.jsonl.gz', undefined],
    ['ai-streams/items-ko.jsonl.gz', 'ko'],
    ['ai-streams/items-zh-hans.jsonl.gz', 'zh-Hans'],
  ] as const
  return files.flatMap(([file, language]) =>
    lines(file).map((line) => {
      const item = JSON.parse(line) as { readonly lang: string; readonly title: string }
      const set = `headlines ${file.replace(/^.*\/(.*)\.jsonl\.gz$/, '$1')}`
      return { set, language: language ?? item.lang, text: item.title }
    }),
  )
}

function lines(file: string): readonly string[] {
  const full = benchFile(file)
  return full ? gunzipSync(readFileSync(full)).toString().trim().split('\n') : []
}

function print(scores: readonly LanguageScore[], textsPerSecond: number): void {
  const percent = (value: number) => (value * 100).toFixed(2).padStart(8)
  console.log(`language, ${textsPerSecond} texts a second`)
  console.log(
    `${'set'.padEnd(28)}${'texts'.padStart(8)}${'auspex'.padStart(8)}${'hinted'.padStart(8)}${'eld'.padStart(8)}`,
  )
  for (const { set, texts, ours, oursWithHint, eld } of scores) {
    console.log(`${set.padEnd(28)}${String(texts).padStart(8)}${percent(ours)}${percent(oursWithHint)}${percent(eld)}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchLanguage()
