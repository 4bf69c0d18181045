import { fillTemplate } from '../lib/fill-template.ts'
import { UI_LANGUAGES, type UiLanguage, type UiRow } from '../lib/ui-languages.ts'

/** A message with plural forms, chosen by the parameter that `count` names. Chinese, Japanese and Korean have one form. */
interface PluralMessage {
  readonly count: string
  readonly one: string
  readonly other: string
}
type Message = string | PluralMessage

function plural(count: string, one: string, other: string): PluralMessage {
  return { count, one, other }
}

/** `{name}` is a parameter of the phrase. */
type Row = UiRow<Message>

function rows<const T extends Readonly<Record<string, Row>>>(table: T): T {
  return table
}

/** Clauses that state a finding, to be joined in one sentence: without full stop, in lower case where the language has it. */
const CLAUSES = rows({
  corroboration: [
    plural('independent', '{independent} independent source reports it', '{independent} independent sources report it'),
    '{independent} 個獨立來源報道',
    '{independent} 个独立来源报道',
    '独立した情報源{independent}件が報じている',
    '독립된 출처 {independent}곳이 보도',
  ],
  'corroboration-community': [
    plural(
      'independent',
      '{independent} source in an open community reports it',
      '{independent} sources in open communities report it and count as one',
    ),
    '{independent} 個開放社群來源報道，合計作一個',
    '{independent} 个开放社区来源报道，合计作一个',
    '公開コミュニティの{independent}者が伝え、合わせて1つと数える',
    '공개 커뮤니티 출처 {independent}곳이 보도, 합쳐서 한 곳으로 계산',
  ],
  'corroboration-none': [
    'no independent source reports it yet',
    '尚無獨立來源報道',
    '尚无独立来源报道',
    '独立した情報源はまだ報じていない',
    '아직 보도한 독립 출처 없음',
  ],
  'authority-1': [
    'the best source is a primary one',
    '最佳來源為一手來源',
    '最佳来源为一手来源',
    '最も確かな情報源は一次情報',
    '가장 믿을 만한 출처는 1차 출처',
  ],
  'authority-2': [
    'the best source is a newsroom that reports',
    '最佳來源為新聞機構',
    '最佳来源为新闻机构',
    '最も確かな情報源は報道機関',
    '가장 믿을 만한 출처는 취재하는 언론사',
  ],
  'authority-3': [
    'the best source is commentary or aggregation',
    '最佳來源為評論或匯編',
    '最佳来源为评论或汇编',
    '最も確かな情報源は論評またはまとめ',
    '가장 믿을 만한 출처는 논평이나 모음',
  ],
  'authority-4': [
    'the best source is an open community',
    '最佳來源為開放社群',
    '最佳来源为开放社区',
    '最も確かな情報源は公開コミュニティ',
    '가장 믿을 만한 출처는 공개 커뮤니티',
  ],
  'authority-none': [
    'no source that counts stands behind it',
    '沒有計入的來源佐證',
    '没有计入的来源佐证',
    '数えられる情報源の裏付けがない',
    '뒷받침하는 출처 중 집계하는 곳 없음',
  ],
  spread: [
    'sources of {tiers} tiers report it',
    '來源分屬 {tiers} 個級別',
    '来源分属 {tiers} 个级别',
    '情報源は{tiers}階層にわたる',
    '{tiers}개 등급의 출처가 보도',
  ],
  'spread-none': [
    'its sources are not of different tiers',
    '來源並非分屬不同級別',
    '来源并非分属不同级别',
    '情報源は異なる階層にわたっていない',
    '출처의 등급이 서로 다르지 않음',
  ],
  primary: ['a primary document is in hand', '已有原始文件', '已有原始文件', '一次資料がある', '1차 자료 있음'],
  'primary-none': [
    'no primary document is in hand',
    '尚無原始文件',
    '尚无原始文件',
    '一次資料はまだない',
    '아직 1차 자료 없음',
  ],
  'significance-release': ['it is a release', '事件屬發布', '事件属发布', '公開・発表の話題である', '출시 소식'],
  'significance-research': ['it is research', '事件屬研究', '事件属研究', '研究の話題である', '연구 소식'],
  'significance-policy': ['it is policy', '事件屬政策', '事件属政策', '政策の話題である', '정책 소식'],
  'significance-funding': [
    'it is a deal',
    '事件屬融資或交易',
    '事件属融资或交易',
    '資金・取引の話題である',
    '투자·거래 소식',
  ],
  'significance-infrastructure': [
    'it is infrastructure',
    '事件屬基礎設施',
    '事件属基础设施',
    'インフラの話題である',
    '인프라 소식',
  ],
  'significance-incident': ['it is an incident', '事件屬事故', '事件属事故', '事故・障害の話題である', '사고 소식'],
  'significance-opinion': ['it is an opinion', '內容屬評論', '内容属评论', '意見・論説である', '오피니언'],
  'significance-tool': ['it is a tool', '事件屬工具', '事件属工具', 'ツールの話題である', '도구 소식'],
  'significance-business': [
    'it is a matter of business',
    '事件屬商業',
    '事件属商业',
    '企業活動の話題である',
    '비즈니스 소식',
  ],
  'significance-people': ['it is about a person', '事件屬人事', '事件属人事', '人事の話題である', '인물 소식'],
  'significance-other': [
    'it is of no special kind',
    '事件不屬特定類別',
    '事件不属特定类别',
    '特定の種類に当たらない',
    '특정 분류에 들지 않음',
  ],
  specifics: [
    plural('names', 'it names {names} specific thing or person', 'it names {names} specific things or people'),
    '提到 {names} 個具體名稱',
    '提到 {names} 个具体名称',
    '具体的な名が{names}つ挙がっている',
    '구체적인 이름 {names}개 언급',
  ],
  'specifics-none': [
    'it names nothing specific',
    '未提到具體名稱',
    '未提到具体名称',
    '具体的な名が挙がっていない',
    '구체적인 이름 없음',
  ],
  novelty: [
    plural(
      'earlier',
      '{earlier} story like it came in the week before',
      '{earlier} stories like it came in the week before',
    ),
    '前一週有 {earlier} 則同類事件',
    '前一周有 {earlier} 则同类事件',
    '前の週に同様の話題が{earlier}件あった',
    '지난 한 주에 비슷한 이슈 {earlier}건',
  ],
  'novelty-first': [
    'nothing like it was in the week before',
    '前一週沒有同類事件',
    '前一周没有同类事件',
    '前の週に同様の話題はなかった',
    '지난 한 주에 비슷한 이슈 없음',
  ],
  'novelty-unknown': [
    'nothing like it is known, from less than a week of reading',
    '開站未滿一週，尚未見同類事件',
    '开站未满一周，尚未见同类事件',
    '読み始めて一週間未満、同様の話題はまだない',
    '수집 일주일 미만, 비슷한 이슈 아직 없음',
  ],
  'freshness-hour': [
    'the newest report is less than an hour old',
    '最新報道不到一小時',
    '最新报道不到一小时',
    '最新の報道から1時間たっていない',
    '최신 보도가 나온 지 1시간 이내',
  ],
  'freshness-hours': [
    plural('whole', 'the newest report is {whole} hour old', 'the newest report is {whole} hours old'),
    '最新報道在 {whole} 小時前',
    '最新报道在 {whole} 小时前',
    '最新の報道は{whole}時間前',
    '최신 보도는 {whole}시간 전',
  ],
  'freshness-days': [
    plural('whole', 'the newest report is {whole} day old', 'the newest report is {whole} days old'),
    '最新報道在 {whole} 天前',
    '最新报道在 {whole} 天前',
    '最新の報道は{whole}日前',
    '최신 보도는 {whole}일 전',
  ],
  momentum: [
    plural(
      'followers',
      '{followers} more owner followed within {whole} h',
      '{followers} more owners followed within {whole} h',
    ),
    '{whole} 小時內另有 {followers} 家跟進',
    '{whole} 小时内另有 {followers} 家跟进',
    '{whole}時間以内に他の{followers}者が続いた',
    '{whole}시간 안에 다른 {followers}곳이 뒤따름',
  ],
  'momentum-none': [
    'no other owner has followed',
    '尚無其他機構跟進',
    '尚无其他机构跟进',
    'ほかに続いた者はいない',
    '뒤따른 곳 없음',
  ],
})

