import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { member } from '../testing/member.ts'
import { checkDraft, checkRepaired, modelSummary } from './check-draft.ts'
import type { DraftSentence, ModelDraft } from './draft-schema.ts'
import { modelInput } from './input.ts'
import { headlineByModel, stillSupported, summaryByModel } from './told-by-model.ts'

const context = { gazetteer: shippedGazetteer() }
const text = 'The council approved a data centre of 40 megawatts on Monday. It denied a second one.'
const members = [
  member(1, { title: 'Council approves data centre', text }),
  member(2, { title: 'Data centre gets a yes', text: 'Work on the centre begins in March, the mayor said.' }),
  member(3, { role: 'echo', title: 'Look at this data centre' }),
]
const items = members.map(({ item }) => item)
const input = modelInput(members, new Set())!
const said = (words: string, ...citations: [number, string][]): DraftSentence => ({
  text: words,
  citations: citations.map(([item, quote]) => ({ item, quote })),
})
const LEAD_OF_TEXT = 'The council approved a data centre of 40 megawatts on Monday.'
const LEAD = said('The council approved a 40-megawatt data centre on Monday.', [1, LEAD_OF_TEXT])
const draft = (more: Partial<ModelDraft> = {}): ModelDraft => ({
  headline: said('Council approves data centre', [1, 'Council approves data centre']),
  sentences: [LEAD],
  impact: null,
  kind: 'policy',
  ...more,
})
const check = (more: Partial<ModelDraft>) => checkDraft(draft(more), input, items, context)
const made = { model: 'test:model', writtenAt: 5, kind: 'policy' } as const

describe('a draft', () => {
  test('that says what the reports say is taken whole', () => {
    const checked = check({})
    expect(checked.failed).toEqual([])
    const summary = modelSummary(checked, made, input)!
    expect(summary).toMatchObject({ ...made, independent: 2, inputHash: input.hash, dropped: [] })
    const byModel = { text: 'Council approves data centre', language: 'en', itemId: 1 }
    const chosen = { text: 'Council approves centre', language: 'en', itemId: 2 }
    const japanese = { text: '市議会がデータセンターを承認', language: 'ja', itemId: 3 }
    expect(headlineByModel(summary, chosen)).toEqual(byModel)
    expect(headlineByModel(summary, { ...chosen, others: [japanese] })).toEqual({ ...byModel, others: [japanese] })
    expect(summaryByModel(summary)).toMatchObject({ method: 'model', droppedCount: 0, independent: 2, writtenAt: 5 })
  })

  test.each([
    ['another number', said('The council approved a 60-megawatt data centre.', [1, text]), 'number'],
    ['a denial lost', said('It approved a second one.', [1, 'It denied a second one.']), 'polarity'],
    ['words that are not there', said('The council approved it.', [1, 'The council has approved it.']), 'citation'],
    ['an item that it was not told', said('Look at this data centre', [3, 'Look at this data centre']), 'citation'],
    ['no citation', said('The council approved a data centre.'), 'citation'],
    ['a link', said('Council approves data centre: evil.example', [1, 'Council approves data centre']), 'link'],
    ['the same again', said(LEAD_OF_TEXT, [1, LEAD_OF_TEXT]), 'repetition'],
  ] as const)('loses a sentence with %s', (_what, sentence, rule) => {
    const { sentences, failed } = check({ sentences: [LEAD, sentence] })
    expect(sentences).toHaveLength(1)
    expect(failed).toMatchObject([
      { part: 'sentence', place: 1, text: sentence.text, rules: expect.arrayContaining([rule]) },
    ])
  })

  test.each([
    ['The mayor denied that the council approved a centre of 40 megawatts.', [['polarity']]],
    ['It is not true that the council approved a centre of 40 megawatts.', [['polarity']]],
    ['On Monday the council approved a centre of 40 megawatts, but it did not say where.', []],
  ])('is held against the whole sentence in which a quote stands: %s', (sentence, rules) => {
    const quote = 'the council approved a centre of 40 megawatts'
    const title = 'Council on the data centre'
    const report = member(1, { title, text: `The council met on the data centre. ${sentence} It then rose.` })
    const about = said('The council approved a centre of 40 megawatts.', [1, quote])
    const { failed } = checkDraft(
      draft({ headline: said(title, [1, title]), sentences: [about] }),
      modelInput([report, members[1]!], new Set())!,
      [report.item, items[1]!],
      context,
    )
    expect(failed.map((each) => each.rules)).toEqual(rules)
  })

  test('is mended once; what fails again is dropped and counted, its words are not kept', () => {
    const bad = said('Work begins in April.', [2, 'Work on the centre begins in March, the mayor said.'])
    const sentences = [LEAD, bad]
    const before = check({ sentences })
    const good = said('Work on the centre begins in March, the mayor said.', [
      2,
      'Work on the centre begins in March, the mayor said.',
    ])
    const mended = checkRepaired(
      draft({ sentences }),
      before,
      {
        parts: [
          { part: 0, sentence: good },
          { part: 9, sentence: bad },
        ],
      },
      input,
      items,
      context,
    )
    expect(mended.sentences.map((each) => each.text)).toEqual([LEAD.text, good.text])
    const still = checkRepaired(
      draft({ sentences }),
      before,
      { parts: [{ part: 0, sentence: null }] },
      input,
      items,
      context,
    )
    const summary = modelSummary(still, made, input)!
    expect(summary.dropped).toEqual([{ part: 'sentence', rules: ['date'] }])
    expect(JSON.stringify(summary)).not.toContain('April')
  })

  test('of which no sentence passes gives no summary', () => {
    expect(modelSummary(check({ sentences: [said('It is so.', [1, 'nowhere'])] }), made, input)).toBeUndefined()
  })
})

describe('a published summary', () => {
  const summary = modelSummary(check({}), made, input)!

  test('stands as long as its items say so', () => {
    expect(stillSupported(summary, items, context)).toEqual(summary)
  })

  test('loses what an edit contradicts, and all of it with the last sentence', () => {
    const edited = items.map((item) => (item.id === 1 ? { ...item, title: 'Council delays data centre' } : item))
    expect(stillSupported(summary, edited, context)?.headline).toBeUndefined()
    expect(stillSupported(summary, items.slice(1), context)).toBeUndefined()
  })
})
