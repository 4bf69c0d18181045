import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchMeaning, type MeaningScore } from '../clustering/meaning.ts'

/*
 * Writes what an embedding model adds: `meaning.md` beside this file and the table in docs/stories.md. Asks the server that
 * AUSPEX_EMBEDDING_MODEL and AUSPEX_EMBEDDING_BASE_URL name for 20,000 short texts, once.
 */

const STREAMS: Readonly<Partial<Record<MeaningScore['set'], string>>> = {
  'ai-days': 'AI news, four days, three languages',
  og2021: 'Headlines in nine languages, a month',
  'og2021-en': '– their English part',
  uci: 'Headlines of 40 broad business stories',
  news: 'Short headlines of general news, no dates, mixed',
  'news-t': '– story after story',
  ecbplus: 'Look-alike events, two of each sort, no dates',
}
const DOCS = join(import.meta.dirname, '../../docs/stories.md')
const HEAD =
  '| Stream | Online | with | After merges | with | Pairs in different languages | with |\n|---|---|---|---|---|---|---|\n'

const percent = (share: number) => (share * 100).toFixed(1)
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

function cellsOf({ withoutOnline, online, without, final }: MeaningScore): readonly string[] {
  const pairs = [without, final].map(({ crossPair }) => crossPair[2])
  return [
    ...[withoutOnline, online, without, final].map(({ b3 }) => percent(b3[2])),
    ...pairs.map((value) => (pairs.some((each) => each > 0) ? percent(value) : '')),
  ]
}

const measured = await benchMeaning()
if (measured !== undefined) {
  const { scores, counterparts, search } = measured
  const head = 'set,online,with,after,with,95 % interval,pairs in different languages,with'.split(',')
  const lines = scores.map((score) => {
    const [low, high] = score.interval.map((value) => Math.round(value * 100))
    const [online, onlineWith, after, afterWith, ...pairs] = cellsOf(score)
    return row([score.set, online!, onlineWith!, after!, afterWith!, `${low}–${high}`, ...pairs])
  })
  const parts = [
    '# Measured with an embedding model\n',
    'Made by `npx tsx bench/story/report-meaning.ts` with the server that the settings name; the words are explained in README.md.\n',
    'B-cubed F1 in points without and with it, one configuration for all sets.\n',
    ...[row(head), row(head.map(() => '---')), ...lines],
    ...(counterparts === undefined
      ? []
      : [
          `\nBy their titles alone, without dates, the nearest English report tells of the same as a Chinese title in ${percent(counterparts.recallAt1)} % of the cases by meaning, in ${percent(counterparts.withWords)} % by words and meaning, as items join stories.`,
        ]),
    `\nOne search among 100,000 open stories takes ${search.msEach.toFixed(1)} ms of the processor, number by number ${search.exactMsEach.toFixed(0)} ms.`,
    '',
  ]
  writeFileSync(join(import.meta.dirname, 'meaning.md'), parts.join('\n'))
  const docs = readFileSync(DOCS, 'utf8')
  const start = docs.indexOf(HEAD) + HEAD.length
  if (start < HEAD.length) throw new Error('docs/stories.md has no table of an embedding model')
  const told = scores.flatMap((score) => (STREAMS[score.set] ? [row([STREAMS[score.set]!, ...cellsOf(score)])] : []))
  writeFileSync(DOCS, docs.slice(0, start) + told.join('\n') + docs.slice(docs.indexOf('\n\n', start)))
}
