import { beforeAll, describe, expect, test } from 'vitest'
import type { Gazetteer } from '../../entity/types.ts'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { loadBeat } from '../../run/beat.ts'
import { facetMatcher } from './facet-matcher.ts'
import { type EvidenceRules, readEvidence } from './read-evidence.ts'

let gazetteer: Gazetteer
let rules: EvidenceRules

beforeAll(() => {
  const beat = loadBeat()
  gazetteer = beat.gazetteer
  rules = {
    gazetteer,
    findFacets: facetMatcher(beat.atlas.facets.filter(({ isGuide }) => !isGuide)),
    isRegion: (hub) => beat.atlas.hub(hub)?.isRegion === true,
  }
})

const read = (text: string, isOpinion = false) =>
  readEvidence(text, gazetteer.findEntities(text), isOpinion, rules).map(({ reading }) => reading)
const hubs = (text: string) => [...new Set(read(text).map(({ hub }) => hub))].sort()

describe('a place cue', () => {
  test.each([
    ['a company’s home is none', 'Hangzhou-based DeepSeek opened a data centre in Ohio.', []],
    ['nor where it is listed', 'Shares of Hong Kong-listed SenseTime rose after its data centre opened.', []],
    ['nor a venue', 'At a conference in Singapore, Nvidia showed a liquid cooling rack for the data centre.', []],
    ['nor a dateline', 'SINGAPORE - Malaysia will review the electricity tariff for data centres.', []],
    ['Beijing is a government', 'Beijing said data centres must use domestic chips.', []],
    [
      'unless the sentence shows the city',
      'The Beijing municipal government opened a data centre in Haidian.',
      ['beijing'],
    ],
    ['北京要求 is the government too', '北京要求数据中心使用国产芯片。', []],
    ['a campus is where it stands', 'HKUST(GZ) opened a research centre for foundation models.', ['guangzhou']],
    ['港中大（深圳）', '香港中文大學（深圳）成立語音研發中心。', ['shenzhen']],
    ['科大 alone may be another', '中科大在合肥建成大模型实验室。', []],
    ['Daya Bay plant', '大亞灣核電站向電網供電，核電佔四分之一。', ['shenzhen']],
    ['Daya Bay district', '大亚湾区的数据中心已投产。', ['huizhou']],
    ['泰山 is no 台山', '泰山景区的数据中心启用。', []],
    ['a region keeps its own', 'The Greater Bay Area has abundant renewable energy.', ['gba']],
    ['and gives way to a city in it', 'Jiangmen in the Greater Bay Area opened a data centre.', ['jiangmen']],
    ['a list says nothing of each', 'Data centres in Tokyo, Osaka, Seoul, Singapore and Johor are growing.', []],
  ])('%s', (_, text, expected) => {
    expect(hubs(text)).toEqual(expected)
  })
})

describe('status', () => {
  test.each([
    ['Osaka plans a data centre of 40 MW.', 'announced'],
    ['Johor approved a data centre of 40 MW.', 'approved'],
    ['A data centre of 40 MW is under construction in Johor and will open next year.', 'building'],
    ['A data centre of 40 MW opened in Johor.', 'operating'],
    ['The data centre in Osaka was cancelled.', 'cancelled'],
    ['Data centres in Johor are large.', 'none'],
    ['柔佛的數據中心已經動工，明年啟用。', 'building'],
    ['大阪のデータセンターが稼働を始めた。', 'operating'],
  ])('%s', (text, status) => {
    expect(read(text).map((reading) => reading.status)).toEqual([status])
  })
})

test.each<[string, string, readonly string[]]>([
  ['a shop across the border is no collaboration', '深圳几家跨境电商已把商品描述改到夜里生成。', []],
  ['the district of Daya Bay is in Huizhou', '惠州大亞灣珊瑚灣算力園獲批專用供電線路。', ['huizhou']],
  ['a seat in brackets is a home town', '星空AI研究所（東京都）は研究論文を公開した。', []],
])('%s', (_what, text, hubs) => {
  expect([...new Set(read(text).map(({ hub }) => hub))]).toEqual(hubs)
})

test.each([
  '新加坡 Northlight Compute 宣布在马来西亚柔佛建设240兆瓦数据中心园区。',
  '新加坡數據中心營運商 Northlight Compute 宣布，在馬來西亞柔佛興建240兆瓦數據中心園區。',
  'シンガポールのNorthlight Computeは、マレーシア・ジョホールに出力240MWのデータセンター群を建設すると発表した。',
])('a company’s home town is no place cue: %s', (text) => {
  expect([...new Set(read(text).map(({ hub }) => hub))]).toEqual(['johor'])
})

test('an opinion asserts; it reports nothing', () => {
  expect(read('Power is short in Hong Kong and the electricity grid is full.', true)[0]?.stance).toBe('claim')
})

test('a sentence is read the same whatever was read before', () => {
  const text = '沙嶺數據園區今年三月動工，目標2032年達到18萬PFLOPS算力。'
  const first = read(text)
  read('Tokyo has data centres.')
  expect(read(text)).toEqual(first)
  expect(first).toEqual([
    {
      hub: 'hong-kong',
      facet: 'infrastructure.datacentres-compute',
      stance: 'plan',
      status: 'building',
      certainty: 'stated',
      quantity: { value: 180_000, unit: 'PFLOPS', asOf: '2032' },
    },
  ])
})

test('a long sentence of one repeated word is read in time', () => {
  const started = cpuMs()
  read(`Hong Kong ${'data centre plan '.repeat(3_000)}`)
  expect(cpuMs() - started).toBeLessThan(2_000)
})
