import type { UiLanguage } from '../../lib/ui-languages.ts'
import { counted } from './counted.ts'

/** Texts about the balance of reports and sources. */
export interface BalanceMessages {
  /** Number of reports, and of the countries and languages known for them. */
  readonly ofStory: (reports: number, countries: number, languages: number) => string
  readonly head: string
  readonly noOneCountry: string
  readonly notKnown: string
  readonly whole: string
  readonly weekItems: string
  /** Languages, types or hubs without a source. */
  readonly none: (list: string) => string
  /** Shown if a story list filtered by language is empty. */
  readonly inLanguage: (sources: number, language: string) => string
}

export const BALANCE_MESSAGES: Readonly<Record<UiLanguage, BalanceMessages>> = {
  en: {
    ofStory: (reports, countries, languages) =>
      [
        counted('en', reports, { one: '# independent report', other: '# independent reports' }),
        counted('en', countries, { one: '# country', other: '# countries' }),
        counted('en', languages, { one: '# language', other: '# languages' }),
      ].join(' · '),
    head: 'Balance',
    noOneCountry: 'of no one country',
    notKnown: 'not known',
    whole: 'All, with the items of the last week',
    weekItems: 'Items, last week',
    none: (list) => `No source: ${list}.`,
    inLanguage: (sources, language) =>
      sources === 0
        ? `No source in ${language} is read.`
        : `${counted('en', sources, { one: '# source', other: '# sources' })} in ${language} ${sources === 1 ? 'is' : 'are'} read.`,
  },
  'zh-Hans': {
    ofStory: (reports, countries, languages) =>
      `${reports} 篇独立报道 · ${countries} 个国家或地区 · ${languages} 种语言`,
    head: '来源构成',
    noOneCountry: '不属单一国家',
    notKnown: '不详',
    whole: '全部，含近一周内容',
    weekItems: '近一周则数',
    none: (list) => `没有来源：${list}。`,
    inLanguage: (sources, language) => `本站有 ${sources} 个${language}来源。`,
  },
  'zh-Hant': {
    ofStory: (reports, countries, languages) =>
      `${reports} 篇獨立報道 · ${countries} 個國家或地區 · ${languages} 種語言`,
    head: '來源構成',
    noOneCountry: '不屬單一國家',
    notKnown: '不詳',
    whole: '全部，含近一週內容',
    weekItems: '近一週則數',
    none: (list) => `沒有來源：${list}。`,
    inLanguage: (sources, language) => `本站有 ${sources} 個${language}來源。`,
  },
  ja: {
    ofStory: (reports, countries, languages) => `独立した報道${reports}本 · ${countries}の国・地域 · ${languages}言語`,
    head: '情報源の構成',
    noOneCountry: '特定の国に属さない',
    notKnown: '不明',
    whole: '全体と直近1週間の記事',
    weekItems: '直近1週間の記事',
    none: (list) => `情報源なし：${list}。`,
    inLanguage: (sources, language) => `${language}の情報源は${sources}件です。`,
  },
  ko: {
    ofStory: (reports, countries, languages) =>
      `독립 보도 ${reports}건 · 국가·지역 ${countries}곳 · 언어 ${languages}개`,
    head: '출처 구성',
    noOneCountry: '특정 국가 없음',
    notKnown: '알 수 없음',
    whole: '전체와 지난 한 주의 글',
    weekItems: '지난 한 주의 글',
    none: (list) => `출처 없음: ${list}.`,
    inLanguage: (sources, language) => `${language} 출처는 ${sources}곳입니다.`,
  },
}
