import type { UiLanguage } from '../../lib/ui-languages.ts'
import type { MethodTableId } from '../deps.ts'

/** Texts about the figures of the methods page. */
export interface MethodMessages {
  readonly tables: Readonly<Record<MethodTableId, { readonly title: string; readonly about: string }>>
  /** Shown where notes on single figures follow in English. */
  readonly notesInEnglish: string
  readonly stream: string
  readonly strangers: string
  readonly missing: string
  /** Names of streams, by the English name in the measurement. */
  readonly streams: Readonly<Record<string, string>>
  /** Descriptions of the polling settings, by name. */
  readonly polling: Readonly<Record<string, string>>
  readonly shipped: (value: string) => string
  readonly units: Readonly<Record<string, string>>
  /** Label of the share of a signal's points that a tier or kind gets. */
  readonly shareOf?: (signal: string, what: string) => string
  /** Descriptions of the other rank constants, by name; the English ones are in `rank/weights.ts`. */
  readonly constants: Readonly<Record<string, string>>
}

export const METHOD_MESSAGES: Readonly<Record<UiLanguage, MethodMessages>> = {
  en: {
    tables: {
      stories: {
        title: 'How items become stories',
        about:
          'Each new item is held against the open stories; it joins the most alike one above a threshold, else it opens one. These constants decide it; every receipt names what counted.',
      },
      'story-errors': {
        title: 'How often stories are wrong',
        about:
          'Measured on items whose stories people have marked. The first share is of an item’s story: what in it tells of another event. The second is of its event: what of it stands in other stories.',
      },
      polling: { title: 'How often feeds are asked', about: 'These settings are in force here.' },
    },
    notesInEnglish: '',
    stream: 'Marked items',
    strangers: 'Of another event',
    missing: 'Elsewhere',
    streams: {},
    polling: {
      poll_min_seconds: 'Shortest wait between two polls of a feed.',
      poll_max_seconds: 'Longest wait between two polls of a feed that answers.',
      max_connections_per_host: 'Connections open at once to one host.',
      max_body_bytes: 'Longest body that is read.',
      fetch_timeout_ms: 'Longest a fetch may take.',
    },
    shipped: (value) => `Shipped: ${value}.`,
    units: {},
    constants: {},
  },
  'zh-Hant': {
    tables: {
      stories: {
        title: '內容如何歸成事件',
        about:
          '每則新內容都與未結束的事件比較：相似度超過門檻，便加入最相似的一個，否則另開事件。以下常數決定結果；每份憑據都列明計入了甚麼。',
      },
      'story-errors': {
        title: '事件有多常出錯',
        about:
          '以人手標註過所屬事件的內容量度。第一個比例：一則內容所在的事件中，說的是另一事件的部分。第二個比例：同一事件的內容中，落在其他事件的部分。',
      },
      polling: { title: '多久讀取一次訂閱', about: '以下是本站現行的設定。' },
    },
    notesInEnglish: '各項常數的說明和量度結果以英文撰寫。',
    stream: '已標註的內容',
    strangers: '屬另一事件',
    missing: '落在別處',
    streams: {
      'AI news, four days, three languages': 'AI 新聞，四日，三種語言',
      'headlines in nine languages, a month': '九種語言的標題，一個月',
      'their English part': '其中的英文部分',
      'headlines of 40 broad business stories': '40 個大型商業事件的標題',
      'look-alike events, two of each sort': '相似事件，每類兩個',
    },
    polling: {
      poll_min_seconds: '兩次讀取同一訂閱之間的最短間隔。',
      poll_max_seconds: '有回應的訂閱，兩次讀取之間的最長間隔。',
      max_connections_per_host: '對同一主機同時開啟的連線數。',
      max_body_bytes: '讀取內容的最大長度。',
      fetch_timeout_ms: '一次讀取的最長時間。',
    },
    shipped: (value) => `預設：${value}。`,
    units: {
      h: '小時',
      items: '則',
      stories: '個事件',
      terms: '個詞',
      letters: '個字母',
      characters: '個字元',
      bytes: '位元組',
      s: '秒',
      ms: '毫秒',
    },
    shareOf: (signal, what) => `「${signal}」得分的比例：${what}。`,
    constants: {
      'owners-for-half': '獨立報道的機構達此數目，可得佐證一半的分數。',
      'names-for-all': '具體名稱達此數目，可得全部分數。',
      'half-life-hours': '時效分數減半所需的小時。',
      'followers-an-hour-for-half': '每小時跟進的機構達此數目，可得擴散速度一半的分數。',
    },
  },
  'zh-Hans': {
    tables: {
      stories: {
        title: '内容如何归成事件',
        about:
          '每则新内容都与未结束的事件比较：相似度超过门槛，便加入最相似的一个，否则另开事件。以下常数决定结果；每份凭据都列明计入了什么。',
      },
      'story-errors': {
        title: '事件有多常出错',
        about:
          '以人工标注过所属事件的内容衡量。第一个比例：一则内容所在的事件中，说的是另一事件的部分。第二个比例：同一事件的内容中，落在其他事件的部分。',
      },
      polling: { title: '多久读取一次订阅', about: '以下是本站现行的设置。' },
    },
    notesInEnglish: '各项常数的说明和测量结果以英文撰写。',
    stream: '已标注的内容',
    strangers: '属另一事件',
    missing: '落在别处',
    streams: {
      'AI news, four days, three languages': 'AI 新闻，四天，三种语言',
      'headlines in nine languages, a month': '九种语言的标题，一个月',
      'their English part': '其中的英文部分',
      'headlines of 40 broad business stories': '40 个大型商业事件的标题',
      'look-alike events, two of each sort': '相似事件，每类两个',
    },
    polling: {
      poll_min_seconds: '两次读取同一订阅之间的最短间隔。',
      poll_max_seconds: '有回应的订阅，两次读取之间的最长间隔。',
      max_connections_per_host: '对同一主机同时打开的连接数。',
      max_body_bytes: '读取内容的最大长度。',
      fetch_timeout_ms: '一次读取的最长时间。',
    },
    shipped: (value) => `默认：${value}。`,
    units: {
      h: '小时',
      items: '则',
      stories: '个事件',
      terms: '个词',
      letters: '个字母',
      characters: '个字符',
      bytes: '字节',
      s: '秒',
      ms: '毫秒',
    },
    shareOf: (signal, what) => `“${signal}”得分的比例：${what}。`,
    constants: {
      'owners-for-half': '独立报道的机构达此数目，可得佐证一半的分数。',
      'names-for-all': '具体名称达此数目，可得全部分数。',
      'half-life-hours': '时效分数减半所需的小时。',
      'followers-an-hour-for-half': '每小时跟进的机构达此数目，可得扩散速度一半的分数。',
    },
  },
  ja: {
    tables: {
      stories: {
        title: '記事が話題にまとまる仕組み',
        about:
          '新しい記事は、開いている話題と比べられます。しきい値を超えて最も似た話題に加わり、なければ新しい話題を開きます。決めるのは次の定数で、何が数えられたかは各記事の証跡にあります。',
      },
      'story-errors': {
        title: '話題の誤りの多さ',
        about:
          '人が話題を付けた記事で測りました。一つ目は、記事が入った話題のうち別の出来事を伝えるものの割合。二つ目は、同じ出来事の記事のうち別の話題にあるものの割合です。',
      },
      polling: { title: 'フィードを読む間隔', about: '当サイトで現在使われている設定です。' },
    },
    notesInEnglish: '各定数の説明と測定結果は英語です。',
    stream: '人が分けた記事',
    strangers: '別の出来事',
    missing: '別の話題にあるもの',
    streams: {
      'AI news, four days, three languages': 'AIニュース、四日間、三言語',
      'headlines in nine languages, a month': '九言語の見出し、一か月',
      'their English part': 'そのうち英語',
      'headlines of 40 broad business stories': '40の大きな経済の話題の見出し',
      'look-alike events, two of each sort': 'よく似た出来事、各種二つ',
    },
    polling: {
      poll_min_seconds: '同じフィードを読む間隔の最短。',
      poll_max_seconds: '応答するフィードを読む間隔の最長。',
      max_connections_per_host: '一つのホストに同時に開く接続の数。',
      max_body_bytes: '読み取る本文の最大の長さ。',
      fetch_timeout_ms: '一回の取得にかける最長の時間。',
    },
    shipped: (value) => `既定値：${value}。`,
    units: {
      h: '時間',
      items: '本',
      stories: '件',
      terms: '語',
      letters: '字',
      characters: '文字',
      bytes: 'バイト',
      s: '秒',
      ms: 'ミリ秒',
    },
    shareOf: (signal, what) => `「${signal}」の点のうちの割合：${what}。`,
    constants: {
      'owners-for-half': '裏付けの点の半分になる、独立した発行者の数。',
      'names-for-all': '満点になる、具体的な名の数。',
      'half-life-hours': '新しさの点が半分になるまでの時間。',
      'followers-an-hour-for-half': '勢いの点の半分になる、一時間あたりの続いた発行者の数。',
    },
  },
  ko: {
    tables: {
      stories: {
        title: '글이 이슈로 모이는 방법',
        about:
          '새 글은 열려 있는 이슈들과 비교합니다. 기준을 넘어 가장 비슷한 이슈에 들어가고, 없으면 새 이슈를 엽니다. 아래 상수가 이를 정하며, 무엇을 셈했는지는 글마다 근거에 적혀 있습니다.',
      },
      'story-errors': {
        title: '이슈가 틀리는 빈도',
        about:
          '사람이 이슈를 표시해 둔 글로 쟀습니다. 첫째는 글이 들어간 이슈에서 다른 사건을 다루는 글의 비율, 둘째는 같은 사건의 글 가운데 다른 이슈에 있는 글의 비율입니다.',
      },
      polling: { title: '피드를 수집하는 간격', about: '이 사이트에서 지금 쓰는 설정입니다.' },
    },
    notesInEnglish: '상수마다 붙인 설명과 측정 결과는 영어입니다.',
    stream: '표시해 둔 글',
    strangers: '다른 사건의 글',
    missing: '다른 이슈에 있는 글',
    streams: {
      'AI news, four days, three languages': 'AI 뉴스, 나흘, 세 언어',
      'headlines in nine languages, a month': '아홉 언어의 제목, 한 달',
      'their English part': '그중 영어',
      'headlines of 40 broad business stories': '큰 경제 이슈 40건의 제목',
      'look-alike events, two of each sort': '서로 닮은 사건, 종류마다 둘',
    },
    polling: {
      poll_min_seconds: '한 피드를 다시 수집하기까지의 최소 간격.',
      poll_max_seconds: '응답하는 피드를 다시 수집하기까지의 최대 간격.',
      max_connections_per_host: '한 호스트에 동시에 여는 연결 수.',
      max_body_bytes: '읽는 본문의 최대 길이.',
      fetch_timeout_ms: '한 번 수집하는 데 쓰는 최대 시간.',
    },
    shipped: (value) => `기본값: ${value}.`,
    units: {
      h: '시간',
      items: '건',
      stories: '이슈',
      terms: '낱말',
      letters: '글자',
      characters: '자',
      bytes: '바이트',
      s: '초',
      ms: '밀리초',
    },
    shareOf: (signal, what) => `‘${signal}’ 점수 가운데 비율: ${what}.`,
    constants: {
      'owners-for-half': '뒷받침 점수의 절반을 얻는 독립 소유주 수.',
      'names-for-all': '만점을 얻는 구체적인 이름의 수.',
      'half-life-hours': '새로움 점수가 절반이 되기까지의 시간.',
      'followers-an-hour-for-half': '확산 속도 점수의 절반을 얻는, 한 시간에 뒤따른 곳의 수.',
    },
  },
}
