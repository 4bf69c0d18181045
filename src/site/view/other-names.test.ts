import { expect, test } from 'vitest'
import { otherNames } from './other-names.ts'

test('a name that two languages share stands once, and the one shown not at all', () => {
  const names = { en: ['Hong Kong', 'HKSAR'], 'zh-Hant': ['香港'], 'zh-Hans': ['香港', '香港特区'], ja: ['香港'] }
  expect(otherNames(names, 'Hong Kong')).toEqual([
    { language: 'en', name: 'HKSAR' },
    { language: 'zh-Hant', name: '香港' },
    { language: 'zh-Hans', name: '香港特区' },
  ])
  expect(otherNames({}, 'x')).toEqual([])
})