/** Labels of the parts of a score and of possible changes; not part of the sentence. */
const LABELS = rows({
  score: ['score', '總分', '总分', '総合点', '총점'],
  'group-independence': ['independence', '獨立性', '独立性', '独立性', '독립성'],
  'group-standing': ['standing', '來源分量', '来源分量', '情報源の格', '출처의 무게'],
  'group-substance': ['substance', '實質', '实质', '内容', '내용'],
  'group-timeliness': ['freshness', '時效', '时效', '新しさ', '새로움'],
  'signal-corroboration': ['independent sources', '獨立來源', '独立来源', '独立した情報源', '독립된 출처'],
  'signal-authority': ['best source', '最佳來源', '最佳来源', '最も確かな情報源', '가장 믿을 만한 출처'],
  'signal-spread': ['spread of tiers', '級別跨度', '级别跨度', '階層の広がり', '등급의 폭'],
  'signal-primary': ['primary document', '原始文件', '原始文件', '一次資料', '1차 자료'],
  'signal-significance': ['kind of event', '事件類別', '事件类别', '話題の種類', '사건 분류'],
  'signal-specifics': ['specific names', '具體名稱', '具体名称', '具体的な名', '구체적인 이름'],
  'signal-novelty': ['novelty', '新穎', '新颖', '新規性', '참신함'],
  'signal-freshness': ['newest report', '最新報道', '最新报道', '最新の報道', '최신 보도'],
  'signal-momentum': ['momentum', '擴散速度', '扩散速度', '勢い', '확산 속도'],
  'move-owner': [
    'an independent report by one more owner, {owners} in all',
    '再有一家機構獨立報道（共 {owners} 家）',
    '再有一家机构独立报道（共 {owners} 家）',
    '別の一者による独立した報道（計{owners}者）',
    '다른 한 곳의 독립 보도(모두 {owners}곳)',
  ],
  'move-primary': [
    'a primary document turning up',
    '出現原始文件',
    '出现原始文件',
    '一次資料が出ること',
    '1차 자료가 나오는 것',
  ],
  'move-silence': [
    plural('hours', '{hours} hour without news', '{hours} hours without news'),
    '{hours} 小時沒有新消息',
    '{hours} 小时没有新消息',
    '{hours}時間続報がないこと',
    '{hours}시간 동안 새 소식이 없는 것',
  ],
})

