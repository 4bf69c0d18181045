import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { compileGazetteer } from './gazetteer.ts'
import { makeEntity } from './testing/make-entity.ts'
import { shippedGazetteer } from './testing/shipped.ts'
import type { Entity } from './types.ts'

/** Mentions as `id=what was written`. */
function found(text: string, ...entities: Entity[]): string[] {
  const mentions = compileGazetteer(entities).findEntities(text)
  return mentions.map(({ entityId, start, end }) => `${entityId}=${text.slice(start, end)}`)
}

const acme = makeEntity('acme', ['Acme'])

describe('tokens', () => {
  const gpt52 = makeEntity('gpt-5-2', ['GPT-5.2'])
  const gpt5 = makeEntity('gpt-5', ['GPT-5'])

  test.each(['GPT-5.2', 'GPT 5.2', 'GPT5.2', 'gpt_5.2', 'GPT‑5.2', 'GPT・5.2', 'ＧＰＴ－５．２'])(
    '%s is one key',
    (text) => {
      expect(found(text, gpt52, gpt5)).toEqual([`gpt-5-2=${text}`])
    },
  )
  test.each(['GPT--5.2', 'GPT - 5.2', 'GPT\n5.2', 'GPT—5.2', 'GPT-5.21', 'GPT-15.2'])('%j is another', (text) => {
    expect(found(text, gpt52)).toEqual([])
  })
  test('a number is whole: GPT-5 is not in GPT-5.2, but before a full stop', () => {
    expect(found('GPT-5.2 GPT-5.', gpt5)).toEqual(['gpt-5=GPT-5'])
  })
})

describe('boundaries', () => {
  test.each([
    ['Acme', 'Acmeist TheAcme acmé', []],
    ['Acme', "Acme's (Acme) 在Acme裡 Acme2 Acme's", ['Acme', 'Acme', 'Acme', 'Acme', 'Acme']],
    ['Маск', 'Маска Маск.', ['Маск']],
    ['B200', 'B200s B200x XB200 B200', ['B200', 'B200']],
    ['GPU', 'GPUs GPUsx', ['GPUs']],
    ['アーム', 'アームロボット スアーム アーム社', ['アーム']],
    ['アーム', 'アー厶 アーム・ホールディングス', ['アーム']],
    ['메타', '메타가 가메타 AI메타', ['메타', '메타']],
    ['香港', '在香港的', ['香港']],
    ['X', '10X X10 X. (X)', ['X', 'X']],
  ])('of %s in %s', (name, text, spans) => {
    expect(found(text, makeEntity('e', [name])).map((mention) => mention.slice(2))).toEqual(spans)
  })

  test('a plural s does not make a name of a word again', () => {
    const apple = makeEntity('apple', ['Apple'], { caseSensitive: ['Apple'] })
    const gpt = makeEntity('gpt', ['GPT'], { caseSensitive: ['GPT'] })
    expect(found('Apples and GPTs, gpts', apple, gpt)).toEqual(['gpt=GPTs'])
  })
})

describe('case', () => {
  const [meta, aim] = [
    makeEntity('meta', ['Meta'], { caseSensitive: ['Meta'] }),
    makeEntity('aim', ['AIM'], { caseSensitive: ['AIM'] }),
  ]
  test('matters where the entity says so', () => {
    expect(found('meta META Meta acme ACME aim AIM', meta, aim, acme)).toEqual([
      'meta=Meta',
      'acme=acme',
      'acme=ACME',
      'aim=AIM',
    ])
  })
  test('is seen through full width', () => {
    expect(found('Ｍｅｔａ ｍｅｔａ', meta)).toEqual(['meta=Ｍｅｔａ'])
  })
})

describe('longest match', () => {
  const lab = makeEntity('lab', ['Acme Lab'])
  const monet = makeEntity('claude', ['Claude'], { except: ['Claude Monet', 'Jean-Claude'] })

  test('wins, left to right, without overlap', () => {
    expect(found('Acme Lab Acme', acme, lab)).toEqual(['lab=Acme Lab', 'acme=Acme'])
  })
  test('an except phrase yields nothing', () => {
    expect(found('Claude Monet, Jean-Claude, Claude', monet)).toEqual(['claude=Claude'])
  })
  test('a phrase that is an alias too is the alias', () => {
    const uni = makeEntity('uni', ['科大'], { except: ['科大訊飛'] })
    const firm = makeEntity('firm', ['科大讯飞'])
    expect(found('科大訊飛', uni, firm)).toEqual(['firm=科大訊飛'])
  })
  test('what is not sure gives way to a sure name that reaches further', () => {
    const uni = makeEntity('uni', ['中大'], { ambiguous: ['中大'], context: ['香港'], except: ['其中大'] })
    const area = makeEntity('area', ['大灣區'])
    expect(found('香港，其中大灣區', uni, area)).toEqual(['area=大灣區'])
    expect(found('香港中大灣區', uni, area)).toEqual(['area=大灣區'])
    expect(found('香港的中大', uni, area)).toEqual(['uni=中大'])
  })
})

