import { expect, test } from 'vitest'
import { languageAmong } from './language-among.ts'

test.each([
  ['Two towns share a data hall', ['zh-Hant', 'en', 'fr'], 'en'],
  ['Deux villes', ['fr', 'en'], 'fr'],
  ['算力中心开工', ['en', 'zh-Hans'], 'zh-Hans'],
  ['三地監管機構 AI', ['ja', 'zh-Hant'], 'zh-Hant'],
  ['三地監管機構', ['zh-Hans', 'zh-Hant'], 'zh'],
  ['生成AIの電力', ['zh-Hant', 'ja'], 'ja'],
  ['마루AI, 판례 인용 모델 ‘마루 리걸 2’ 출시', ['en', 'ko'], 'ko'],
  ['Нейросеть пишет', ['en', 'ru'], 'ru'],
  ['Aurelia Labs', ['ja', 'zh-Hant'], undefined],
  ['算力', ['en'], undefined],
  ['432', ['en'], undefined],
  ['', ['en'], undefined],
  ['Two towns', ['not a tag', 'und'], undefined],
])('%s, of %j, is %s', (text, candidates, language) => {
  expect(languageAmong(text, candidates)).toBe(language)
})