/** Descriptions of what each signal measures, for people who change its weight. */
const MEANINGS = rows({
  'means-corroboration': [
    'Independent owners that report the story; an open community counts as one, and only where nobody else reports.',
    '獨立報道此事的機構數目；開放社群合計作一家，且只在別無報道時計算。',
    '独立报道此事的机构数目；开放社区合计作一家，且只在别无报道时计算。',
    'この話題を独立に報じた発行者の数。公開コミュニティは、ほかに報道がない場合に限り1つと数える。',
    '이 이슈를 독립적으로 보도한 소유주의 수. 공개 커뮤니티는 다른 보도가 없을 때만 합쳐서 하나로 셉니다.',
  ],
  'means-authority': [
    'Standing of the best of them.',
    '其中最佳來源的分量。',
    '其中最佳来源的分量。',
    'そのうち最も確かな情報源の格。',
    '그중 가장 믿을 만한 출처의 무게.',
  ],
  'means-spread': [
    'How many of the tiers 1 to 3 they come from.',
    '來源涵蓋第一至第三級中的幾級。',
    '来源涵盖第一至第三级中的几级。',
    '第1～第3階層のうちいくつから報じられたか。',
    '출처가 1~3등급 가운데 몇 등급에 걸치는지.',
  ],
  'means-primary': [
    'A primary document is among the items.',
    '內容中有原始文件。',
    '内容中有原始文件。',
    '記事の中に一次資料がある。',
    '글 가운데 1차 자료가 있는지.',
  ],
  'means-significance': [
    'What kind of event it is.',
    '屬於哪一類事件。',
    '属于哪一类事件。',
    'どの種類の出来事か。',
    '어떤 종류의 사건인지.',
  ],
  'means-specifics': [
    'Named models, chips, laws, people … that tell the event from others.',
    '點名的模型、晶片、法規、人物等，足以與其他事件區分。',
    '点名的模型、芯片、法规、人物等，足以与其他事件区分。',
    'ほかの出来事と区別できる、名の挙がったモデル、半導体、法令、人物など。',
    '다른 사건과 구별해 주는 모델, 칩, 법령, 인물 등의 이름.',
  ],
  'means-novelty': [
    'How few stories of the same kind about the same names the last 7 days had.',
    '過去七日內，同類而涉及相同名稱的報道有多少；愈少分愈高。',
    '过去七日内，同类而涉及相同名称的报道有多少；愈少分愈高。',
    '過去7日間に、同じ種類で同じ名についての話題がどれほど少なかったか。',
    '지난 7일 동안 같은 이름에 관한 같은 분류의 이슈가 얼마나 적었는지.',
  ],
  'means-freshness': [
    'How new the newest independent report is.',
    '最新的獨立報道有多新。',
    '最新的独立报道有多新。',
    '最新の独立した報道がどれほど新しいか。',
    '최신 독립 보도가 얼마나 새로운지.',
  ],
  'means-momentum': [
    'How fast other owners followed the first.',
    '其他機構跟進首家報道的速度。',
    '其他机构跟进首家报道的速度。',
    'ほかの発行者が最初の報道にどれほど早く続いたか。',
    '다른 곳들이 첫 보도를 얼마나 빨리 뒤따랐는지.',
  ],
})

