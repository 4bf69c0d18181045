import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MEASURED_STORY_ERRORS } from './measured-story-errors.ts'

test('the methods page and docs/stories.md say the same', () => {
  const page = readFileSync(new URL('../../docs/stories.md', import.meta.url), 'utf8')
  for (const { strangersPercent, missingPercent } of MEASURED_STORY_ERRORS) {
    expect(page).toContain(`| ${strangersPercent.toFixed(1)} % | ${missingPercent.toFixed(1)} % |`)
  }
})
