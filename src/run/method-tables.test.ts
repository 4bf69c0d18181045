import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UI_LANGUAGES } from '../lib/ui-languages.ts'
import { WEIGHTS } from '../rank/weights.ts'
import { readSettings } from '../settings.ts'
import type { SiteDeps } from '../site/deps.ts'
import { METHOD_MESSAGES } from '../site/messages/methods.ts'
import { createSite } from '../site/site.ts'
import { NOON, sampleDeps } from '../site/testing/day.ts'
import { MEASURED_STORY_ERRORS } from '../story/measured-story-errors.ts'
import { methodTables } from './method-tables.ts'

const TABLES = methodTables(readSettings({}, {}))
const FIGURES = TABLES.flatMap(({ figures }) => figures)

let deps: SiteDeps
beforeAll(async () => {
  deps = await sampleDeps({ now: () => NOON })
})
afterAll(() => deps.store.close())

test('every setting of the schedule is explained in every language', () => {
  const names = TABLES.find(({ id }) => id === 'polling')!.figures.map(({ name }) => name)
  for (const language of UI_LANGUAGES) expect(Object.keys(METHOD_MESSAGES[language].polling)).toEqual(names)
})

describe.each(UI_LANGUAGES.filter((language) => language !== 'en'))('in %s', (language) => {
  const words = METHOD_MESSAGES[language]

  test('streams, units and constants of the rank have words', () => {
    expect(Object.keys(words.streams)).toEqual(MEASURED_STORY_ERRORS.map(({ stream }) => stream))
    const units = new Set(FIGURES.flatMap(({ unit }) => unit ?? []))
    expect([...units].filter((unit) => unit !== '%' && !words.units[unit])).toEqual([])
    const constants = WEIGHTS.filter(({ name, unit }) => unit === 'constant' && !/^(?:tier|kind)-/.test(name))
    expect(Object.keys(words.constants)).toEqual(constants.map(({ name }) => name))
  })

  test('the page has no English around its figures but the notes that it says are English', async () => {
    const site = await createSite({ ...deps, methods: TABLES })
    const page = await (await site.request(`/methods?lang=${language}`)).text()
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>')).replace(/<span lang="en">.*?<\/span>/g, '')
    for (const words of main.replace(/<[^>]*>/g, '\n').split('\n'))
      expect(words, 'three English words in a row').not.toMatch(/\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/)
    for (const { strangersPercent, missingPercent } of MEASURED_STORY_ERRORS)
      for (const percent of [strangersPercent, missingPercent]) expect(main).toContain(`${percent} %`)
  })
})
