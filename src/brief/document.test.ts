import { describe, expect, test } from 'vitest'
import { UI_LANGUAGES, type UiLanguage } from '../lib/ui-languages.ts'
import { rankStory } from '../rank/rank.ts'
import type { Coverage } from '../story/types.ts'
import { BRIEF_WORDS } from './brief-words.ts'
import { briefDocument } from './document.ts'
import type { Edition, WrittenStory } from './edition.ts'
import { renderHtmlMail } from './html-mail.ts'
import { escapeMarkdown, renderMarkdown } from './markdown.ts'
import { renderPlainText } from './plain-text.ts'

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
const SOURCES = {
  11: { publisher: 'Straits Ledger', title: 'Funds back Halden', url: 'https://straits.example/a?b=(1)' },
  12: { publisher: 'Kawan', title: 'Halden', url: 'javascript:alert(1)' },
}

const edition = (
  stories: readonly WrittenStory[],
  more: Partial<Edition<WrittenStory>> = {},
): Edition<WrittenStory> => ({
  date: '2026-11-23',
  timeZone: 'UTC',
  window: { from: 0, to: 1 },
  stories: stories.map((each) => ({ story: each })),
  also: [],
  toWatch: [],
  corrections: [],
  total: stories.length,
  sources: SOURCES,
  ...more,
})

const options = (language: UiLanguage = 'en') => ({
  language,
  storyUrl: (id: number) => `https://auspex.example/s/${id}`,
})
const markdownOf = (of: Edition<WrittenStory>, language?: UiLanguage) =>
  renderMarkdown(briefDocument(of, options(language)))

const FULL = edition([story], {
  also: [{ ...story, id: 8 }],
  toWatch: [{ story: { ...story, id: 9 }, owners: 3, hours: 1 }],
  corrections: [
    { storyId: 5, headline: 'Old news', what: 'retracted', reason: 'it was a hoax' },
    { storyId: 6, headline: 'Quillon lays off', what: 'corrected', reason: '', sentence: 'It dismisses 1,900.' },
  ],
  changes: {
    before: '2026-11-22',
    carried: [
      { id: 7, headline: 'Halden raises $410m', from: 3, to: 1 },
      { id: 8, headline: 'Same', from: 2, to: 2 },
    ],
    gone: [{ id: 4, headline: 'Gone' }],
    fresh: 1,
  },
})

function hostileEdition(text: string): Edition<WrittenStory> {
  const sentences = [{ text: `2026. ${text}`, language: 'en', citations: [cite(11)] }]
  const sources = { 11: { publisher: text, title: text, url: 'https://x.example/>\n<b>' } }
  const headline = { ...story.headline, text }
  return edition([{ ...story, headline, summary: { ...story.summary, sentences } }], { sources })
}

describe('as Markdown', () => {
  test('writes the day', () => {
    expect(markdownOf(FULL)).toBe(`# Brief of 2026\\-11\\-23

A quiet day: 1 story reached the bar.

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

## To watch

- [Halden raises $410m](<https://auspex.example/s/9>) · 3 owners in 1 hour, and growing

## Corrections

- Retracted: [Old news](<https://auspex.example/s/5>) — it was a hoax
- Corrected: [Quillon lays off](<https://auspex.example/s/6>) — no longer says “It dismisses 1,900.”

## Since yesterday’s brief

- [Halden raises $410m](<https://auspex.example/s/7>) · from place 3 to 1
- [Same](<https://auspex.example/s/8>) · still 2
- [Gone](<https://auspex.example/s/4>) · no longer in the brief
- 1 story is new.

*Summaries are the sources’ own sentences.*
`)
  })

  test('says of a kept edition, at the story itself, what became of it since', () => {
    const amendments = [
      { storyId: 7, headline: 'Halden raises $410m', what: 'retracted', reason: 'it was a hoax', at: 5 },
      { storyId: 99, headline: 'Not in it', what: 'retracted', reason: 'nor this', at: 6 },
    ] as const
    const written = markdownOf(edition([story], { amendments }))
    expect(written).toMatch(/s\/7>\)\n\n\*\*Since this edition:\*\*\n\n- \*\*Retracted.*it was a hoax\n\nHalden raised/)
    expect(written).not.toContain('nor this')
  })

  test('says the language of a headline that is not in the document’s', () => {
    const ja = briefDocument(FULL, { language: 'ja', storyUrl: (id) => `https://auspex.example/s/${id}` })
    expect(renderMarkdown(ja)).toContain('## 1. [Halden raises $410m](<https://auspex.example/s/7>) \\(英語\\)')
  })

  test('says that a day was quiet', () => {
    expect(markdownOf(edition([]))).toBe('# Brief of 2026\\-11\\-23\n\nA quiet day: no story reached the bar.\n')
  })

  test('lets nothing from outside be more than text', () => {
    const hostile = '](javascript:x) <script>alert(1)</script>\n# Heading\n- list `code` *bold* ![i](http://x)'
    const markdown = markdownOf(hostileEdition(hostile))
    expect(markdown).not.toMatch(/(?<!\\)<(?!https:)/)
    expect(markdown.match(/^#/gm)).toHaveLength(2)
    expect(markdown).not.toMatch(/(?<!\\)[`]|(?<!\\)!\[|\]\(javascript/)
    expect(markdown).toContain('2026\\. ')
    expect(markdown).toContain('(<https://x.example/%3E%0A%3Cb%3E>)')
  })

  test.each(UI_LANGUAGES)('speaks %s', (language) => {
    const markdown = markdownOf(FULL, language)
    expect(markdown).toContain(BRIEF_WORDS[language].independent(1))
    expect(markdown).not.toMatch(/undefined|\{|\}/)
  })
})

describe('as plain text', () => {
  const text = (of: Edition<WrittenStory>) => renderPlainText(briefDocument(of, options()))

  test('underlines headings, keeps lines short and addresses whole', () => {
    const written = text(FULL)
    expect(written).toContain('1. Halden raises $410m\n----------------------\n<https://auspex.example/s/7>\n')
    expect(written).toContain('Halden raised $410 million. [1][2] Two funds led. [2]')
    expect(written).toContain('- [1] Straits Ledger: Funds back Halden\n  <https://straits.example/a?b=(1)>')
    expect(Math.max(...written.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76)
  })
})

describe('as an HTML mail', () => {
  const html = (of: Edition<WrittenStory>) =>
    renderHtmlMail(briefDocument(of, options()), { language: 'en', title: 'T', foot: [[{ text: 'Bye' }]] })

  test('links stories and sources', () => {
    const written = html(FULL)
    expect(written).toContain('<a href="https://auspex.example/s/7" style="color:#1b1a17">Halden raises $410m</a>')
    expect(written).toContain('<b>Why</b> The newest report')
    expect(written).not.toContain('javascript:')
  })

  test('says which way a text runs that runs from right to left', () => {
    const blocks = [
      {
        type: 'paragraph',
        runs: [
          { text: 'مركز بيانات.', lang: 'ar' },
          { text: 'データ', lang: 'ja' },
        ],
      },
    ] as const
    const written = renderHtmlMail(blocks, { language: 'en', title: 'T', foot: [] })
    expect(written).toContain('<span lang="ar" dir="rtl">مركز بيانات.</span><span lang="ja">データ</span>')
  })

  test('lets nothing from outside be more than text', () => {
    const written = html(hostileEdition('"><script>alert(1)</script><img src=x onerror=y>'))
    expect(written).not.toMatch(/<script|<img|x\.example\/>/)
    expect(written).toContain('&lt;script&gt;')
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
