import { fillTemplate } from '../../lib/fill-template.ts'
import { inLanguage, type UiRow, uiLanguageOr } from '../../lib/ui-languages.ts'
import type { Atlas } from '../atlas-types.ts'
import { nameIn } from '../names.ts'
import type { Method } from '../types.ts'
import { numbersIn } from './numbers.ts'
import type { Exclusion } from './types.ts'

/** Phrases of a decision's explanation; `{name}` is a parameter. */
const PHRASES = {
  clear: [
    '{hub}, clearly: first in {percent} of {draws} runs.',
    '明確是{hub}：{draws}次模擬中{percent}居首。',
    '明确是{hub}：{draws}次模拟中{percent}居首。',
    '明確に{hub}：{draws}回の試行の{percent}で1位。',
    '분명히 {hub}: 모의실험 {draws}회 중 {percent}에서 1위.',
  ],
  likely: [
    '{hub}, likely: first in {percent} of {draws} runs.',
    '很可能是{hub}：{draws}次模擬中{percent}居首。',
    '很可能是{hub}：{draws}次模拟中{percent}居首。',
    'おそらく{hub}：{draws}回の試行の{percent}で1位。',
    '아마도 {hub}: 모의실험 {draws}회 중 {percent}에서 1위.',
  ],
  leaning: [
    'Leaning to {hub}: first in {percent} of {draws} runs.',
    '傾向{hub}：{draws}次模擬中{percent}居首。',
    '倾向{hub}：{draws}次模拟中{percent}居首。',
    '{hub}に傾く：{draws}回の試行の{percent}で1位。',
    '{hub} 쪽으로 기욺: 모의실험 {draws}회 중 {percent}에서 1위.',
  ],
  open: [
    'No clear winner: {hub} is first in {percent} of {draws} runs.',
    '沒有明確勝者：{hub}在{draws}次模擬中{percent}居首。',
    '没有明确胜者：{hub}在{draws}次模拟中{percent}居首。',
    '明確な勝者なし：{hub}は{draws}回の試行の{percent}で1位。',
    '뚜렷한 1위 없음: {hub}, 모의실험 {draws}회 중 {percent}에서 1위.',
  ],
  tied: [
    'No winner; the same score: {list}.',
    '沒有勝者：{list}分數相同。',
    '没有胜者：{list}分数相同。',
    '勝者なし：{list}は同点。',
    '1위 없음: {list}의 점수가 같습니다.',
  ],
  noFlipOfTie: [
    'No change of a single weight tells them apart.',
    '單一權重的改變無法分出高下。',
    '单一权重的改变无法分出高下。',
    '重みを一つ変えても差は付かない。',
    '가중치 하나만 바꾸어서는 차이가 나지 않습니다.',
  ],
  none: [
    'No recommendation: none of the {count} hubs can be chosen for these needs.',
    '沒有建議：{count}個樞紐均不符合這些需要。',
    '没有建议：{count}个枢纽均不符合这些需要。',
    '推奨なし：{count}拠点のどれもこの条件では選べない。',
    '추천 없음: 거점 {count}곳 가운데 이 조건에서 고를 수 있는 곳이 없습니다.',
  ],
  oneOnly: [
    '{hub} is the only one that can be ranked.',
    '只有{hub}可以排名。',
    '只有{hub}可以排名。',
    '順位を付けられるのは{hub}だけ。',
    '순위를 매길 수 있는 곳은 {hub}뿐입니다.',
  ],
  rivals: ['Next: {list}.', '其次：{list}。', '其次：{list}。', '次点：{list}。', '다음 순위: {list}.'],
  why: ['Why: {list}.', '理由：{list}。', '理由：{list}。', '理由：{list}。', '이유: {list}.'],
  against: ['Against: {list}.', '不利：{list}。', '不利：{list}。', '不利な点：{list}。', '불리한 점: {list}.'],
  datum: [
    '{criterion} {value} ({method})',
    '{criterion} {value}（{method}）',
    '{criterion} {value}（{method}）',
    '{criterion} {value}（{method}）',
    '{criterion} {value}({method})',
  ],
  interval: ['{lo} to {hi}', '{lo}至{hi}', '{lo}至{hi}', '{lo}〜{hi}', '{lo}~{hi}'],
  flipMore: [
    '{other} overtakes {leader} if {criterion} weighs more than {at} (now {now}).',
    '若「{criterion}」的權重高於{at}（現為{now}），{other}會超過{leader}。',
    '若“{criterion}”的权重高于{at}（现为{now}），{other}会超过{leader}。',
    '「{criterion}」の重みが{at}を超えると（現在{now}）、{other}が{leader}を上回る。',
    '‘{criterion}’의 가중치가 {at}보다 크면(현재 {now}) {other} 쪽이 {leader}보다 앞섭니다.',
  ],
  flipLess: [
    '{other} overtakes {leader} if {criterion} weighs less than {at} (now {now}).',
    '若「{criterion}」的權重低於{at}（現為{now}），{other}會超過{leader}。',
    '若“{criterion}”的权重低于{at}（现为{now}），{other}会超过{leader}。',
    '「{criterion}」の重みが{at}を下回ると（現在{now}）、{other}が{leader}を上回る。',
    '‘{criterion}’의 가중치가 {at}보다 작으면(현재 {now}) {other} 쪽이 {leader}보다 앞섭니다.',
  ],
  noFlip: [
    'No change of a single weight changes the answer.',
    '單一權重的改變不會改變答案。',
    '单一权重的改变不会改变答案。',
    '重みを一つ変えても答えは変わらない。',
    '가중치 하나만 바꾸어서는 답이 바뀌지 않습니다.',
  ],
  excluded: [
    'Excluded, {count}: {list}.',
    '已排除{count}個：{list}。',
    '已排除{count}个：{list}。',
    '除外{count}件：{list}。',
    '제외 {count}곳: {list}.',
  ],
  unranked: [
    'Not ranked, for want of data: {list}.',
    '因缺數據未排名：{list}。',
    '因缺数据未排名：{list}。',
    'データ不足で順位なし：{list}。',
    '데이터가 부족해 순위 없음: {list}.',
  ],
  sourceChanges: [
    'Without “{source}” the answer is {leader}.',
    '若不計「{source}」，答案是{leader}。',
    '若不计“{source}”，答案是{leader}。',
    '「{source}」を除くと答えは{leader}。',
    '출처 ‘{source}’ 없이 계산한 답: {leader}.',
  ],
  sourcesHold: [
    'Leaving out any one of the {count} sources changes nothing.',
    '逐一剔除{count}個來源，答案不變。',
    '逐一剔除{count}个来源，答案不变。',
    '{count}件の出典のどれを除いても答えは変わらない。',
    '출처 {count}곳 가운데 어느 하나를 빼도 답이 그대로입니다.',
  ],
  sourceHolds: [
    'Leaving out its one source changes nothing.',
    '剔除唯一的來源，答案不變。',
    '剔除唯一的来源，答案不变。',
    '唯一の出典を除いても答えは変わらない。',
    '하나뿐인 출처를 빼도 답이 그대로입니다.',
  ],
  claimsChange: [
    'Without claimed and assumed values the answer is {leader}.',
    '若不計聲稱及假設的數值，答案是{leader}。',
    '若不计声称及假设的数值，答案是{leader}。',
    '主張と仮定の値を除くと答えは{leader}。',
    '주장과 가정한 값 없이 계산한 답: {leader}.',
  ],
  claimsHold: [
    'It does not rest on claimed or assumed values.',
    '答案不依賴聲稱或假設的數值。',
    '答案不依赖声称或假设的数值。',
    '主張や仮定の値には依存していない。',
    '주장이나 가정한 값에 기대지 않습니다.',
  ],
  made: [
    'The values behind it: {list}.',
    '所依據的數值：{list}。',
    '所依据的数值：{list}。',
    'もとになる値の内訳：{list}。',
    '바탕이 되는 값: {list}.',
  ],
  crossAgree: [
    'Two other ways of ranking, TOPSIS and PROMETHEE II, put the same hub first.',
    '另兩種排名方法（TOPSIS與PROMETHEE II）也以同一樞紐居首。',
    '另两种排名方法（TOPSIS与PROMETHEE II）也以同一枢纽居首。',
    '別の二つの順位付け手法、TOPSISとPROMETHEE IIでも1位は同じ。',
    '다른 두 순위 방법인 TOPSIS와 PROMETHEE II에서도 1위가 같습니다.',
  ],
  crossDiffer: [
    'Two other ways of ranking differ: TOPSIS has {topsis} first, PROMETHEE II {promethee}.',
    '另兩種排名方法不同：TOPSIS以{topsis}居首，PROMETHEE II以{promethee}居首。',
    '另两种排名方法不同：TOPSIS以{topsis}居首，PROMETHEE II以{promethee}居首。',
    '別の二つの順位付け手法では異なる：TOPSISは{topsis}、PROMETHEE IIは{promethee}が1位。',
    '다른 두 순위 방법에서는 다릅니다: TOPSIS 1위 {topsis}, PROMETHEE II 1위 {promethee}.',
  ],
  pair: [
    'Split: train in {train}, serve from {serve} ({score}, {ms} ms apart, {method}).',
    '分工：在{train}訓練，由{serve}服務（{score}，相距{ms} ms，{method}）。',
    '分工：在{train}训练，由{serve}服务（{score}，相距{ms} ms，{method}）。',
    '分担：{train}で学習し、{serve}から提供（{score}、間は{ms} ms、{method}）。',
    '분담: 학습 {train}, 서비스 {serve}({score}, 사이 {ms} ms, {method}).',
  ],
  noPair: [
    'No pair of hubs keeps to the limits of the split.',
    '沒有一對樞紐符合分工的限制。',
    '没有一对枢纽符合分工的限制。',
    '分担の制限を満たす組がない。',
    '분담의 한도를 지키는 거점 쌍이 없습니다.',
  ],
  chance: [
    'Whether {hub} keeps to {limit} is open: by the interval, to {percent}.',
    '{hub}能否符合{limit}未定：按區間計，可能性為{percent}。',
    '{hub}能否符合{limit}未定：按区间计，可能性为{percent}。',
    '{hub}が{limit}を満たすかは確かでない：区間から見て{percent}の見込み。',
    '{hub}: {limit} 충족 여부는 불확실, 구간으로 보아 가능성 {percent}.',
  ],
  unchecked: [
    'Whether {hub} keeps to {limit} cannot be checked: there is no data.',
    '{hub}是否符合{limit}無從查核：沒有數據。',
    '{hub}是否符合{limit}无从核查：没有数据。',
    '{hub}が{limit}を満たすかは確認できない：データがない。',
    '{hub}: {limit} 충족 여부를 확인할 데이터가 없습니다.',
  ],
  whatIf: [
    'If {conditions}: {answer}.',
    '若{conditions}：{answer}。',
    '若{conditions}：{answer}。',
    '{conditions}なら、{answer}。',
    '{conditions}: {answer}.',
  ],
  condition: [
    '{criterion} of {hub} is {to}, not {from}',
    '{hub}的{criterion}是{to}而非{from}',
    '{hub}的{criterion}是{to}而非{from}',
    '{hub}の{criterion}が{from}ではなく{to}',
    '{hub}의 {criterion} 값이 {from} 대신 {to}일 때',
  ],
  thenFirst: [
    '{leader} is first, in {percent} of {draws} runs',
    '{leader}居首（{draws}次模擬中{percent}）',
    '{leader}居首（{draws}次模拟中{percent}）',
    '{leader}が1位になる（{draws}回の試行の{percent}）',
    '{leader} 1위(모의실험 {draws}회 중 {percent})',
  ],
  thenNobody: ['nobody can be recommended', '沒有可推薦者', '没有可推荐者', 'どこも推奨できない', '추천할 곳 없음'],
  unknownParent: [
    'Whether a parent company in {country} needs a licence for advanced US chips is not in our data.',
    '母公司在{country}時先進美國晶片是否須有許可，我們沒有數據。',
    '母公司在{country}时先进美国芯片是否须有许可，我们没有数据。',
    '親会社が{country}にある場合に先端の米国製チップの許可が要るかは、データにない。',
    '모회사가 {country}에 있을 때 미국산 첨단 칩에 허가가 필요한지는 데이터에 없습니다.',
  ],
  assumedPower: [
    'No megawatts were given; training of this share is taken to need more than {mw}.',
    '未填兆瓦數；此訓練比例視為需要{mw}兆瓦以上。',
    '未填兆瓦数；此训练比例视为需要{mw}兆瓦以上。',
    'MWの指定なし。この学習比率では{mw} MW超が必要とみなした。',
    'MW를 적지 않아, 이 학습 비중에는 {mw} MW 넘게 필요하다고 보았습니다.',
  ],
  join: [', ', '、', '、', '、', ', '],
  comma: [', ', '，', '，', '、', ', '],
  semicolon: ['; ', '；', '；', '；', '; '],
  aside: ['{what} ({more})', '{what}（{more}）', '{what}（{more}）', '{what}（{more}）', '{what}({more})'],
  lacking: [
    '{hub} (no data for {missing}; could score {range})',
    '{hub}（缺{missing}；分數可能為{range}）',
    '{hub}（缺{missing}；分数可能为{range}）',
    '{hub}（{missing}のデータなし、ありうる点は{range}）',
    '{hub}({missing} 데이터 없음, 가능한 점수 {range})',
  ],
  nobody: ['nobody', '無', '无', 'なし', '없음'],
} as const satisfies Readonly<Record<string, UiRow>>

