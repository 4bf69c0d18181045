import { describe, expect, test } from 'vitest'
import type { EntityType } from '../entity/types.ts'
import type { Member } from '../story/types.ts'
import { member } from '../summary/testing/member.ts'
import { decideKind, storyKind } from './kind.ts'
import { kindReason } from './kind-reason.ts'
import { sayPhrase } from './reason-messages.ts'

const types = new Map<string, EntityType>([
  ['veles', 'model'],
  ['tarn', 'product'],
])
const entityType = (id: string) => types.get(id)
const reasonOf = (...members: Member[]) => kindReason(decideKind(members, entityType), entityType)

describe('kindReason', () => {
  test.each([
    ['Introducing Quillbox: notes that write themselves', 'lab'],
    ['Halden Compute raises $410 million in Series C', 'press'],
    ['Halden to build data center with 120 MW', 'press'],
    ['規制当局がモデルの評価指針を公表', 'government'],
    ['한결AI, 시리즈 B 투자 유치', 'press'],
    ['灵川科技数据泄露，百万用户受影响', 'press'],
  ])('words that are a reason stand in the report, and no small one: %s', (title, sourceType) => {
    const { key, params } = reasonOf(member(1, { title, sourceType }))
    expect(key).toBe('kind-words')
    for (const word of String(params.words).split(', ')) {
      expect(title.toLowerCase()).toContain(word.toLowerCase())
      expect(['how', 'its', 'by', 'a', 'to', 'that', 'with']).not.toContain(word)
    }
  })

  test('an acronym is told in capitals', () => {
    const { params } = reasonOf(member(1, { title: 'Halden to build data center with 120 MW', sourceType: 'press' }))
    expect(String(params.words).split(', ')).toContain('MW')
  })

  test.each([
    ['en', 'its reports say “公開, モデル”', 'its reports are papers'],
    ['zh-Hant', '報道中有「公開、モデル」', '報道皆為論文'],
    ['zh-Hans', '报道中有“公開、モデル”', '报道皆为论文'],
    ['ja', '報道に「公開、モデル」とある', '報道はいずれも論文'],
    ['ko', '보도에 ‘公開, モデル’ 표현이 있음', '보도가 모두 논문'],
  ] as const)('in %s words are listed, and forms named, as is usual there', (language, ofWords, ofForm) => {
    expect(sayPhrase({ key: 'kind-words', params: { words: '公開, モデル' } }, language)).toBe(ofWords)
    expect(sayPhrase({ key: 'kind-form', params: { form: 'paper' } }, language)).toBe(ofForm)
  })

  test('a word that speaks more for another kind is no reason', () => {
    // `report` stands in both; what tells them apart is named.
    const { params } = reasonOf(member(1, { title: 'Outage report: what happened', sourceType: 'lab' }))
    expect(String(params.words)).toMatch(/^outage/)
  })

  test.each([
    ['ko', '요금제 개편에 이용자 불만…"제한 너무 빡빡"', /^(?:요금제|이용자|개편|불만)(?:, |$)/],
    ['ja', 'まつぼっくりエディター 4.1 リリースノート', /^[ァ-ヶー]{3,}$/],
    ['zh-Hans', '荷兰接管安世半导体后又松口', /半导体/],
  ])('in %s a part of a word is told as the word', (language, title, words) => {
    const { key, params } = reasonOf(member(1, { title, language, sourceType: language === 'ja' ? 'lab' : 'press' }))
    expect(key).toBe('kind-words')
    expect(params.words).toMatch(words)
  })

  test('where the way of writing says most, that is the reason', () => {
    const guide = member(1, { title: 'How Halden cut its energy bill by a third', sourceType: 'lab' })
    const named = member(1, {
      title: 'Veles 4.2 and Tarn',
      names: { 'Veles 4.2': 'veles', Tarn: 'tarn' },
      sourceType: 'lab',
    })
    for (const each of [guide, named]) {
      expect(storyKind([each], entityType)).not.toBe('other')
      expect(reasonOf(each)).toEqual({ key: 'kind-title', params: {} })
    }
  })

  test('the section in which a maker filed it is the reason where it decides, and in no other', () => {
    const title = 'What Halden sees'
    const filed = member(1, { title, sourceType: 'lab', categories: ['News', 'Case Study'] })
    expect(reasonOf(filed)).toEqual({ key: 'kind-filed', params: { section: 'Case Study' } })
    const outage = member(1, {
      title: 'Outage of our API: an incident report',
      sourceType: 'lab',
      categories: ['Research'],
    })
    expect(storyKind([outage], entityType)).toBe('incident')
    expect(reasonOf(outage).key).toBe('kind-words')
  })

  test('where nothing speaks for the kind, that is said', () => {
    const mute = member(1, { title: 'Zyx', sourceType: 'lab' })
    expect(storyKind([mute], entityType)).not.toBe('other')
    expect(reasonOf(mute)).toEqual({ key: 'kind-usual', params: {} })
  })

  test('the order of members changes nothing', () => {
    const members = ['Halden raises $410 million', 'Pension funds invest in Halden', 'Halden sells more'].map(
      (title, index) => member(index + 1, { title }),
    )
    expect(reasonOf(...members.toReversed())).toEqual(reasonOf(...members))
  })
})
