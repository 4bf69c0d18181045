import type { UiLanguage } from '../lib/ui-languages.ts'
import type { CorrectionKind } from './edition.ts'

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
  readonly fewStories: (count: number) => string
  /** Number of stories hidden by the reader's words. */
  readonly hidden: (count: number) => string
  /** Number of stories that do not fit into a message. */
  readonly more: (count: number) => string
  /** Number of stories of a saved search: in its first alert, and in later ones. */
  readonly searchSaved: (count: number) => string
  readonly searchFound: (count: number) => string
  readonly toWatch: string
  readonly growing: (owners: number, hours: number) => string
  readonly corrections: string
  readonly corrected: Readonly<Record<CorrectionKind, string>>
  /** Heading over what became of a story after the edition was made. */
  readonly since: string
  /** A sentence that its source withdrew. */
  readonly saidNoMore: (sentence: string) => string
  readonly storyNumber: (id: number) => string
  readonly changes: string
  readonly carried: (from: number, to: number) => string
  readonly gone: string
  readonly fresh: (count: number) => string
  /** Mails only, as are the following. */
  readonly becauseAsked: (site: string) => string
  readonly becauseSaved: (site: string, search: string) => string
  readonly unsubscribe: string
  readonly readOnSite: string
  readonly confirmSubject: (site: string) => string
  readonly confirmText: (site: string) => string
  readonly confirmLink: string
  readonly confirmIgnore: string
}

const english = new Intl.PluralRules('en')
const counted = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en')} ${english.select(count) === 'one' ? one : other}`