const METHODS: Readonly<Record<Method | 'missing', UiRow>> = {
  measured: ['measured', '量度', '测量', '実測', '실측'],
  reported: ['reported', '公布', '公布', '公表', '발표'],
  derived: ['derived', '推算', '推算', '算出', '계산'],
  estimated: ['estimated', '估算', '估算', '推定', '추정'],
  inherited: ['inherited', '沿用較大範圍', '沿用较大范围', '広域の値を流用', '상위 지역 값'],
  coded: ['coded', '評級', '评级', '評点', '평가'],
  claimed: ['claimed', '聲稱', '声称', '主張', '주장'],
  assumed: ['assumed', '假設', '假设', '仮定', '가정'],
  forecast: ['forecast', '預測', '预测', '予測', '예측'],
  missing: ['no data', '無數據', '无数据', 'データなし', '데이터 없음'],
}

const RULES: Readonly<Record<Exclusion['rule'], UiRow>> = {
  region: [
    'a region: choose among its members',
    '屬區域，請選其成員城市',
    '属区域，请选其成员城市',
    '地域なので、その構成都市から選ぶ',
    '권역이므로 소속 도시에서 선택',
  ],
  residency: [
    'the data may not be kept there',
    '數據不可存放於該地',
    '数据不可存放于该地',
    'データをそこに置けない',
    '데이터를 그곳에 둘 수 없음',
  ],
  'local-entity': [
    'hosting there needs a local entity and a licence',
    '在當地託管須有本地實體及牌照',
    '在当地托管须有本地实体及牌照',
    '現地法人と許可が必要',
    '그곳에서 호스팅하려면 현지 법인과 허가가 필요',
  ],
  'chip-licence': [
    'advanced US chips need a licence there',
    '先進美國晶片在當地須有許可',
    '先进美国芯片在当地须有许可',
    '先端の米国製チップに許可が必要',
    '그곳에서는 미국산 첨단 칩에 허가가 필요',
  ],
  'parent-chip-licence': [
    'advanced US chips need a licence because of the parent company’s country',
    '因母公司所在國，先進美國晶片須有許可',
    '因母公司所在国，先进美国芯片须有许可',
    '親会社の所在国により先端の米国製チップに許可が必要',
    '모회사 국가 때문에 미국산 첨단 칩에 허가가 필요',
  ],
  'round-trip': [
    'at best {best} ms to {market}, more than {limit} ms',
    '到{market}最佳也要{best} ms，高於{limit} ms',
    '到{market}最佳也要{best} ms，高于{limit} ms',
    '{market}まで最良でも{best} ms、上限は{limit} ms',
    '{market}까지 가장 빨라도 {best} ms, 한도 {limit} ms',
  ],
  power: [
    'power headroom at best {best} of 4, needs {limit}',
    '電力餘量最佳為{best}/4，需要{limit}',
    '电力余量最佳为{best}/4，需要{limit}',
    '電力の余力は最良でも4段階の{best}、必要は{limit}',
    '전력 여유는 4단계 중 최고 {best}, 필요 {limit}',
  ],
  carbon: [
    'grid carbon at best {best} g/kWh, more than {limit}',
    '電網碳強度最佳為{best} g/kWh，高於{limit}',
    '电网碳强度最佳为{best} g/kWh，高于{limit}',
    '系統の炭素強度は最良でも{best} g/kWh、上限は{limit}',
    '전력망 탄소는 가장 낮아도 {best} g/kWh, 상한 {limit}',
  ],
  price: [
    'electricity at best {best} USD/kWh, more than {limit}',
    '電價最佳為{best} USD/kWh，高於{limit}',
    '电价最佳为{best} USD/kWh，高于{limit}',
    '電気料金は最良でも{best} USD/kWh、上限は{limit}',
    '전기 요금은 가장 낮아도 {best} USD/kWh, 상한 {limit}',
  ],
}

