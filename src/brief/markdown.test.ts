import { describe, expect, test } from 'vitest'
import { rankStory } from '../rank/rank.ts'
import { REASON_LANGUAGES } from '../rank/reason-messages.ts'
import type { Coverage } from '../story/types.ts'
import { BRIEF_WORDS } from './brief-words.ts'
import { briefMarkdown, escapeMarkdown, type MarkdownOptions, type WrittenStory } from './markdown.ts'

const coverage: Coverage = {
  independent: 1,
  reports: 1,
  copies: 0,
  echoes: 2,
  mentions: 0,
  bestTier: 2,
  familiesByTier: [0, 1, 0, 0],
  languages: ['en'],
  originalItemId: 11,
  firstPublishedAt: 0,
  lastReportAt: 0,
}
const explanation = rankStory(
  {
    independent: 1,
    familiesByTier: [0, 1, 0, 0],
    hasPrimaryDocument: false,
    kind: 'funding',
    tellingNames: 0,
    earlierStories: 0,
    firstPublishedAt: 0,
    lastReportAt: 0,
  },
  0,
)
const cite = (itemId: number) => ({ itemId, start: 0, end: 1, quote: 'x' })
const story: WrittenStory = {
  id: 7,
  score: explanation.value,
  kind: 'funding',
  entityIds: [],
  headline: { text: 'Halden raises $410m', language: 'en', itemId: 11 },
  summary: {
    method: 'extractive',
    sentences: [
      { text: 'Halden raised $410 million.', language: 'en', citations: [cite(11), cite(12)] },
      { text: 'Two funds led.', language: 'en', citations: [cite(12)] },
    ],
    impact: { text: 'Prices could fall.', language: 'en', citations: [cite(13)] },
    droppedCount: 1,
  },
  explanation,
  coverage,
}
const options: MarkdownOptions = {
  date: '2026-11-23',
  language: 'en',
  storyUrl: (id) => `https://auspex.example/s/${id}`,
  source: (itemId) =>
    ({
      11: { publisher: 'Straits Ledger', title: 'Funds back Halden', url: 'https://straits.example/a?b=(1)' },
      12: { publisher: 'Kawan', title: 'Halden', url: 'javascript:alert(1)' },
    })[itemId],
}
const brief = (stories: readonly WrittenStory[], also: readonly WrittenStory[] = []) => ({
  window: { from: 0, to: 1 },
  stories: stories.map((each) => ({ story: each })),
  also,
  total: stories.length + also.length,
})

describe('briefMarkdown', () => {
  test('writes the day', () => {
    expect(briefMarkdown(brief([story], [{ ...story, id: 8 }]), options)).toBe(`# Brief of 2026\\-11\\-23

## 1. [Halden raises $410m](<https://auspex.example/s/7>)

Halden raised $410 million. \\[1\\]\\[2\\] Two funds led. \\[2\\]

1 sentence dropped: not supported by a source.

**Impact** Prices could fall. \\[3\\]

46.64 of 100 · 1 independent source · 2 echoes

**Why** The newest report is less than an hour old, the best source is a newsroom that reports, and 1 independent source reports it.

Sources:

- \\[1\\] Straits Ledger: [Funds back Halden](<https://straits.example/a?b=(1)>)
- \\[2\\] Kawan: Halden

## Also

- [Halden raises $410m](<https://auspex.example/s/8>) · 1 independent source

*Summaries are the sources’ own sentences.*
`)
  })

  test('says that a day was quiet', () => {
    expect(briefMarkdown(brief([]), options)).toBe(
      '# Brief of 2026\\-11\\-23\n\nA quiet day: no story reached the bar.\n',
    )
  })

  test('lets nothing from outside be more than text', () => {
    const hostile = '](javascript:x) <script>alert(1)</script>\n# Heading\n- list `code` *bold* ![i](http://x)'
    const markdown = briefMarkdown(
      brief([
        {
          ...story,
          headline: { ...story.headline, text: hostile },
          summary: {
            ...story.summary,
            sentences: [{ text: `2026. ${hostile}`, language: 'en', citations: [cite(11)] }],
          },
        },
      ]),
      { ...options, source: () => ({ publisher: hostile, title: hostile, url: 'https://x.example/>\n<b>' }) },
    )
    expect(markdown).not.toMatch(/(?<!\\)<(?!https:)/)
    expect(markdown.match(/^#/gm)).toHaveLength(2)
    expect(markdown).not.toMatch(/(?<!\\)[`]|(?<!\\)!\[|\]\(javascript/)
    expect(markdown).toContain('2026\\. ')
    expect(markdown).toContain('(<https://x.example/%3E%0A%3Cb%3E>)')
  })

  test.each(REASON_LANGUAGES)('speaks %s', (language) => {
    const markdown = briefMarkdown(brief([story]), { ...options, language })
    expect(markdown).toContain(BRIEF_WORDS[language].independent(1))
    expect(markdown).not.toMatch(/undefined|\{|\}/)
  })
})

test('escapeMarkdown escapes a number only where it would open a list', () => {
  expect(escapeMarkdown('1. At 2.5 per cent')).toBe('1\\. At 2.5 per cent')
})

test('A6 #9: one is singular', () => {
  const { en } = BRIEF_WORDS
  expect([en.independent(1), en.echoes(1), en.copies(1)]).toEqual(['1 independent source', '1 echo', '1 copy'])
  expect([en.independent(2), en.echoes(0), en.copies(2)]).toEqual(['2 independent sources', '0 echoes', '2 copies'])
})
