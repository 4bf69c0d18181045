import type { UiLanguage } from '../../lib/ui-languages.ts'
import type { RefusedAddress } from '../../source/opml-import.ts'
import { counted } from './counted.ts'

/** Texts of the operator's page for importing and exporting feed lists. */
export interface OpmlMessages {
  readonly head: string
  readonly inHead: string
  readonly outHead: string
  readonly file: string
  readonly look: string
  readonly download: string
  readonly wouldAdd: string
  readonly type: string
  readonly asMarked: string
  readonly follow: string
  readonly nothingNew: string
  readonly damaged: string
  readonly left: (feeds: number) => string
  readonly known: (feeds: number) => string
  readonly switchedOff: string
  readonly refused: (addresses: number) => string
  readonly added: (feeds: number) => string
  readonly why: Readonly<Record<RefusedAddress, string>>
  /** Messages by problem; some take the maximum file size in megabytes. */
  readonly problems: Readonly<
    Record<'noOpml' | 'failed' | 'noFile' | 'tooLarge' | 'incomplete' | 'servesOnly', (megabytes: string) => string>
  >
}

export const OPML_MESSAGES: Readonly<Record<UiLanguage, OpmlMessages>> = {
  en: {
    head: 'Lists of feeds (OPML)',
    inHead: 'Follow the feeds of a list',
    outHead: 'Take the list along',
    file: 'OPML file, as feed readers export it',
    look: 'Look through it',
    download: 'The sources that are on, as OPML',
    wouldAdd: 'New: to be followed',
    type: 'What they are',
    asMarked:
      'This is said of all that are marked, and the reason is public; what you leave unmarked is not followed. The import can be undone as a whole.',
    follow: 'Follow what is marked',
    nothingNew: 'There is nothing new in this list.',
    damaged: 'The list is damaged, or ends too early: feeds may be missing.',
    left: (feeds) =>
      counted('en', feeds, {
        one: '# more new feed is in the list: follow these, then upload it again.',
        other: '# more new feeds are in the list: follow these, then upload it again.',
      }),
    known: (feeds) => counted('en', feeds, { one: '# feed is there already', other: '# feeds are there already' }),
    switchedOff: '(switched off)',
    refused: (addresses) => counted('en', addresses, { one: '# address is refused', other: '# addresses are refused' }),
    added: (feeds) => counted('en', feeds, { one: '# feed was added.', other: '# feeds were added.' }),
    why: {
      noAddress: 'This is no address of a feed.',
      tooLong: 'This address is too long.',
      private: 'This is in a private network, which is read where the setting allow_private names the host.',
    },
    problems: {
      noOpml: () => 'This is no OPML list of feeds:',
      failed: () => 'The list could not be taken:',
      noFile: () => 'Choose a file.',
      tooLarge: (megabytes) =>
        `A list may have ${megabytes} MB at most here. Take this one in on the server, by “auspex sources import FILE”, or part it into smaller ones.`,
      incomplete: () => 'Say of which tier and kind they are, and why; then look through the list again.',
      servesOnly: () =>
        'This process only serves. Take lists in where the feeds are read, there or by “auspex sources import”.',
    },
  },
  'zh-Hans': {
    head: '订阅源列表（OPML）',
    inHead: '订阅列表中的源',
    outHead: '带走列表',
    file: 'OPML 文件（由阅读器导出）',
    look: '先看看',
    download: '启用中的来源（OPML）',
    wouldAdd: '新的：将会订阅',
    type: '来源类型',
    asMarked: '以上适用于所有勾选的源，理由会公开；未勾选的不会订阅。整次导入可以撤销。',
    follow: '订阅勾选的源',
    nothingNew: '此列表中没有新的源。',
    damaged: '列表已损坏或不完整，可能有源缺失。',
    left: (feeds) => `列表中还有 ${feeds} 个新的源：先订阅这些，再上传一次。`,
    known: (feeds) => `${feeds} 个源已经有了`,
    switchedOff: '（已停用）',
    refused: (addresses) => `${addresses} 个地址不被接受`,
    added: (feeds) => `已添加 ${feeds} 个源。`,
    why: {
      noAddress: '这不是订阅源的地址。',
      tooLong: '此地址太长。',
      private: '此地址位于私有网络；只有 allow_private 设置写明的主机才会读取。',
    },
    problems: {
      noOpml: () => '这不是 OPML 订阅源列表：',
      failed: () => '无法接受此列表：',
      noFile: () => '请选择文件。',
      tooLarge: (megabytes) =>
        `此处的列表最大 ${megabytes} MB。请在服务器上用“auspex sources import FILE”导入，或分成几个较小的列表。`,
      incomplete: () => '请写明级别、类型和理由，然后再上传一次列表。',
      servesOnly: () => '此进程只提供页面。请在读取订阅源的进程中导入，或使用“auspex sources import”。',
    },
  },
  'zh-Hant': {
    head: '訂閱源列表（OPML）',
    inHead: '訂閱列表中的源',
    outHead: '帶走列表',
    file: 'OPML 檔案（由閱讀器匯出）',
    look: '先看看',
    download: '啟用中的來源（OPML）',
    wouldAdd: '新的：將會訂閱',
    type: '來源類型',
    asMarked: '以上適用於所有勾選的源，理由會公開；未勾選的不會訂閱。整次匯入可以撤銷。',
    follow: '訂閱勾選的源',
    nothingNew: '此列表中沒有新的源。',
    damaged: '列表已損壞或不完整，可能有源缺失。',
    left: (feeds) => `列表中還有 ${feeds} 個新的源：先訂閱這些，再上載一次。`,
    known: (feeds) => `${feeds} 個源已經有了`,
    switchedOff: '（已停用）',
    refused: (addresses) => `${addresses} 個網址不被接受`,
    added: (feeds) => `已新增 ${feeds} 個源。`,
    why: {
      noAddress: '這不是訂閱源的網址。',
      tooLong: '此網址太長。',
      private: '此網址位於私人網絡；只有 allow_private 設定寫明的主機才會讀取。',
    },
    problems: {
      noOpml: () => '這不是 OPML 訂閱源列表：',
      failed: () => '無法接受此列表：',
      noFile: () => '請選擇檔案。',
      tooLarge: (megabytes) =>
        `此處的列表最大 ${megabytes} MB。請在伺服器上用「auspex sources import FILE」匯入，或分成幾個較小的列表。`,
      incomplete: () => '請寫明級別、類型和理由，然後再上載一次列表。',
      servesOnly: () => '此程序只提供頁面。請在讀取訂閱源的程序中匯入，或使用「auspex sources import」。',
    },
  },
  ja: {
    head: 'フィードの一覧（OPML）',
    inHead: '一覧のフィードを購読する',
    outHead: '一覧を持ち出す',
    file: 'OPMLファイル（フィードリーダーが書き出したもの）',
    look: '内容を確かめる',
    download: '有効な情報源（OPML）',
    wouldAdd: '新規：購読するもの',
    type: '情報源の種類',
    asMarked:
      '印のあるものすべてに当てはまり、理由は公開されます。印を外したものは購読しません。取り込みはまとめて取り消せます。',
    follow: '印のあるものを購読',
    nothingNew: 'この一覧に新しいものはありません。',
    damaged: '一覧が壊れているか途中で終わっています。欠けたフィードがあるかもしれません。',
    left: (feeds) =>
      `一覧にはほかに${feeds}件の新しいフィードがあります。これらを購読してから、もう一度送ってください。`,
    known: (feeds) => `${feeds}件のフィードはすでにあります`,
    switchedOff: '（停止中）',
    refused: (addresses) => `${addresses}件のアドレスは受け付けません`,
    added: (feeds) => `${feeds}件のフィードを追加しました。`,
    why: {
      noAddress: 'フィードのアドレスではありません。',
      tooLong: 'アドレスが長すぎます。',
      private: '内部ネットワークのアドレスです。設定 allow_private に書かれたホストだけを読みます。',
    },
    problems: {
      noOpml: () => 'OPMLのフィード一覧ではありません：',
      failed: () => '一覧を取り込めませんでした：',
      noFile: () => 'ファイルを選んでください。',
      tooLarge: (megabytes) =>
        `ここで扱える一覧は${megabytes} MBまでです。サーバーで「auspex sources import FILE」を使うか、小さな一覧に分けてください。`,
      incomplete: () => '階層と種類と理由を書いて、もう一度一覧を送ってください。',
      servesOnly: () =>
        'このプロセスはページを配信するだけです。フィードを読むプロセスで取り込むか、「auspex sources import」を使ってください。',
    },
  },
  ko: {
    head: '피드 목록(OPML)',
    inHead: '목록의 피드 구독하기',
    outHead: '목록 가져가기',
    file: 'OPML 파일(피드 리더에서 내보낸 것)',
    look: '내용 살펴보기',
    download: '켜져 있는 출처(OPML)',
    wouldAdd: '새 피드: 구독할 것',
    type: '출처 유형',
    asMarked:
      '표시한 모든 것에 적용되며 이유는 공개됩니다. 표시하지 않은 것은 구독하지 않습니다. 가져오기 전체를 취소할 수 있습니다.',
    follow: '표시한 것 구독',
    nothingNew: '이 목록에는 새 피드가 없습니다.',
    damaged: '목록이 손상되었거나 중간에 끝났습니다. 빠진 피드가 있을 수 있습니다.',
    left: (feeds) =>
      counted('ko', feeds, { other: '목록에 새 피드 #개가 더 있습니다. 이것들을 구독한 뒤 다시 올리십시오.' }),
    known: (feeds) => counted('ko', feeds, { other: '이미 있는 피드 #개' }),
    switchedOff: '(꺼져 있음)',
    refused: (addresses) => counted('ko', addresses, { other: '받지 않은 주소 #개' }),
    added: (feeds) => counted('ko', feeds, { other: '피드 #개를 더했습니다.' }),
    why: {
      noAddress: '피드 주소가 아닙니다.',
      tooLong: '주소가 너무 깁니다.',
      private: '사설 네트워크의 주소입니다. allow_private 설정에 적힌 호스트만 읽습니다.',
    },
    problems: {
      noOpml: () => 'OPML 피드 목록이 아닙니다:',
      failed: () => '목록을 받지 못했습니다:',
      noFile: () => '파일을 고르십시오.',
      tooLarge: (megabytes) =>
        `여기서 받는 목록은 최대 ${megabytes} MB입니다. 서버에서 “auspex sources import FILE”로 가져오거나 작은 목록으로 나누십시오.`,
      incomplete: () => '등급과 유형과 이유를 적은 뒤 목록을 다시 올리십시오.',
      servesOnly: () =>
        '이 프로세스는 페이지만 보여 줍니다. 피드를 읽는 프로세스에서 가져오거나 “auspex sources import”를 쓰십시오.',
    },
  },
}
