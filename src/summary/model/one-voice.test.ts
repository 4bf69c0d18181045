import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { member } from '../testing/member.ts'
import { modelInput } from './input.ts'
import { oneVoiceRuleBroken } from './one-voice.ts'

const context = { gazetteer: shippedGazetteer() }
const title = 'Council approves data centre in the harbour'
const LEAD = 'The council approved the data centre after a debate of nine hours.'

/** What breaks of a sentence that says its quotes again, in a story of these texts. */
function broken(said: string, quotes: readonly string[], texts: readonly string[], titles = [title]) {
  const members = texts.map((text, index) => member(index + 1, { title: titles[index] ?? title, text }))
  const items = new Map(members.map(({ item }) => [item.id, item]))
  const citations = quotes.map((quote) => {
    const { item } = members.find((each) => `${each.item.title}\n${each.item.text}`.includes(quote))!
    const start = `${item.title}\n${item.text}`.indexOf(quote)
    return { itemId: item.id, start, end: start + quote.length, quote }
  })
  return oneVoiceRuleBroken({ text: said, language: 'en', citations }, items, modelInput(members, new Set())!, context)
}

describe('what one report alone says', () => {
  test.each([
    ['its own words are kept', LEAD, [LEAD], undefined],
    ['shortened too', 'The council approved the data centre.', [LEAD], undefined],
    ['other words are not', 'Officials voted in favour of the facility.', [LEAD], 'coverage'],
    ['the title may be cited', title, [title], undefined],
    ['a note is no report', 'Style guide: say data centre.', ['Style guide: say data centre.'], 'instruction'],
    ['nor is a word to the reader', 'You can see the harbour.', ['You can see the harbour.'], 'instruction'],
    ['a name said once', 'Arun Pillai praised the council.', ['Arun Pillai praised the council.'], 'uncorroborated'],
    ['a name said twice', 'Maria Castel led the debate.', ['Maria Castel led the debate on the centre.'], undefined],
    ['another subject', 'Shares of Nvidia rose.', ['Shares of Nvidia rose.'], 'off-topic'],
    ['what happened besides, to nobody', 'It rained all night.', ['It rained all night.'], undefined],
  ] as const)('in a story of one report: %s', (_what, said, quotes, rule) => {
    const text = [LEAD, ...quotes, 'Maria Castel spoke last.'].join(' ')
    expect(broken(said, quotes, [text])).toBe(rule)
  })

  test('whom the first sentence names the story is about, if it says what the title says', () => {
    const lead = 'The council approved the data centre of Corvid Tideway on Monday.'
    expect(broken(lead, [lead], [`${lead} It rained.`])).toBeUndefined()
    const other = 'Corvid Tideway is hiring.'
    expect(broken(other, [other], [`${other} ${LEAD}`])).toBe('uncorroborated')
  })

  test('another report bears out a name, a subject and other words', () => {
    const quote = 'Arun Pillai of the bakery objected to the plan.'
    const first = `${LEAD} ${quote}`
    expect(broken(quote, [quote], [first])).toBe('uncorroborated')
    expect(broken(quote, [quote], [first, 'The plan was opposed by Arun Pillai.'])).toBeUndefined()
    expect(broken('Officials backed the data centre.', [LEAD], [first, 'Officials backed it.'])).toBeUndefined()
  })

  test('a second report quoted beside it bears nothing out', () => {
    const quote = 'Arun Pillai praised the council.'
    const other = 'The council will meet again in spring.'
    expect(broken(`${quote} ${other}`, [quote, other], [`${LEAD} ${quote}`, other])).toBe('uncorroborated')
  })

  test('what somebody says in quotation marks is no word to the reader; a label before it is one', () => {
    const quote = 'The mayor told the council: “You will thank us.”'
    expect(broken(quote, [quote], [`${LEAD} ${quote}`, 'The mayor told the council so.'])).toBe('instruction')
    const spoken = 'The mayor said of the centre that “you will thank us”.'
    expect(broken(spoken, [spoken], [`${LEAD} ${spoken}`])).toBeUndefined()
  })
})
