import { beforeAll, describe, expect, test } from 'vitest'
import { type Beat, loadBeat } from '../../run/beat.ts'
import { checkText } from './check-text.ts'
import { readClaims } from './read-claims.ts'
import type { ClaimReading } from './types.ts'
import { verdictReason, verdictWord } from './verdict-messages.ts'

let beat: Beat

beforeAll(() => {
  beat = loadBeat()
})

const read = (text: string, before = ''): readonly ClaimReading[] =>
  readClaims(text, beat.gazetteer.findEntities(text), beat.gazetteer.findEntities(before), beat).map(
    ({ reading }) => reading,
  )
const verdicts = (text: string, before?: string) => read(text, before).map(({ hub, verdict }) => `${hub} ${verdict}`)
const why = (text: string) => read(text).map(({ reason }) => verdictReason(reason, 'en', (id) => id))

describe('the claims of the comparison that was the seed', () => {
  test.each([
    [
      'Hong Kong: latency as low as 10ms for connections to key regions [mainland China]',
      'depends',
      'true only for the Pearl River Delta',
    ],
    [
      'Tokyo: typical delays around 50ms to the West Coast',
      'impossible',
      'impossible as a round trip; plausible one-way',
    ],
    ['Many Tokyo facilities operate on 100% renewable energy', 'depends', 'about contracts, not the grid'],
    [
      "HPC requirements may lean towards Hong Kong's advanced GPU clusters",
      'contradicted',
      'contradicted by the open counts seen',
    ],
    ['significant energy deficits in Hong Kong', 'supported', 'power headroom is coded 1 of 4'],
    ['abundant energy resources in the Greater Bay Area … Huizhou and Jiangmen', 'uncheckable', 'claimed: no figures'],
    ['Innovation and Technology Bureau at the forefront', 'depends', 'stale name: it is ITIB since 2022'],
  ])('%s', (text, verdict, reason) => {
    expect(read(text).map((claim) => claim.verdict)).toEqual([verdict])
    expect(why(text)[0]).toContain(reason)
    expect(read(text)[0]!.evidence.length).toBeGreaterThan(0)
  })

  test('rest on the floors that light in fibre gives', () => {
    const floors = read('Tokyo: typical delays around 50ms to the West Coast')[0]!.evidence.filter(
      ({ indicator }) => indicator === 'floor',
    )
    expect(Object.fromEntries(floors.map(({ to, value }) => [to, value]))).toMatchObject({
      seattle: 75.5,
      'los-angeles': 86.4,
    })
  })

  test('and come out of their own paragraph: "its facilities" are those of the city before', () => {
    expect(
      verdicts('Many of its facilities operate on 100% renewable energy.', 'Tokyo has invested in green data centers.'),
    ).toEqual(['tokyo depends'])
  })
})

test('a city that the sentence names is not the one before it, whatever "its" means', () => {
  const grid = "Hong Kong's grid emits 600 g/kWh, its operator says."
  expect(verdicts(grid, 'Tokyo has invested in green data centers.')).toEqual(['hong-kong supported'])
})

describe('how much a city’s data centres draw in all', () => {
  test.each([
    ['as known, within a fifth', 'Tokyo has 1,050 MW of data centre capacity.', ['tokyo supported']],
    ['between the figures of two sources', 'Hong Kong has 600 MW of data centre capacity.', ['hong-kong supported']],
    ['of another edition or area, perhaps', 'Tokyo has 2.5 GW of data centre capacity.', ['tokyo depends']],
    ['many times what is known', 'Tokyo has 90 GW of data centre capacity.', ['tokyo contradicted']],
    ['less: one operator’s share, perhaps', 'Tokyo has 100 MW of data centre capacity.', []],
    ['a time to come', 'Tokyo will have 90 GW of data centre capacity by 2030.', []],
    ['a city whose figure nobody gives', 'Singapore has 1,050 MW of data centre capacity.', []],
  ])('%s', (_, text, expected) => {
    expect(verdicts(text)).toEqual(expected)
  })
})