test('links are no text, and no name reaches across one', () => {
  const text = 'https://acme.example/Acme www.acme.example Acme https://x.example Lab (http://a.example/acme)Acme'
  expect(found(text, acme, makeEntity('lab', ['Acme Lab']))).toEqual(['acme=Acme', 'acme=Acme'])
})

describe('hashtags and handles', () => {
  const huawei = makeEntity('huawei', ['Huawei'], { hashtags: ['HuaweiTechnologies'] })
  const gba = makeEntity('gba', ['Greater Bay Area'], { hashtags: ['GreaterBayArea', 'GBA'] })
  const meta = makeEntity('meta', ['Meta'], { caseSensitive: ['Meta'], except: ['Meta-learning'] })
  test.each([
    ['#GreaterBayArea', ['gba=GreaterBayArea']],
    ['#greaterbayarea', ['gba=greaterbayarea']],
    ['GreaterBayArea GBA', []],
    ['#GBA', ['gba=GBA']],
    ['＃ＧＢＡ', ['gba=ＧＢＡ']],
    ['#HuaweiTechnologies', ['huawei=HuaweiTechnologies']],
    ['#HuaweiInGreaterBayArea', ['huawei=Huawei', 'gba=GreaterBayArea']],
    ['#huaweiphone', []],
    ['#huawei_phone', ['huawei=huawei']],
    ['@Huawei', ['huawei=Huawei']],
    ['#MetaLearning #MetaNews', ['meta=Meta']],
    ['#華為Huawei', ['huawei=Huawei']],
    ['# #1 #', []],
  ])('%s', (text, mentions) => {
    expect(found(text, huawei, gba, meta)).toEqual(mentions)
  })
})

describe('context', () => {
  const arm = makeEntity('arm', ['Arm', 'Arm Holdings'], {
    ambiguous: ['Arm'],
    context: ['chip', 'EV', '芯片', 'data center'],
  })
  const child = makeEntity('neoverse', ['Neoverse'], { parent: 'arm' })

  test.each<[string, boolean]>([
    ['The arm is broken.', false],
    ['Arm makes chips.', true],
    ['Chipmaker Arm', true],
    ['Arm and microchip', false],
    ['Arm was every-where', false],
    ['Arm for EVs', true],
    ['Arm的晶片和芯片', true],
    ['Arm in data centers', true],
    ['see https://chip.example and Arm', false],
  ])('%s', (text, isNamed) => {
    expect(found(text, arm).length > 0).toBe(isNamed)
  })

  test('counts within 120 characters on either side', () => {
    expect(found(`Arm${' '.repeat(116)}chip`, arm)).toHaveLength(1)
    expect(found(`Arm${' '.repeat(117)}chip`, arm)).toHaveLength(0)
    expect(found(`chip${' '.repeat(116)}Arm`, arm)).toHaveLength(1)
    expect(found(`chip${' '.repeat(117)}Arm`, arm)).toHaveLength(0)
  })

  test('a sure name of the entity or of its child anywhere in the text counts', () => {
    const far = 'x '.repeat(500)
    expect(found(`Arm ${far} Arm Holdings`, arm)).toEqual(['arm=Arm', 'arm=Arm Holdings'])
    expect(found(`Arm ${far} Neoverse`, arm, child)).toEqual(['arm=Arm', 'neoverse=Neoverse'])
  })

  const singapore = makeEntity('ntu-sg', ['NTU', 'Nanyang'], { ambiguous: ['NTU'], context: ['Singapore', 'Jurong'] })
  const taiwan = makeEntity('ntu-tw', ['NTU'], { ambiguous: ['NTU'], context: ['Taiwan', 'Taipei'] })
  test.each([
    ['NTU in Singapore', ['ntu-sg=NTU']],
    ['NTU in Taipei', ['ntu-tw=NTU']],
    ['NTU: Singapore against Taiwan', []],
    ['NTU: Singapore against Taiwan and Taipei', ['ntu-tw=NTU']],
    ['NTU: Taiwan. Nanyang', ['ntu-sg=NTU', 'ntu-sg=Nanyang']],
    ['NTU', []],
  ])('several owners: %s', (text, mentions) => {
    expect(found(text, singapore, taiwan)).toEqual(mentions)
  })
})

test.each([
  ['GPT-5.9 is out', ['gpt=GPT-5.9']],
  ['GPT 7, GPT', ['gpt=GPT 7', 'gpt=GPT']],
  ['GPT v4 and GPT-3B', ['gpt=GPT v4', 'gpt=GPT']],
  ['GPT-5.2', ['gpt-5-2=GPT-5.2']],
  ['GPT-5. It is out', ['gpt=GPT-5']],
  ['It is called GPT-5.', ['gpt=GPT-5']],
  ['Acme 5', ['acme=Acme']],
])('a versioned family takes the number: %s', (text, mentions) => {
  const family = makeEntity('gpt', ['GPT'], { isVersioned: true })
  expect(found(text, family, makeEntity('gpt-5-2', ['GPT-5.2']), acme)).toEqual(mentions)
})