/** Reasons for a story's kind. */
const KIND_REASONS = rows({
  'kind-words': [
    'its reports say “{words}”',
    '報道中有「{words}」',
    '报道中有“{words}”',
    '報道に「{words}」とある',
    '보도에 ‘{words}’ 표현이 있음',
  ],
  'kind-form': [
    'its reports are {form}',
    '報道皆為{form}',
    '报道皆为{form}',
    '報道はいずれも{form}',
    '보도가 모두 {form}',
  ],
  'kind-filed': [
    'its publisher files it under “{section}”',
    '發布者將其歸入「{section}」',
    '发布者将其归入“{section}”',
    '発行者が「{section}」に入れている',
    '발행처가 ‘{section}’에 분류함',
  ],
  'kind-title': [
    'how it is worded and whom it names, more than any one word',
    '主要依寫法與所提名稱，而非個別字詞',
    '主要依写法与所提名称，而非个别字词',
    '個々の語よりも、書き方と挙げた名前による',
    '낱말 하나하나보다 글의 꼴과 언급한 이름에 따름',
  ],
  'kind-usual': [
    'little in it tells; such publishers mostly write of this',
    '內容線索不多，這類發布者多寫此類',
    '内容线索不多，这类发布者多写此类',
    '手がかりが少なく、この種の発行者に多いものによる',
    '단서가 적어, 이런 발행처가 주로 쓰는 분류를 따름',
  ],
  'kind-opinion': [
    'every independent report is an opinion',
    '所有獨立報道皆為評論',
    '所有独立报道皆为评论',
    '独立した報道はすべて論説',
    '독립 보도가 모두 오피니언',
  ],
  'kind-none': ['no rule decides', '沒有規則適用', '没有规则适用', '当てはまる規則がない', '해당하는 규칙 없음'],
})

/** Names of item forms that are a reason for a kind (see `PRIORS`). */
const FORMS: Readonly<Record<string, UiRow<string>>> = {
  paper: ['papers', '論文', '论文', '論文', '논문'],
  release: ['releases of a repository', '代碼庫的新版本', '代码库的新版本', 'リポジトリのリリース', '저장소의 릴리스'],
}

/** Appended to a kind that counts for more or less than by default. */
const WEIGHED: UiRow<string> = [
  ' (worth {share} of 1 by these weights, {shipped} as shipped)',
  '（按此權重值 {share}，預設 {shipped}）',
  '（按此权重值 {share}，默认 {shipped}）',
  '（この重みでは1のうち{share}、初期値{shipped}）',
  '(이 가중치로 1 중 {share}, 기본값 {shipped})',
]

export const REASON_MESSAGES = { ...CLAUSES, ...LABELS, ...MEANINGS, ...KIND_REASONS }
/** Key of a phrase of `rank/`. */
export type ReasonKey = keyof typeof REASON_MESSAGES

const MESSAGE_BY_KEY: ReadonlyMap<string, Row> = new Map(Object.entries(REASON_MESSAGES))
const PLURAL_RULES: ReadonlyMap<UiLanguage, Intl.PluralRules> = new Map(
  UI_LANGUAGES.map((language) => [language, new Intl.PluralRules(language)]),
)

const NUMBER_FORMATS: ReadonlyMap<UiLanguage, Intl.NumberFormat> = new Map(
  UI_LANGUAGES.map((language) => [language, new Intl.NumberFormat(language)]),
)

/**
 * Words a phrase of `rank/` in a reader's language, with its parameters filled in.
 *
 * @returns plain text, to be escaped for display; the key itself if it is unknown
 * @example
 * sayPhrase({ key: 'corroboration', params: { independent: 1 } }, 'en') // '1 independent source reports it'
 */
export function sayPhrase(
  phrase: { readonly key: string; readonly params: Readonly<Record<string, string | number>> },
  language: UiLanguage,
): string {
  const message = MESSAGE_BY_KEY.get(phrase.key)?.[UI_LANGUAGES.indexOf(language)]
  if (message === undefined) return phrase.key
  const { params } = phrase
  const template =
    typeof message === 'string'
      ? message
      : PLURAL_RULES.get(language)!.select(Number(params[message.count])) === 'one'
        ? message.one
        : message.other
  const whole = Object.hasOwn(params, 'shipped') ? template + WEIGHED[UI_LANGUAGES.indexOf(language)] : template
  return fillTemplate(whole, (name) =>
    Object.hasOwn(params, name) ? sayValue(name, params[name]!, language) : undefined,
  )
}

function sayValue(name: string, value: string | number, language: UiLanguage): string {
  if (typeof value === 'number') return NUMBER_FORMATS.get(language)!.format(value)
  if (name === 'form') return FORMS[value]?.[UI_LANGUAGES.indexOf(language)] ?? value
  // A list, which Chinese and Japanese separate with their own mark.
  return name === 'words' && language !== 'en' && language !== 'ko' ? value.replaceAll(', ', '、') : value
}
