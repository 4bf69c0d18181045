import { describe, expect, it } from 'vitest'
import { otherSpelling, romanise } from './romanise.ts'

describe('romanise', () => {
  it.each([
    ['tokyo', 'tokyo'],
    ['são', 'sao'],
    ['łódź', 'lodz'],
    ['straße', 'strasse'],
    ['токио', 'tokio'],
    ['объявил', 'obyavil'],
    ['київ', 'kiiv'],
    ['القاهرة', 'kahra'],
    ['東京', '東京'],
    ['', ''],
  ])('writes %s as %s', (word, latin) => {
    expect(romanise(word)).toBe(latin)
  })

  it('changes nothing the second time', () => {
    for (const word of ['Žižek', 'нейросеть', 'الذكاء', 'œuvre']) {
      const once = romanise(word.toLowerCase())
      expect(romanise(once)).toBe(once)
    }
  })
})

describe('otherSpelling', () => {
  it.each([
    ['хоригоме', 'horigome'],
    ['джокович', 'jocovich'],
    ['кейтлин', undefined],
    ['уилсон', 'wilson'],
    ['djokovic', undefined],
  ])('spells %s as English may: %s', (word, spelt) => {
    expect(otherSpelling(word)).toBe(spelt)
  })
})