describe('lineage and names', () => {
  const gazetteer = compileGazetteer([
    makeEntity('openai', ['OpenAI', 'Open AI'], { names: { en: ['OpenAI'], ru: ['ОпенАИ'] } }),
    makeEntity('gpt', ['GPT'], { parent: 'openai' }),
  ])
  test('nearest first, nothing for the unknown', () => {
    expect(gazetteer.lineage('gpt')).toEqual(['gpt', 'openai'])
    expect(gazetteer.lineage('nobody')).toEqual([])
    expect(gazetteer.entity('nobody')).toBeUndefined()
  })
  test('in the language, else in English, else the id', () => {
    expect(gazetteer.displayName('openai', 'ru')).toBe('ОпенАИ')
    expect(gazetteer.displayName('openai', 'ja')).toBe('OpenAI')
    expect(gazetteer.displayName('openai', 'constructor')).toBe('OpenAI')
    expect(gazetteer.displayName('nobody', 'en')).toBe('nobody')
  })
})

describe('with the shipped entities', () => {
  const gazetteer = shippedGazetteer()
  const names = gazetteer.entities().flatMap(({ names }) => Object.values(names).flat())
  const sure = ['OpenAI', 'Hugging Face', '香港', '英偉達', 'エヌビディア', '엔비디아', 'Илон Маск', '#DeepSeek']
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...names),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(' ', '#', '@', '\n', 's', '-'),
      ),
    )
    .map((parts) => parts.join(''))

  test('spans are valid, in order and without overlap for any text', () => {
    fc.assert(
      fc.property(text, (any) => {
        let end = 0
        for (const mention of gazetteer.findEntities(any)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(mention.end).toBeLessThanOrEqual(any.length)
          expect(gazetteer.entity(mention.entityId)).toBeDefined()
          end = mention.end
        }
      }),
      { numRuns: 500 },
    )
  })

  test('the same text gives the same mentions, whatever was read between', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const first = gazetteer.findEntities(one)
        gazetteer.findEntities(other)
        expect(gazetteer.findEntities(one)).toEqual(first)
      }),
      { numRuns: 100 },
    )
  })

  test('the decomposed text names the same entities', () => {
    const script = fc.array(fc.constantFrom(...names.filter((name) => !/[#@]/.test(name))), { maxLength: 6 })
    fc.assert(
      fc.property(script, (parts) => {
        const any = parts.join('. ')
        const ids = gazetteer.findEntities(any).map(({ entityId }) => entityId)
        expect(gazetteer.findEntities(any.normalize('NFD')).map(({ entityId }) => entityId)).toEqual(ids)
      }),
      { numRuns: 300 },
    )
  })

  test('text far away changes no sure name', () => {
    const far = fc.string({ unit: 'binary', maxLength: 200 }).map((any) => `${any}\n${'. '.repeat(80)}`)
    fc.assert(
      fc.property(fc.constantFrom(...sure), far, (name, before) => {
        const own = gazetteer.findEntities(name)
        const shifted = own.map(({ entityId, start, end }) => ({
          entityId,
          start: start + before.length,
          end: end + before.length,
        }))
        expect(gazetteer.findEntities(before + name).slice(-own.length)).toEqual(shifted)
      }),
    )
  })

  test('a huge text of nothing but names is read, and its memory given back', () => {
    const names = '#HongKong OpenAI '.repeat(150_000)
    expect(gazetteer.findEntities(names)).toHaveLength(300_000)
    expect(gazetteer.findEntities('OpenAI')).toEqual([{ entityId: 'openai', start: 0, end: 6 }])
  })

  test('hostile repetition is read in linear time', () => {
    const timeMs = (any: string) => {
      const started = cpuMs()
      gazetteer.findEntities(any)
      return cpuMs() - started
    }
    for (const unit of [
      'X ',
      '#a',
      'GPT-',
      'http://',
      'www.',
      '中大',
      'アーム',
      'Arm chip ',
      'a\u0301',
      'Opus Opus ',
    ]) {
      timeMs(unit.repeat(1_000))
      expect(timeMs(unit.repeat(50_000)), unit).toBeLessThan(6_000)
    }
  })
})

test('names are indexed when the first text is searched, not before', () => {
  let reads = 0
  const { names, ...rest } = makeEntity('acme', ['Acme'])
  const counted = {
    ...rest,
    get names() {
      reads++
      return names
    },
  }
  const gazetteer = compileGazetteer([counted])
  expect([gazetteer.entity('acme')?.id, reads]).toEqual(['acme', 0])
  expect(gazetteer.findEntities('Acme opens').map(({ entityId }) => entityId)).toEqual(['acme'])
  expect(reads).toBeGreaterThan(0)
})
