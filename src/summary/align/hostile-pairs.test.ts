import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { shippedGazetteer } from '../../entity/testing/shipped.ts'
import { detectLanguage } from '../../item/language.ts'
import { checkAgainst } from './check-against.ts'
import { WordRelations } from './word-relations.ts'

/*
 * One report in four languages, and what a hostile reader would ask `auspex check` of it. Not among them, for it is told wrong: "Larkspur now owns
 * Tern" passes, as nothing knows that who buys owns; "Mira Olsson said that the company will not cut jobs" is refused.
 */
const relations = new WordRelations(readFileSync(new URL('../../../data/english-words.tsv', import.meta.url), 'utf8'))
const context = { gazetteer: shippedGazetteer(), relations, languageOf: (text: string) => detectLanguage(text) }

const REPORTS = {
  en: {
    report:
      'Larkspur said on Monday that it plans to acquire Tern, a mapping company, for $1.2 billion. The deal has not been approved by regulators. Revenue at Tern fell 12% to $300 million last year, less than that of its rival Osprey. Chief executive Mira Olsson said: “We will not cut jobs.” The companies may merge their offices in Oslo by March 2027.',
    says: [
      'Larkspur plans to acquire Tern for $1.2 billion.',
      'Larkspur intends to buy the mapping company Tern for 1.2 billion dollars.',
      'Regulators have not approved the deal.',
      'The deal has yet to be approved by regulators.',
      "Tern's revenue fell 12% to $300 million last year.",
      "Tern's revenue dropped by 12 percent last year.",
      'The companies may merge their offices in Oslo by March 2027.',
      'Larkspur, which said so on Monday, plans to acquire Tern.',
    ],
    saysNot: [
      'Larkspur has acquired Tern for $1.2 billion.',
      'Larkspur acquired Tern, a mapping company.',
      'Larkspur completed its acquisition of Tern for $1.2 billion.',
      'Regulators approved the deal.',
      'The deal was approved by regulators.',
      'Revenue at Tern rose 12% to $300 million last year.',
      "Tern's revenue fell 21% to $300 million last year.",
      'Revenue at Tern was more than that of its rival Osprey.',
      'Revenue at Osprey was less than that of Tern.',
      'Mira Olsson said that the company will cut jobs.',
      'Mira Olsson said: “We are very happy.”',
      'The companies merged their offices in Oslo.',
      'The companies will merge their offices in Oslo by March 2027.',
      'The companies may merge their offices in Bergen by March 2027.',
      'The companies may merge their offices in Oslo by May 2027.',
      'Larkspur plans to acquire Tern because its own maps are poor.',
      'Osprey plans to acquire Tern for $1.2 billion.',
      'Tern plans to acquire Larkspur for $1.2 billion.',
      'Larkspur dropped its plan to acquire Tern.',
      'Larkspur plans to acquire Tern for €1.2 billion.',
      'Larkspur plans to acquire Tern for $1.2 million.',
      'Shareholders of Larkspur cheered the news.',
    ],
  },
  zh: {
    report:
      '海登公司周一宣布计划以12亿美元收购燕鸥公司。监管部门尚未批准该交易。燕鸥去年营收下降12%至3亿美元。两家公司可能合并奥斯陆的办事处。',
    says: [
      '海登公司计划以12亿美元收购燕鸥公司。',
      '监管部门尚未批准海登公司的交易。',
      '燕鷗去年營收下降12%至3億美元。',
    ],
    saysNot: [
      '海登公司已以12亿美元收购燕鸥公司。',
      '监管部门已批准该交易。',
      '燕鸥去年营收增长12%。',
      '海登公司计划以13亿美元收购燕鸥公司。',
      '两家公司合并了奥斯陆的办事处。',
      '海登公司因地图质量差计划收购燕鸥公司。',
    ],
  },
  ja: {
    report:
      'ハルデンは月曜日、12億ドルでターン社を買収する計画を発表した。規制当局はまだ取引を承認していない。ターン社の売上高は昨年12%減の3億ドルだった。',
    says: ['ハルデンは12億ドルでターン社を買収する計画だ。', '規制当局は取引を承認していない。'],
    saysNot: [
      'ハルデンは12億ドルでターン社を買収した。',
      '規制当局は取引を承認した。',
      'ターン社の売上高は昨年12%増加した。',
      'ハルデンは13億ドルでターン社を買収する計画だ。',
    ],
  },
  ko: {
    report:
      '할덴은 월요일 12억 달러에 턴을 인수할 계획이라고 발표했다. 규제 당국은 아직 거래를 승인하지 않았다. 턴의 매출은 지난해 12% 감소한 3억 달러였다.',
    says: ['할덴은 12억 달러에 턴을 인수할 계획이다.', '규제 당국은 거래를 승인하지 않았다.'],
    saysNot: [
      '할덴은 12억 달러에 턴을 인수했다.',
      '규제 당국은 거래를 승인했다.',
      '턴의 매출은 지난해 12% 증가했다.',
      '할덴은 13억 달러에 턴을 인수할 계획이다.',
    ],
  },
} as const

describe.each(Object.entries(REPORTS))('of a report in %s', (_language, { report, says, saysNot }) => {
  test.each(says)('passes: %s', (summary) => {
    expect(checkAgainst(summary, [report], context)).toMatchObject({ supported: true })
  })

  test.each(saysNot)('refuses: %s', (summary) => {
    expect(checkAgainst(summary, [report], context)).toMatchObject({ supported: false })
  })
})
