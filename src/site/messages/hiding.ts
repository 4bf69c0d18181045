import type { UiLanguage } from '../../lib/ui-languages.ts'
import type { HiddenWordsFault } from '../hidden/hidden-words.ts'
import { counted } from './counted.ts'

/** Texts about a reader's hidden words. */
export interface HidingMessages {
  readonly head: string
  readonly means: string
  readonly how: (words: number, characters: number, inAll: number) => string
  readonly addLabel: string
  readonly add: string
  readonly remove: string
  readonly empty: string
  readonly asText: string
  readonly textLabel: string
  readonly replace: string
  readonly download: string
  readonly without: string
  readonly keep: string
  readonly own: string
  readonly hiddenStories: (count: number) => string
  readonly hiddenBy: (word: string) => string
  readonly change: string
  readonly nothingChanged: string
  readonly faults: Readonly<Record<HiddenWordsFault['what'], (word: string) => string>>
}

export const HIDING_MESSAGES: Readonly<Record<UiLanguage, HidingMessages>> = {
  en: {
    head: 'Hidden words',
    means:
      'Lists fold away the stories that have one of these words in their headline, or in a name of whom or what they are about. What you ask for by name is shown: a story you open, a search for the word. The list is a cookie in this browser; it goes along when you ask for a page, and is kept nowhere else.',
    how: (words, characters, inAll) =>
      `Whole words count, whatever their letter case and accents; Chinese, Japanese and Korean count as parts of words too. Words written together are looked for together: “self-driving car”. At most ${words} words of ${characters} characters, ${inAll} in all.`,
    addLabel: 'A word not to see',
    add: 'Hide it',
    remove: 'Show again',
    empty: 'No word is hidden yet.',
    asText: 'The list as text',
    textLabel: 'One word a line, or with commas between; copy it from here, or put another list here',
    replace: 'Make this the list',
    download: 'The list as a text file',
    without: 'Lists without these words, for feed readers and other devices:',
    keep: 'Hide these words here too',
    own: 'To your own list',
    hiddenStories: (count) =>
      counted('en', count, { one: '# story hidden by your words', other: '# stories hidden by your words' }),
    hiddenBy: (word) => `hidden by “${word}”`,
    change: 'Change the words',
    nothingChanged: 'Nothing was changed.',
    faults: {
      noLetters: (word) => `“${word}” has no letter or digit to look for.`,
      tooLong: (word) => `“${word}…” is too long for a word.`,
      tooMany: () => 'These are too many words.',
      tooMuch: () => 'These words are too long taken together.',
    },
  },
  'zh-Hans': {
    head: '屏蔽词',
    means:
      '标题或所涉人物、机构等名称中含有这些词的报道，会在列表中折叠起来。你指名要看的仍会显示：你打开的报道、以该词进行的搜索。清单是此浏览器中的一个 cookie，随你打开的页面一并发送，不会保存在别处。',
    how: (words, characters, inAll) =>
      `按整词匹配，不分大小写和重音符号；中文、日文、韩文也匹配词的一部分。写在一起的几个词要连在一起才算：“self-driving car”。最多 ${words} 个词，每个 ${characters} 字，合计 ${inAll} 字。`,
    addLabel: '不想看到的词',
    add: '屏蔽',
    remove: '恢复显示',
    empty: '尚未屏蔽任何词。',
    asText: '文本形式的清单',
    textLabel: '每行一个词，或用逗号分隔；可从这里复制，也可把另一份清单放进来',
    replace: '以此为清单',
    download: '下载清单（文本文件）',
    without: '不含这些词的列表（供阅读器和其他设备使用）：',
    keep: '在这里也屏蔽这些词',
    own: '查看你自己的清单',
    hiddenStories: (count) => `你的屏蔽词折叠了 ${count} 则报道`,
    hiddenBy: (word) => `因“${word}”屏蔽`,
    change: '修改屏蔽词',
    nothingChanged: '清单未作改动。',
    faults: {
      noLetters: (word) => `“${word}”中没有可供查找的文字或数字。`,
      tooLong: (word) => `“${word}…”作为一个词太长。`,
      tooMany: () => '词太多。',
      tooMuch: () => '这些词合计太长。',
    },
  },
  'zh-Hant': {
    head: '隱藏字詞',
    means:
      '標題或所涉人物、機構等名稱中含有這些字詞的報道，會在列表中摺疊起來。你指名要看的仍會顯示：你打開的報道、以該字詞進行的搜尋。清單是此瀏覽器中的一個 cookie，隨你打開的頁面一併傳送，不會保存在別處。',
    how: (words, characters, inAll) =>
      `按整個字詞比對，不分大小寫和重音符號；中文、日文、韓文也比對字詞的一部分。寫在一起的幾個字詞要連在一起才算：「self-driving car」。最多 ${words} 個字詞，每個 ${characters} 字，合計 ${inAll} 字。`,
    addLabel: '不想看到的字詞',
    add: '隱藏',
    remove: '恢復顯示',
    empty: '尚未隱藏任何字詞。',
    asText: '文字形式的清單',
    textLabel: '每行一個字詞，或用逗號分隔；可從這裡複製，也可把另一份清單放進來',
    replace: '以此為清單',
    download: '下載清單（文字檔）',
    without: '不含這些字詞的列表（供閱讀器和其他裝置使用）：',
    keep: '在這裡也隱藏這些字詞',
    own: '查看你自己的清單',
    hiddenStories: (count) => `你的隱藏字詞摺疊了 ${count} 則報道`,
    hiddenBy: (word) => `因「${word}」隱藏`,
    change: '修改隱藏字詞',
    nothingChanged: '清單未作改動。',
    faults: {
      noLetters: (word) => `「${word}」中沒有可供尋找的文字或數字。`,
      tooLong: (word) => `「${word}…」作為一個字詞太長。`,
      tooMany: () => '字詞太多。',
      tooMuch: () => '這些字詞合計太長。',
    },
  },
  ja: {
    head: '非表示ワード',
    means:
      '見出し、または話題の人物・組織などの名前にこれらの語を含む話題を、一覧では折りたたみます。名指しで求めたもの（開いた話題、その語の検索）は表示します。一覧はこのブラウザーのクッキーで、ページを開くたびに送られ、ほかのどこにも保存されません。',
    how: (words, characters, inAll) =>
      `大文字・小文字やアクセント記号を区別せず、単語全体で照合します。日本語・中国語・韓国語は語の一部でも照合します。続けて書いた語は続きで探します：「self-driving car」。${words}語まで、1語${characters}文字まで、合計${inAll}文字まで。`,
    addLabel: '見たくない語',
    add: '非表示にする',
    remove: '再び表示',
    empty: 'まだ非表示の語はありません。',
    asText: 'テキストとしての一覧',
    textLabel: '1行に1語、またはコンマ区切り。ここから複写でき、別の一覧を入れることもできます',
    replace: 'これを一覧にする',
    download: '一覧をテキストファイルで保存',
    without: 'これらの語を除いた一覧（フィードリーダーやほかの端末用）：',
    keep: 'ここでもこれらの語を非表示にする',
    own: '自分の一覧へ',
    hiddenStories: (count) => `非表示ワードにより${count}件の話題を折りたたみました`,
    hiddenBy: (word) => `「${word}」により非表示`,
    change: '非表示ワードを変更',
    nothingChanged: '一覧は変更していません。',
    faults: {
      noLetters: (word) => `「${word}」には探せる文字や数字がありません。`,
      tooLong: (word) => `「${word}…」は1語として長すぎます。`,
      tooMany: () => '語が多すぎます。',
      tooMuch: () => '語の合計が長すぎます。',
    },
  },
  ko: {
    head: '숨길 단어',
    means:
      '제목이나 이슈의 당사자 이름에 이 단어가 들어 있는 이슈를 목록에서 접어 둡니다. 직접 찾은 것(연 이슈, 그 단어의 검색)은 그대로 보입니다. 목록은 이 브라우저의 쿠키로, 페이지를 열 때 함께 전송되며 다른 곳에는 저장되지 않습니다.',
    how: (words, characters, inAll) =>
      `대소문자와 악센트를 구별하지 않고 단어 전체를 맞춰 봅니다. 한국어·중국어·일본어는 단어의 일부도 맞춰 봅니다. 이어 쓴 단어는 이어진 채로 찾습니다: “self-driving car”. 최대 ${words}개, 하나에 ${characters}자, 합계 ${inAll}자까지입니다.`,
    addLabel: '보고 싶지 않은 단어',
    add: '숨기기',
    remove: '다시 보기',
    empty: '아직 숨긴 단어가 없습니다.',
    asText: '텍스트로 된 목록',
    textLabel: '한 줄에 한 단어, 또는 쉼표로 구분. 여기서 복사하거나 다른 목록을 넣을 수 있습니다',
    replace: '이것을 목록으로',
    download: '목록을 텍스트 파일로 받기',
    without: '이 단어들을 뺀 목록(피드 리더와 다른 기기용):',
    keep: '여기서도 이 단어들을 숨기기',
    own: '내 목록으로',
    hiddenStories: (count) => counted('ko', count, { other: '숨길 단어로 접어 둔 이슈 #건' }),
    hiddenBy: (word) => `“${word}” 때문에 숨김`,
    change: '숨길 단어 바꾸기',
    nothingChanged: '바뀐 것은 없습니다.',
    faults: {
      noLetters: (word) => `찾을 글자나 숫자가 없습니다: “${word}”`,
      tooLong: (word) => `한 단어로는 너무 깁니다: “${word}…”`,
      tooMany: () => '단어가 너무 많습니다.',
      tooMuch: () => '단어를 모두 합친 길이가 너무 깁니다.',
    },
  },
}