describe('an upper limit of a round trip is kept where what was measured is below it', () => {
  test.each([
    ['said before the number', 'The round trip from Hong Kong to Singapore takes under 60 ms.', 'supported'],
    ['at the beginning of the sentence', 'Under 60 ms is the round trip from Hong Kong to Singapore.', 'supported'],
    ['said behind the number', 'The round trip from Hong Kong to Singapore takes 60 ms or less.', 'supported'],
    ['as less than it', 'The round trip from Hong Kong to Singapore takes less than 60 ms.', 'supported'],
    ['in Chinese', '香港到新加坡的往返延遲在60毫秒以內。', 'supported'],
    ['not said', 'The round trip from Hong Kong to Singapore takes 60 ms.', 'depends'],
    ['said of something else', 'With under 9 staff Hong Kong has a round trip to Singapore of 60 ms.', 'depends'],
  ])('%s', (_, text, verdict) => {
    expect(read(text).map((claim) => claim.verdict)).toEqual([verdict])
  })
})

describe('who is ahead in compute', () => {
  /** The shipped figures with other intervals: of the hubs named, and of no other. */
  const among = (intervals: Readonly<Record<string, readonly [number, number]>>) => {
    const { atlas } = beat
    const reading: typeof atlas.reading = (hub, indicator, without) => {
      const known = atlas.reading('tokyo', indicator, without)
      const interval = intervals[hub]
      if (indicator !== 'compute') return atlas.reading(hub, indicator, without)
      return (
        known && interval && { ...known, observation: { ...known.observation, hub }, lo: interval[0], hi: interval[1] }
      )
    }
    const text = "HPC requirements may lean towards Hong Kong's advanced GPU clusters"
    return readClaims(text, beat.gazetteer.findEntities(text), [], { ...beat, atlas: { ...atlas, reading } }).map(
      (claim) => claim.reading.verdict,
    )
  }

  test.each<[string, Readonly<Record<string, readonly [number, number]>>, readonly string[]]>([
    ['above all others', { 'hong-kong': [5, 6], tokyo: [3, 4], seoul: [1, 2] }, ['supported']],
    ['as high as the next at least', { 'hong-kong': [5, 6], tokyo: [3, 5] }, ['supported']],
    ['where intervals meet', { 'hong-kong': [5, 6], tokyo: [3, 5.1] }, ['depends']],
    ['as low as another at most', { 'hong-kong': [5, 6], tokyo: [6, 7] }, ['contradicted']],
    ['where nothing is known of others', { 'hong-kong': [5, 6] }, ['depends']],
    ['where nothing is known of it', { tokyo: [5, 6] }, []],
  ])('%s', (_, intervals, expected) => {
    expect(among(intervals)).toEqual(expected)
  })
})

