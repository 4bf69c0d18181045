import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedLanguage } from '../lib/expected-language.ts'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { detectLanguage } from './language.ts'

describe('detectLanguage', () => {
  test.each([
    ['The city plans a second supercomputing centre next year', undefined, 'en'],
    ['La ciudad construirá un segundo centro de supercomputación el próximo año', undefined, 'es'],
    ['Die Stadt baut im nächsten Jahr ein zweites Rechenzentrum für künstliche Intelligenz', undefined, 'de'],
    ['Город построит второй суперкомпьютерный центр в следующем году', undefined, 'ru'],
    ['תחנת כוח חדשה למרכז הנתונים', undefined, 'he'],
    ['ศูนย์ข้อมูลแห่งใหม่จะเปิดปีหน้า', undefined, 'th'],
    ['ستبني المدينة مركزا جديدا للذكاء الاصطناعي في العام المقبل', undefined, 'ar'],
    ['Pemerintah mengatakan bahwa perusahaan bisa memakai pusat data baru', undefined, 'id'],
    ['Kerajaan berkata bahawa syarikat itu akan membina pusat data kerana permintaan', undefined, 'ms'],
    ['Pelancong maut dalam kemalangan di lebuh raya Khamis lepas', undefined, 'ms'],
    ['Gubernur meninjau tempat wisatawan di kabupaten itu pada hari Kamis', undefined, 'id'],
    // what its words leave open: the feed's word, then the number of speakers; a feed that is wrong does not stand against them
    ['Dia pergi ke sana dengan kawan lama', undefined, 'id'],
    ['Dia pergi ke sana dengan kawan lama', 'ms-MY', 'ms'],
    ['Kualitinya ditingkatkan untuk semua orang di sini', undefined, 'ms'],
    ['Perusahaan itu meluncurkan ponsel karena permintaan konsumen', 'ms', 'id'],
    ['Syarikat itu melancarkan telefon pintar kerana permintaan tempatan', 'id', 'ms'],
    // said of both alike: an official (id), an office (ms)
    ['Pejabat itu datang ke rumah kami semalam', 'id', 'id'],
    ['Pejabat itu datang ke rumah kami semalam', 'ms', 'ms'],
    // close languages
    ['Responsfrekvens efter sumatriptan nasalt och oralt', undefined, 'sv'],
    ['Informasjon om sikkerhet og frihet', undefined, 'nb'],
    ['Information om sikkerhed og frihed', undefined, 'da'],
    ['Мы открыли новый центр данных', undefined, 'ru'],
    ['Ми відкрили новий центр даних', undefined, 'uk'],
    ['Открихме нов център за данни със съвременна техника', undefined, 'bg'],
    ['इतना सुनते ही हृदय काँपने लगा', undefined, 'hi'],
    ['Hvorfor sluttet hun etter to år, og hva sier de andre nå?', undefined, 'nb'],
    ['Hvorfor sluttede hun efter to år, og hvad siger de andre nu?', undefined, 'da'],
    ['V teto souvislosti je treba uvest, ze jsou pro nas dulezite', undefined, 'cs'],
    ['अब हाथ में फूल लेकर सब के ऊपर रखना है', undefined, 'hi'],
    ['आता सरकारने नवीन योजना जाहीर केली आहे आणि काम सुरू झाले', undefined, 'mr'],
    ['היסטוריה של המוסד (日升昌), הבנק הראשון בסין', undefined, 'he'],
    ['Компания Huawei (华为) представила новую модель', 'zh-CN', 'ru'],
    // Chinese scripts
    ['香港特區政府公布人工智能發展藍圖', undefined, 'zh-Hant'],
    ['工信部发布人工智能产业发展规划', undefined, 'zh-Hans'],
    ['人工智能大模型', undefined, 'zh-Hans'],
    ['人工智能大模型', 'zh-TW', 'zh-Hant'],
    ['人工智能大模型', 'zh-HK', 'zh-Hant'],
    ['人工智能大模型', 'zh-CN', 'zh-Hans'],
    ['工信部发布规划', 'zh-TW', 'zh-Hans'],
    ['佢哋喺香港搞咗個AI實驗室', undefined, 'yue'],
    // Japanese with and without kana
    ['東京都がAI拠点の整備計画を発表', undefined, 'ja'],
    ['東京証券取引所、新指数発表', undefined, 'ja'],
    ['日本経済新聞', 'ja', 'ja'],
    ['鲜の每日生活馆开业典礼举行', undefined, 'zh-Hans'],
    // names of products in Latin letters
    ['Anthropic 发布 Claude Sonnet 4.6', undefined, 'zh-Hans'],
    ['Perplexity Personal Computer 및 Enterprise 확장', 'ko', 'ko'],
    ['OpenAI, GPT-6 출시', undefined, 'ko'],
    ['OpenAI、GPT-6を公開', undefined, 'ja'],
    ['The founder of Alibaba (阿里巴巴) said that the company would open its models', undefined, 'en'],
    ['The founder of Alibaba (阿里巴巴) said that the company would open its models to all of us', 'zh-CN', 'en'],
    // nothing to tell by
    ['', undefined, 'und'],
    ['12345 !!!', undefined, 'und'],
    ['12345', 'ko-KR', 'ko'],
    ['https://a.example/the/address/is/not/read', 'mul', 'und'],
    ['GPT-6', 'ja', 'ja'],
    ['Nya regler för AI', 'sv', 'sv'],
  ])('%s (%s) is %s', (text, hint, language) => {
    expect(detectLanguage(text, hint)).toBe(language)
  })

  test('an English text in a feed that says otherwise is English', () => {
    const text = 'The company said on Monday that it would build a data centre in the north of the country'
    for (const hint of ['zh-CN', 'ja', 'de', 'fr', 'mul', 'nonsense!', ''])
      expect(detectLanguage(text, hint)).toBe('en')
  })

  test('is a language tag whatever comes in, and the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), (text, hint) => {
        const found = detectLanguage(text, hint)
        expect(found).toMatch(/^[a-z]{2,3}(-Han[ts])?$/)
        expect(detectLanguage(text, hint)).toBe(found)
      }),
    )
  })

  test('5 MB take no longer than their beginning', () => {
    const startedAt = cpuMs()
    for (const text of [
      '字'.repeat(2_000_000),
      'word '.repeat(1_000_000),
      '@'.repeat(2_000_000),
      '#a'.repeat(1_000_000),
    ])
      detectLanguage(text)
    expect(cpuMs() - startedAt).toBeLessThan(10_000)
  })
})

test.each([
  ['en-US', 'en'],
  ['zh_TW', 'zh-Hant'],
  ['zh-Hant-HK', 'zh-Hant'],
  ['zh-SG', 'zh-Hans'],
  ['zh', 'zh'],
  ['no', 'nb'],
  ['mul', undefined],
  ['English', undefined],
  ['', undefined],
  [undefined, undefined],
])('expectedLanguage %s', (declared, expected) => {
  expect(expectedLanguage(declared)).toBe(expected)
})
