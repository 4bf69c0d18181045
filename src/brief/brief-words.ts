import type { ReasonLanguage } from '../rank/reason-messages.ts'

interface BriefWords {
  readonly title: (date: string) => string
  readonly independent: (count: number) => string
  readonly echoes: (count: number) => string
  readonly copies: (count: number) => string
  readonly score: (score: string) => string
  readonly why: string
  readonly impact: string
  readonly also: string
  readonly quiet: string
  readonly sources: string
  readonly extracted: string
  readonly dropped: (count: number) => string
}

const english = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en')} ${english.select(count) === 'one' ? one : other}`

/** The few words of a brief in plain text; the pages have their own. */
export const BRIEF_WORDS: Readonly<Record<ReasonLanguage, BriefWords>> = {
  en: {
    title: (date) => `Brief of ${date}`,
    independent: (count) => counted(count, 'independent source', 'independent sources'),
    echoes: (count) => counted(count, 'echo', 'echoes'),
    copies: (count) => counted(count, 'copy', 'copies'),
    score: (score) => `${score} of 100`,
    why: 'Why',
    impact: 'Impact',
    also: 'Also',
    quiet: 'A quiet day: no story reached the bar.',
    sources: 'Sources',
    extracted: 'Summaries are the sources’ own sentences.',
    dropped: (count) => `${counted(count, 'sentence', 'sentences')} dropped: not supported by a source.`,
  },
  'zh-Hant': {
    title: (date) => `${date} 簡報`,
    independent: (count) => `${count} 個獨立來源`,
    echoes: (count) => `${count} 則轉述`,
    copies: (count) => `${count} 則轉載`,
    score: (score) => `${score} 分（滿分 100）`,
    why: '理由',
    impact: '影響',
    also: '其他',
    quiet: '今日平靜：沒有事件達到門檻。',
    sources: '來源',
    extracted: '摘要均為來源原句。',
    dropped: (count) => `略去 ${count} 句：沒有來源支持。`,
  },
  'zh-Hans': {
    title: (date) => `${date} 简报`,
    independent: (count) => `${count} 个独立来源`,
    echoes: (count) => `${count} 则转述`,
    copies: (count) => `${count} 则转载`,
    score: (score) => `${score} 分（满分 100）`,
    why: '理由',
    impact: '影响',
    also: '其他',
    quiet: '今日平静：没有事件达到门槛。',
    sources: '来源',
    extracted: '摘要均为来源原句。',
    dropped: (count) => `略去 ${count} 句：没有来源支持。`,
  },
  ja: {
    title: (date) => `${date}のまとめ`,
    independent: (count) => `独立した情報源${count}`,
    echoes: (count) => `言及${count}`,
    copies: (count) => `転載${count}`,
    score: (score) => `100点中${score}点`,
    why: '理由',
    impact: '影響',
    also: 'ほかに',
    quiet: '静かな一日：基準に達した話題はありませんでした。',
    sources: '情報源',
    extracted: '要約は情報源の文そのものです。',
    dropped: (count) => `${count}文を省きました：裏付けとなる情報源がありません。`,
  },
}