describe('a rank among several in a sentence', () => {
  test.each([
    ['behind other cities', 'New York came first and Hong Kong third in GFCI 38.'],
    ['each with its word', 'New York ranked first, London ranked second and Hong Kong ranked third in GFCI 38.'],
    ['in Chinese', '紐約排名第一，倫敦第二，香港第三，見GFCI 38。'],
    ['before another city', '香港GFCI 38排名第三，上海第八。'],
    ['and what it was', '香港GFCI 38位列第三位，較上期第四位上升。'],
    ['beside a first of another kind', 'Hong Kong is the first Asian city to cheer GFCI 38, and ranked third.'],
    ['beside a quarter', '香港第一季度在GFCI 38中排名第三。'],
  ])('is told %s', (_what, text) => {
    expect(read(text).map(({ value, verdict }) => [value, verdict])).toEqual([[3, 'supported']])
  })

  test.each([
    ['十二', '香港在GFCI 38排名第十二。', 12],
    ['二十', '香港在GFCI 38排名第二十位。', 20],
    ['12位', '香港はGFCI 38で12位だった。', 12],
  ])('of two digits is read whole: %s', (_what, text, value) => {
    expect(read(text).map((claim) => claim.value)).toEqual([value])
  })

  test.each([
    ['who did it first', 'Hong Kong is the first to print GFCI 38.'],
    ['people', '香港有5位專家參與GFCI 38。'],
    ['a rank of which only the end is an ordinal', 'Hong Kong ranked twenty-third in GFCI 38.'],
    ['ranks of which none is known to be its own', 'New York came first, Hong Kong sixth in GFCI 38.'],
  ])('nothing is said of %s', (_what, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('a rank in a published index', () => {
  test.each([
    ['of the newest edition', 'Shenzhen ranked 8th in GFCI 40.', 'supported', 'rankAgrees'],
    ['of an earlier edition that is known', 'Shenzhen ranked 9th in GFCI 38.', 'supported', 'rankAgrees'],
    ['of an earlier edition, but another', 'Shenzhen ranked 8th in GFCI 38.', 'contradicted', 'rankDiffers'],
    ['of an edition before it was listed', 'Tokyo ranked 6th in GFCI 38.', 'depends', 'otherEdition'],
    ['of no edition, as in the newest', 'Hong Kong ranked 3rd in GFCI.', 'supported', 'rankAgrees'],
    ['of no edition, unlike the newest', 'Hong Kong ranked 4th in GFCI.', 'depends', 'otherEdition'],
    ['of another edition, though it is the same', 'Hong Kong ranked 3rd in GFCI 35.', 'depends', 'otherEdition'],
    ['of the newest edition, but another', 'Hong Kong ranked 4th in GFCI 40.', 'contradicted', 'rankDiffers'],
  ])('%s', (_, text, verdict, reason) => {
    expect(read(text).map((claim) => [claim.verdict, claim.reason.key])).toEqual([[verdict, reason]])
  })
})

test.each([
  ['meet', 0.09, 'lowestKnown', 'lower than the 4 other places with figures, though intervals overlap'],
  ['part', 0.07, 'lowestApart', 'lower than the 4 other places with figures'],
])('of a lowest place it is said whether intervals overlap: they %s', (_, hi, key, words) => {
  const text = 'Shaoguan has the lowest electricity tariff in Guangdong.'
  const { atlas, gazetteer } = beat
  const reading: typeof atlas.reading = (hub, id, without) => {
    const known = atlas.reading(hub, id, without)
    return known && hub === 'shaoguan' && id === 'price' ? { ...known, hi } : known
  }
  const rules = { gazetteer, atlas: { ...atlas, reading } }
  const found = readClaims(text, gazetteer.findEntities(text), [], rules).map((each) => each.reading.reason)
  expect(found.map((each) => each.key)).toEqual([key])
  expect(found.map((each) => verdictReason(each, 'en', (id) => id))).toEqual([words])
})

test('a body under its former name is found beside others that the sentence names', () => {
  const text = "Hong Kong's Innovation and Technology Bureau is at the forefront, Nvidia says."
  expect(read(text).map(({ hub, reason }) => [hub, reason.key])).toEqual([['hong-kong', 'staleName']])
})

test('every hub can be claimed about, whatever is not known of it', () => {
  const said = [
    'HPC may lean towards',
    'The grid is 80% renewable in',
    'Electricity costs $0.10 per kWh in',
    'Abundant power in',
  ]
  for (const { names } of beat.atlas.hubs) {
    for (const words of said) expect(() => read(`${words} ${names.en![0]}'s advanced GPU clusters.`)).not.toThrow()
  }
})

describe('a figure beside the interval of all sources', () => {
  const verdictAt = (usd: number) => read(`Electricity in Hong Kong costs $${usd.toFixed(4)} per kWh.`)[0]?.verdict
  const emits = (grams: number) => verdicts(`Hong Kong's grid emits ${Math.round(grams)} g/kWh.`)[0]

  test('is supported within a tenth of a grid, and contradicted from three tenths on', () => {
    const { lo, hi } = beat.atlas.reading('hong-kong', 'carbon')!
    const shares = [0.68, 0.72, 0.89, 0.91].map((share) => emits(lo * share))
    expect(shares).toEqual(['contradicted', 'depends', 'depends', 'supported'].map((verdict) => `hong-kong ${verdict}`))
    const above = [1.09, 1.11, 1.29, 1.31].map((share) => emits(hi * share))
    expect(above).toEqual(['supported', 'depends', 'depends', 'contradicted'].map((verdict) => `hong-kong ${verdict}`))
  })

  test('is supported within 15 % of a price, and contradicted from three fifths on', () => {
    const { lo, hi } = beat.atlas.reading('hong-kong', 'price')!
    expect([0.39, 0.41].map((share) => verdictAt(lo * share))).toEqual(['contradicted', 'depends'])
    expect([0.83, 0.87].map((share) => verdictAt(lo * share))).toEqual(['depends', 'supported'])
    expect([1.13, 1.17].map((share) => verdictAt(hi * share))).toEqual(['supported', 'depends'])
  })
})

describe('nothing is accused', () => {
  test.each([
    ['less than elsewhere', 'The round trip from Tokyo to Singapore takes 6 ms less than that to Seoul.'],
    ['a difference', 'The cable shaves 6 ms off the latency between Tokyo and Singapore.'],
    ['a model’s answer', 'The speech model of a Tokyo startup answers Los Angeles users in 50 ms.'],
    ['a link inside a city', 'Round trips between data centres in Tokyo take 1 ms, the Tokyo operator says.'],
    ['a neighbour within the extent of two cities', 'The round trip from Tokyo to Osaka takes 3 ms.'],
    ['a plan', 'Hong Kong aims for 60% of its electricity from renewables by 2050.'],
    ['one contract', 'A wind farm near Shaoguan sells electricity at 0.01 yuan per kWh under a contract.'],
    ['one operator’s share', 'An operator has 20 MW of data centre capacity in Hong Kong.'],
    ['another edition', 'Hong Kong ranked sixth in GFCI 31.'],
    ['a satellite', 'Starlink latency from Tokyo to Los Angeles is 70 ms.'],
    ['a delay inside each of two places', 'Data centres in Tokyo and Seoul have a processing delay of 1 ms.'],
    ['a requirement', 'The exchange in Tokyo needs latency of 1 ms; Osaka cannot offer it.'],
    ['a budget', 'A 5 ms latency budget rules out serving Tokyo from Hong Kong.'],
    ['a denial', 'No cable from Tokyo to Los Angeles can have a latency of 50 ms.'],
    ['a correction', 'The claim that latency from Tokyo to the West Coast is 50 ms is false.'],
    ['a question', 'Latency of 50 ms from Tokyo to Los Angeles?'],
    ['a myth', "It is a myth that Tokyo's grid is 80% renewable."],
    ['a supposition in Chinese', '若東京到洛杉磯的延遲為50毫秒，光速須更快。'],
    ['a denial in Chinese', '东京到洛杉矶的延迟不可能只有50毫秒。'],
    ['a denial in Japanese', '東京とロサンゼルス間の遅延が50ミリ秒というのは誤りだ。'],
    ['growth', 'Renewable power in Tokyo grew 80% on the grid last year.'],
    ['a tax', "Singapore's carbon tax adds 10 g/kWh."],
    ['a part', "Hong Kong's solar farms emit 40 g/kWh over their life."],
    ['a rival whose figure rests on an assumption', "Guangzhou's electricity is cheaper than Shaoguan's."],
    ['a difference in cents', 'Electricity in Hong Kong cost 5 US cents per kWh less than in Singapore.'],
    ['a rise in cents', 'Hong Kong raised power tariffs by 5 US cents per kWh.'],
    ['a rise in Chinese', '香港電費每度上調了0.05美元。'],
    ['a difference of prices', 'Electricity in Hong Kong cost $0.05 per kWh less than in Singapore.'],
    ['a subsidy', 'Hong Kong households pay a subsidy of US$0.01 per kWh.'],
    ['a rise', 'Hong Kong raised power tariffs by HK$0.05 per kWh.'],
    ['overlapping sources', "Hong Kong's grid is cleaner than Tokyo's."],
    ['a distance between two grids', "Hong Kong's grid intensity is 80 g/kWh below that of Tokyo."],
    ['a fall in other words', "Hong Kong's grid carbon intensity is 200 g/kWh lower than a decade ago."],
    ['a fuel', "Coal on Hong Kong's grid emits 900 g/kWh."],
    ['a part of the bill', "Hong Kong's electricity tariff includes a fuel charge of 5 US cents per kWh."],
    ['a country without figures', "Norway's grid is 98% renewable, unlike Hong Kong's."],
    ['a country that is told of', "90% of Iceland's grid is renewable, Hong Kong learned."],
    ['a country beside the city', 'China has 30,000 MW of data center capacity, more than Hong Kong.'],
    ['a continent', 'Asia has 20,000 MW of data centre capacity, and Hong Kong 600 MW.'],
    ['several places together', 'Hong Kong and the rest of Asia have 12,000 MW of data center capacity.'],
    ['one of two hubs', "While Hong Kong relies on gas, Tokyo's grid emits 900 g/kWh."],
    ['a share of people', 'A poll found 80% of Hong Kong residents want renewable electricity from the grid.'],
    ['a share of the renewables', "80% of renewable electricity on Hong Kong's grid is solar."],
    ['a price of renewables', "Renewables on Hong Kong's grid were 80% cheaper."],
    ['a change of latency', "Tokyo's latency to Singapore worsened by 5 ms."],
    ['a latency above another', "Tokyo's latency to Singapore is 5 ms higher than last year."],
    ['who is served in two places', 'Users in Tokyo and Singapore see 5 ms latency.'],
    ['a grid against its past', "Tokyo's grid is cleaner than ever, Seoul's minister said."],
    ['the largest of its own', "Hong Kong's largest GPU cluster opened."],
    ['one of the largest', "One of Asia's largest GPU clusters opened in Hong Kong."],
    ['a share of the renewables in Chinese', '香港電網的可再生能源電力八成來自太陽能。'],
    ['a rise of latency in Chinese', '香港到東京的延遲增加了5毫秒。'],
    ['a latency above last year’s in Chinese', '香港到東京的延遲比去年高5毫秒。'],
    ['a difference of latencies in Chinese', '上海到北京的时延差为3毫秒。'],
    ['users of two places in Chinese', '香港與東京的用戶延遲均為5毫秒。'],
    ['the largest elsewhere in Chinese', '亞洲最大超算在香港以外。'],
    ['a grid against its past in Chinese', '東京電網比以往更低碳，首爾說。'],
    ['a latency above last year’s in Japanese', '東京からシンガポールの遅延は去年より5ミリ秒長い。'],
    ['users of two places in Japanese', '東京とソウルの利用者の遅延は5ミリ秒だ。'],
    ['a country beside the city in Japanese', 'ノルウェーの電力網は98%再生可能エネルギーで、東京とは違う。'],
    ['a price of renewables in Korean', '서울 전력망의 재생에너지는 80% 비싸다.'],
    ['a country beside the city in Korean', '노르웨이 전력망은 98%가 재생에너지이며 서울과 다르다.'],
    ['the largest elsewhere', "Asia's largest GPU clusters outside Hong Kong are in Tokyo."],
  ])('%s', (_, text) => {
    expect(read(text).filter(({ verdict }) => verdict === 'impossible' || verdict === 'contradicted')).toEqual([])
  })
})

test('as data a claim has its number, or null, and what the figures say of the same place', () => {
  const [latency] = checkText('Tokyo: typical delays around 50ms to the West Coast', beat)
  expect(latency).toMatchObject({ value: 50, unit: 'ms', figure: { value: 100, unit: 'ms', method: 'measured' } })
  const [deficit] = checkText('There are significant energy deficits in Hong Kong.', beat)
  expect(deficit).toMatchObject({ value: null, unit: null, figure: { value: 1, unit: '0-4', method: 'coded' } })
})

test('figures of another time contradict nothing; a law of nature holds at any', () => {
  const verdict = (text: string, date?: string) => checkText(text, { ...beat, date }).map((claim) => claim.verdict)
  const grid = "Hong Kong's grid emits 120 g/kWh."
  expect([verdict(grid), verdict(grid, '2026-11-22'), verdict(grid, '2015')]).toEqual([
    ['contradicted'],
    ['contradicted'],
    ['depends'],
  ])
  expect(verdict("In 2015 Hong Kong's grid emitted 1,300 g/kWh.")).toEqual(['depends'])
  expect(verdict('In 2015 a round trip from Tokyo to Los Angeles took 50 ms.')).toEqual(['impossible'])
})

test('a one-way delay is held against half the round trip', () => {
  expect(verdicts('One-way delay from Tokyo to Seattle is 42 ms.')).toEqual(['tokyo plausible'])
  expect(verdicts('One-way delay from Tokyo to Seattle is 30 ms.')).toEqual(['tokyo impossible'])
})

test('every verdict has a word and every reason a clause in four languages', () => {
  for (const language of ['en', 'zh-Hant', 'zh-Hans', 'ja'] as const) {
    expect(verdictWord('impossible', language)).not.toBe('')
    const { reason } = read('Tokyo: typical delays around 50ms to the West Coast')[0]!
    expect(verdictReason(reason, language, () => 'X')).toMatch(/75\.5.*|X.*75\.5/u)
    expect(verdictReason(reason, language, () => 'X')).not.toContain('{')
  }
})