export type PhraseKey = keyof typeof PHRASES

/** Phrases of a decision's explanation in one language. */
export interface Phrases {
  say(key: PhraseKey, params?: Readonly<Record<string, string>>): string
  method(method: Method | 'missing'): string
  /** Joins texts into a list. */
  list(texts: readonly string[]): string
}

export function phrasesIn(language: string): Phrases {
  const ui = uiLanguageOr(language)
  return {
    say: (key, params = {}) => fillTemplate(inLanguage(PHRASES[key], ui), (name) => params[name]),
    method: (method) => inLanguage(METHODS[method], ui),
    list: (texts) => texts.join(inLanguage(PHRASES.join, ui)),
  }
}

/** @returns the reason for an exclusion in words */
export function exclusionWords({ rule, best, limit, market }: Exclusion, atlas: Atlas, language: string): string {
  const digits = rule === 'price' ? 3 : rule === 'power' ? 1 : 0
  const number = (value: number | undefined) => (value === undefined ? '' : numbersIn(language).number(value, digits))
  const found = market === undefined ? undefined : atlas.market(market)
  const params: Readonly<Record<string, string>> = {
    best: number(best),
    limit: number(limit),
    market: found ? nameIn(found.names, language) : '',
  }
  return fillTemplate(inLanguage(RULES[rule], uiLanguageOr(language)), (name) => params[name])
}
