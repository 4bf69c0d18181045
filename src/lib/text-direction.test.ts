import { expect, test } from 'vitest'
import { textDirection } from './text-direction.ts'

test.each(['ar', 'ar-EG', 'he', 'iw', 'fa', 'fa-IR', 'ur', 'ps', 'ckb', 'dv', 'yi', 'ug', 'pa-Arab', 'uz-Arab', 'nqo'])(
  '%s runs from right to left',
  (language) => {
    expect(textDirection(language)).toBe('rtl')
  },
)

test.each(['en', 'zh-Hant', 'ja', 'ko', 'tr', 'pa', 'uz', 'az', 'he-Latn', 'und', 'mul', '', 'not a tag'])(
  '%j does not',
  (language) => {
    expect(textDirection(language)).toBeUndefined()
  },
)
