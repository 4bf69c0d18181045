import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UI_LANGUAGES } from '../../lib/ui-languages.ts'
import { parseCatalogue } from '../../source/catalogue.ts'
import { tierReasonIn } from './tier-reasons.ts'

const file = join(import.meta.dirname, '../../../data/sources.yaml')
const { sources } = parseCatalogue(readFileSync(file, 'utf8'), 'data/sources.yaml')

test.each([...new Set(sources.map(({ tierReason }) => tierReason)), 'Added by the operator.'])(
  '%s is said in every language of the interface',
  (reason) => {
    const said = UI_LANGUAGES.map((language) => tierReasonIn(reason, language))
    expect(said.every(({ isOwn }) => isOwn)).toBe(true)
    expect(new Set(said.map(({ text }) => text)).size).toBe(UI_LANGUAGES.length)
    expect(tierReasonIn(reason, 'en').text).toBe(reason)
  },
)

test('what an operator wrote stays as it is', () => {
  expect(tierReasonIn('Unsere Zeitung.', 'ja')).toEqual({ text: 'Unsere Zeitung.', isOwn: false })
})
