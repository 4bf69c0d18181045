import { expect, test } from 'vitest'
import { replayPage } from './replay-page.ts'

const RESULT = { items: 3, storiesBefore: 2, storiesAfter: 1 } as Parameters<typeof replayPage>[0]

test('a headline that is markup stays text, and every changed setting is named', () => {
  const html = replayPage(
    RESULT,
    [{ what: 'merge', stories: [4, 7], headlines: ['4 <script>alert(1)</script>', '7 “R&D” in Seoul'] }] as Parameters<
      typeof replayPage
    >[1],
    { joinLevel: 0.9, mergeLevel: 0.8 },
  )
  expect(html).not.toContain('<script')
  expect(html).toContain('4 &lt;script&gt;alert(1)&lt;/script&gt;<br>7 “R&amp;D” in Seoul')
  expect(html).toContain('<code>joinLevel = 0.9</code>, <code>mergeLevel = 0.8</code>')
  expect(html).toContain('3 items: 2 stories now, 1 with')
})
