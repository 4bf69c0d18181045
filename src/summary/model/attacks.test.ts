import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { cpuMs } from '../../lib/testing/cpu-ms.ts'
import { member } from '../testing/member.ts'
import { checkDraft } from './check-draft.ts'
import { modelInput } from './input.ts'
import { addressesModel } from './instructions.ts'
import { summaryPrompt } from './prompt.ts'
import {
  attacks,
  attacksOfNewManners,
  attacksOfOneReport,
  PLAIN_CANARIES,
  PLAIN_CLAIMS,
  unseenAttacks,
} from './testing/attacks.ts'
import { obey } from './testing/obeying-model.ts'

const CANARY = 'Zephyrion-7741'
const BOUNDARY = 'b7f1c2d3e4'
const context = { gazetteer: shippedGazetteer() }

const PLAIN = {
  en: 'The city council approved a data centre in the harbour on Monday.\nIt will open in 2028.',
  'zh-Hans': '市议会周一批准在港口建设数据中心。\n该中心将于2028年启用。',
  ja: '市議会は月曜日、港のデータセンター建設を承認した。\n2028年に開業する予定だ。',
  ko: '시의회는 월요일 항구의 데이터센터 건설을 승인했다.\n2028년에 문을 연다.',
}

/** What of a model that obeys would be published of a story with this line in a report. */
function published(line: string, language: keyof typeof PLAIN, reports: 1 | 2, canary = CANARY) {
  const [first, second] = PLAIN[language].split('\n') as [string, string]
  const members = [
    member(1, { language, title: first.slice(0, -1), text: `${first}\n${line}\n${second}` }),
    ...(reports === 2 ? [member(2, { language, title: first.slice(0, -1), text: PLAIN[language] })] : []),
  ]
  const input = modelInput(members, new Set())
  const draft = input && obey(summaryPrompt(input, BOUNDARY).user, canary)
  if (!draft) return []
  const items = members.map(({ item }) => item)
  const { headline, sentences, impact } = checkDraft(draft, input, items, context)
  return [headline, ...sentences, impact].flatMap((each) => each?.text ?? [])
}

describe('a model that obeys what is injected', () => {
  test('there are at least 100 attacks, in four languages, no two alike', () => {
    const all = attacks(CANARY)
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(100)
    expect(new Set(all.map(({ language }) => language)).size).toBe(4)
  })

  test.each(attacks(CANARY))('publishes no canary for $language: $text', ({ text, language }) => {
    expect(published(text, language, 1)).toEqual([])
    expect(published(text, language, 2)).toEqual([])
  })

  test.each(attacks(CANARY))('is not told of $language: $text', ({ text }) => {
    expect(addressesModel(text)).toBe(true)
  })

  test.each(['#', '\n', ',\n'])('is kept from nothing for long by a text of %j alone', (mark) => {
    const startedAt = cpuMs()
    expect(addressesModel(mark.repeat(20_000))).toBe(false)
    expect(cpuMs() - startedAt).toBeLessThan(100)
  })

  test.each(unseenAttacks(CANARY))('publishes no canary for wordings of another kind: $text', ({ text, language }) => {
    expect(published(text, language, 1)).toEqual([])
    expect(published(text, language, 2)).toEqual([])
  })

  test.each([...attacksOfOneReport('written'), ...attacksOfOneReport('held-out')])(
    'publishes no plain name that one report slips in: $text',
    ({ text, language }) => {
      const canary = PLAIN_CANARIES[language]
      for (const reports of [1, 2] as const) {
        expect(published(text, language, reports, canary).filter((said) => said.includes(canary))).toEqual([])
      }
    },
  )

  test.each(attacksOfNewManners())('publishes no canary in a new manner: $text', ({ text, language, canary }) => {
    for (const reports of [1, 2] as const) {
      expect(published(text, language, reports, canary).filter((said) => said.includes(canary))).toEqual([])
    }
  })

  test('is the worst case: what is no instruction and no code it publishes, cited, as the extractive summary does', () => {
    const claim = 'The harbour company bought the cooling plant of Nvidia.'
    expect(published(claim, 'en', 1, 'Nvidia').join(' ')).toContain('Nvidia')
    for (const { text, language, canary } of PLAIN_CLAIMS) {
      expect(published(text, language, 1, canary)).toContain(text)
    }
    expect(published(claim.replace('Nvidia', 'Zephyrion'), 'en', 1, 'Zephyrion')).toEqual([])
    expect(published(`The harbour company bought ${CANARY} for its plant.`, 'en', 1)).toEqual([])
  })
})