/** Fixed phrases of briefs, mails and chat messages, by language; the web pages have their own. */
export const BRIEF_WORDS: Readonly<Record<UiLanguage, BriefWords>> = {
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
    hidden: (count) => `${counted(count, 'story', 'stories')} left out for the words of this address.`,
    fewStories: (count) => `A quiet day: ${counted(count, 'story', 'stories')} reached the bar.`,
    more: (count) => `And ${count} more.`,
    searchSaved: (count) => `saved; ${counted(count, 'story', 'stories')} now`,
    searchFound: (count) => counted(count, 'new story', 'new stories'),
    toWatch: 'To watch',
    growing: (owners, hours) =>
      `${counted(owners, 'owner', 'owners')} in ${counted(hours, 'hour', 'hours')}, and growing`,
    corrections: 'Corrections',
    corrected: {
      ...{ corrected: 'Corrected', retracted: 'Retracted', reinstated: 'Reinstated' },
      ...{ merged: 'Merged into another story', split: 'Split' },
    },
    since: 'Since this edition',
    saidNoMore: (sentence) => `no longer says “${sentence}”`,
    storyNumber: (id) => `story ${id}`,
    changes: 'Since yesterday’s brief',
    carried: (from, to) => (from === to ? `still ${to}` : `from place ${from} to ${to}`),
    gone: 'no longer in the brief',
    fresh: (count) => `${counted(count, 'story is', 'stories are')} new.`,
    becauseAsked: (site) => `You get this brief because you asked ${site} for it.`,
    becauseSaved: (site, search) =>
      `You get this because whoever runs ${site} had the new stories of the search “${search}” sent to this address.`,
    unsubscribe: 'Unsubscribe',
    readOnSite: 'Read it on the site',
    confirmSubject: (site) => `Confirm: the daily brief of ${site}`,
    confirmText: (site) => `Somebody, likely you, asked ${site} to send its daily brief to this address.`,
    confirmLink: 'Yes, send it to me',
    confirmIgnore: 'If it was not you, do nothing: no mail follows, and the address is forgotten within two days.',
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
    hidden: (count) => `依此網址的隱藏字詞略去 ${count} 個事件。`,
    fewStories: (count) => `今日平靜：有 ${count} 個事件達到門檻。`,
    more: (count) => `另有 ${count} 個事件。`,
    searchSaved: (count) => `已儲存；目前 ${count} 個事件`,
    searchFound: (count) => `${count} 個新事件`,
    toWatch: '值得留意',
    growing: (owners, hours) => `${hours} 小時內已有 ${owners} 家報道，仍在增加`,
    corrections: '更正',
    corrected: { corrected: '更正', retracted: '撤回', reinstated: '恢復', merged: '併入另一事件', split: '拆分' },
    since: '本期之後',
    saidNoMore: (sentence) => `不再說「${sentence}」`,
    storyNumber: (id) => `事件 ${id}`,
    changes: '與昨日簡報相比',
    carried: (from, to) => (from === to ? `仍排第 ${to}` : `由第 ${from} 變為第 ${to}`),
    gone: '已不在簡報內',
    fresh: (count) => `${count} 個事件為新增。`,
    becauseAsked: (site) => `你收到這份簡報，是因為你曾向 ${site} 訂閱。`,
    becauseSaved: (site, search) =>
      `你收到這封信，是因為 ${site} 的管理者設定把搜尋「${search}」的新事件寄到這個地址。`,
    unsubscribe: '取消訂閱',
    readOnSite: '在網站上閱讀',
    confirmSubject: (site) => `請確認：${site} 每日簡報`,
    confirmText: (site) => `有人（很可能是你）要求 ${site} 把每日簡報寄到這個地址。`,
    confirmLink: '好，請寄給我',
    confirmIgnore: '如果不是你，請不必理會：不會再有郵件，地址會在兩天內刪除。',
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
    hidden: (count) => `按此网址的屏蔽词略去 ${count} 个事件。`,
    fewStories: (count) => `今日平静：有 ${count} 个事件达到门槛。`,
    more: (count) => `另有 ${count} 个事件。`,
    searchSaved: (count) => `已保存；目前 ${count} 个事件`,
    searchFound: (count) => `${count} 个新事件`,
    toWatch: '值得留意',
    growing: (owners, hours) => `${hours} 小时内已有 ${owners} 家报道，仍在增加`,
    corrections: '更正',
    corrected: { corrected: '更正', retracted: '撤回', reinstated: '恢复', merged: '并入另一事件', split: '拆分' },
    since: '本期之后',
    saidNoMore: (sentence) => `不再说“${sentence}”`,
    storyNumber: (id) => `事件 ${id}`,
    changes: '与昨日简报相比',
    carried: (from, to) => (from === to ? `仍排第 ${to}` : `由第 ${from} 变为第 ${to}`),
    gone: '已不在简报内',
    fresh: (count) => `${count} 个事件为新增。`,
    becauseAsked: (site) => `你收到这份简报，是因为你曾向 ${site} 订阅。`,
    becauseSaved: (site, search) => `你收到这封信，是因为 ${site} 的管理者设定把搜索“${search}”的新事件寄到这个地址。`,
    unsubscribe: '取消订阅',
    readOnSite: '在网站上阅读',
    confirmSubject: (site) => `请确认：${site} 每日简报`,
    confirmText: (site) => `有人（很可能是你）要求 ${site} 把每日简报寄到这个地址。`,
    confirmLink: '好，请寄给我',
    confirmIgnore: '如果不是你，请不必理会：不会再有邮件，地址会在两天内删除。',
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
    hidden: (count) => `このアドレスの非表示ワードにより${count}件を省きました。`,
    fewStories: (count) => `静かな一日：基準に達した話題は${count}件でした。`,
    more: (count) => `ほかに${count}件。`,
    searchSaved: (count) => `保存しました。現在${count}件`,
    searchFound: (count) => `新しい話題${count}件`,
    toWatch: '注目の動き',
    growing: (owners, hours) => `${hours}時間で${owners}社が報道、なお拡大中`,
    corrections: '訂正',
    corrected: { corrected: '訂正', retracted: '撤回', reinstated: '再掲載', merged: '別の話題に統合', split: '分割' },
    since: 'この版のあと',
    saidNoMore: (sentence) => `「${sentence}」とは言わなくなった`,
    storyNumber: (id) => `話題${id}`,
    changes: '昨日のまとめとの違い',
    carried: (from, to) => (from === to ? `引き続き${to}位` : `${from}位から${to}位へ`),
    gone: 'まとめから外れました',
    fresh: (count) => `${count}件が新しい話題です。`,
    becauseAsked: (site) => `${site}に登録されたため、このまとめをお送りしています。`,
    becauseSaved: (site, search) =>
      `${site} の運営者が検索「${search}」の新しい出来事をこの宛先に送る設定にしたため、届いています。`,
    unsubscribe: '配信を停止する',
    readOnSite: 'サイトで読む',
    confirmSubject: (site) => `ご確認：${site}の毎日のまとめ`,
    confirmText: (site) => `どなたか（おそらくあなた）が、毎日のまとめをこのアドレスに送るよう${site}に依頼しました。`,
    confirmLink: 'はい、送ってください',
    confirmIgnore: 'お心当たりがなければ何もしないでください。以後メールは届かず、アドレスは二日以内に消去されます。',
  },
  ko: {
    title: (date) => `${date} 브리핑`,
    independent: (count) => `독립된 출처 ${count}곳`,
    echoes: (count) => `공유 ${count}건`,
    copies: (count) => `전재 ${count}건`,
    score: (score) => `100점 만점에 ${score}점`,
    why: '이유',
    impact: '영향',
    also: '그 밖에',
    quiet: '조용한 하루: 기준을 넘은 이슈가 없습니다.',
    sources: '출처',
    extracted: '요약은 출처의 문장 그대로입니다.',
    dropped: (count) => `문장 ${count}개를 뺐습니다: 뒷받침하는 출처가 없습니다.`,
    hidden: (count) => `이 주소의 숨길 단어 때문에 ${count}건을 뺐습니다.`,
    fewStories: (count) => `조용한 하루: 기준을 넘은 이슈 ${count}건.`,
    more: (count) => `그 밖에 ${count}건.`,
    searchSaved: (count) => `저장됨. 현재 ${count}건`,
    searchFound: (count) => `새 이슈 ${count}건`,
    toWatch: '주목할 움직임',
    growing: (owners, hours) => `${hours}시간 안에 ${owners}곳이 보도, 계속 늘어나는 중`,
    corrections: '정정',
    corrected: { corrected: '정정', retracted: '철회', reinstated: '복원', merged: '다른 이슈와 병합', split: '분리' },
    since: '이 브리핑 이후',
    saidNoMore: (sentence) => `‘${sentence}’라고는 더 이상 말하지 않음`,
    storyNumber: (id) => `이슈 ${id}`,
    changes: '어제 브리핑과 비교',
    carried: (from, to) => (from === to ? `그대로 ${to}위` : `${from}위에서 ${to}위`),
    gone: '브리핑에서 빠짐',
    fresh: (count) => `새 이슈가 ${count}건 있습니다.`,
    becauseAsked: (site) => `${site}에 신청하셔서 이 브리핑을 보내 드립니다.`,
    becauseSaved: (site, search) =>
      `${site} 운영자가 검색 “${search}”의 새 소식을 이 주소로 보내도록 설정하여 받는 메일입니다.`,
    unsubscribe: '구독 해지',
    readOnSite: '사이트에서 읽기',
    confirmSubject: (site) => `확인: ${site} 일일 브리핑`,
    confirmText: (site) => `누군가(아마도 본인) ${site}에 일일 브리핑을 이 주소로 보내 달라고 신청했습니다.`,
    confirmLink: '예, 보내 주십시오',
    confirmIgnore:
      '본인이 아니라면 아무것도 하지 않으셔도 됩니다. 더는 메일이 가지 않으며 주소는 이틀 안에 삭제됩니다.',
  },
}
