import { nameIn } from '../names.ts'
import type { Atlas, Method } from '../types.ts'
import { numbersIn } from './numbers.ts'
import type { Exclusion, Verdict } from './types.ts'

/** Phrases of a decision's explanation, in the languages of the interface. */
interface Words {
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'none'>, (hub: string, percent: string, draws: string) => string>>
  readonly none: (count: string) => string
  readonly oneOnly: (hub: string) => string
  readonly rivals: (list: string) => string
  readonly why: (list: string) => string
  readonly against: (list: string) => string
  readonly datum: (criterion: string, value: string, method: string) => string
  readonly interval: (lo: string, hi: string) => string
  readonly flip: (other: string, leader: string, criterion: string, at: string, now: string, isMore: boolean) => string
  readonly noFlip: string
  readonly excluded: (count: string, list: string) => string
  readonly unranked: (list: string) => string
  readonly sourceChanges: (source: string, leader: string) => string
  readonly sourcesHold: (count: string) => string
  readonly claims: (leader: string | undefined, changes: boolean) => string
  readonly made: (list: string) => string
  readonly crossAgree: string
  readonly crossDiffer: (topsis: string, promethee: string) => string
  readonly pair: (train: string, serve: string, score: string, ms: string, method: string) => string
  readonly noPair: string
  readonly chance: (hub: string, limit: string, percent: string) => string
  readonly methods: Readonly<Record<Method | 'missing', string>>
  readonly rules: Readonly<Record<Exclusion['rule'], (best: string, limit: string, market: string) => string>>
  readonly assumedPower: string
  readonly join: string
  readonly nobody: string
}

const en: Words = {
  verdicts: {
    clear: (hub, percent, draws) => `${hub}, clearly: first in ${percent} of ${draws} runs.`,
    likely: (hub, percent, draws) => `${hub}, likely: first in ${percent} of ${draws} runs.`,
    leaning: (hub, percent, draws) => `Leaning to ${hub}: first in ${percent} of ${draws} runs.`,
    open: (hub, percent, draws) => `No clear winner: ${hub} is first in ${percent} of ${draws} runs.`,
  },
  none: (count) => `No recommendation: none of the ${count} hubs can be chosen for these needs.`,
  oneOnly: (hub) => `${hub} is the only one that can be ranked.`,
  rivals: (list) => `Next: ${list}.`,
  why: (list) => `Why: ${list}.`,
  against: (list) => `Against: ${list}.`,
  datum: (criterion, value, method) => `${criterion} ${value} (${method})`,
  interval: (lo, hi) => `${lo} to ${hi}`,
  flip: (other, leader, criterion, at, now, isMore) =>
    `${other} overtakes ${leader} if ${criterion} weighs ${isMore ? 'more' : 'less'} than ${at} (now ${now}).`,
  noFlip: 'No change of a single weight changes the answer.',
  excluded: (count, list) => `Excluded, ${count}: ${list}.`,
  unranked: (list) => `Not ranked, for want of data: ${list}.`,
  sourceChanges: (source, leader) => `Without “${source}” the answer is ${leader}.`,
  sourcesHold: (count) => `Leaving out any one of the ${count} sources changes nothing.`,
  claims: (leader, changes) =>
    changes
      ? `Without claimed and assumed values the answer is ${leader ?? 'nobody'}.`
      : 'It does not rest on claimed or assumed values.',
  made: (list) => `What it is made of: ${list}.`,
  crossAgree: 'TOPSIS and PROMETHEE II agree.',
  crossDiffer: (topsis, promethee) => `Other methods differ: TOPSIS has ${topsis} first, PROMETHEE II ${promethee}.`,
  pair: (train, serve, score, ms, method) =>
    `Split: train in ${train}, serve from ${serve} (${score}, ${ms} ms apart, ${method}).`,
  noPair: 'No pair of hubs keeps to the limits of the split.',
  chance: (hub, limit, percent) => `${hub} keeps to the limit ${limit} in ${percent} of the runs.`,
  methods: {
    measured: 'measured',
    reported: 'reported',
    derived: 'derived',
    estimated: 'estimated',
    inherited: 'inherited',
    coded: 'coded',
    claimed: 'claimed',
    assumed: 'assumed',
    forecast: 'forecast',
    missing: 'no data',
  },
  rules: {
    region: () => 'a region: choose among its members',
    residency: () => 'the data may not be kept there',
    'local-entity': () => 'hosting there needs a local entity and a licence',
    'chip-licence': () => 'advanced US chips need a licence there',
    'parent-chip-licence': () => 'advanced US chips need a licence because of the parent company’s country',
    'round-trip': (best, limit, market) => `at best ${best} ms to ${market}, more than ${limit} ms`,
    power: (best, limit) => `power headroom at best ${best} of 4, needs ${limit}`,
    carbon: (best, limit) => `grid carbon at best ${best} g/kWh, more than ${limit}`,
    price: (best, limit) => `electricity at best ${best} USD/kWh, more than ${limit}`,
  },
  assumedPower: 'No megawatts were given; training of this share is taken to need more than 5.',
  join: ', ',
  nobody: 'nobody',
}

const zhHant: Words = {
  verdicts: {
    clear: (hub, percent, draws) => `明確是${hub}：${draws}次模擬中${percent}居首。`,
    likely: (hub, percent, draws) => `很可能是${hub}：${draws}次模擬中${percent}居首。`,
    leaning: (hub, percent, draws) => `傾向${hub}：${draws}次模擬中${percent}居首。`,
    open: (hub, percent, draws) => `沒有明確勝者：${hub}在${draws}次模擬中${percent}居首。`,
  },
  none: (count) => `沒有建議：${count}個樞紐均不符合這些需要。`,
  oneOnly: (hub) => `只有${hub}可以排名。`,
  rivals: (list) => `其次：${list}。`,
  why: (list) => `理由：${list}。`,
  against: (list) => `不利：${list}。`,
  datum: (criterion, value, method) => `${criterion} ${value}（${method}）`,
  interval: (lo, hi) => `${lo}至${hi}`,
  flip: (other, leader, criterion, at, now, isMore) =>
    `若「${criterion}」的權重${isMore ? '高' : '低'}於${at}（現為${now}），${other}會超過${leader}。`,
  noFlip: '單一權重的改變不會改變答案。',
  excluded: (count, list) => `已排除${count}個：${list}。`,
  unranked: (list) => `因缺數據未排名：${list}。`,
  sourceChanges: (source, leader) => `若不計「${source}」，答案是${leader}。`,
  sourcesHold: (count) => `逐一剔除${count}個來源，答案不變。`,
  claims: (leader, changes) =>
    changes ? `若不計聲稱及假設的數值，答案是${leader ?? '無'}。` : '答案不依賴聲稱或假設的數值。',
  made: (list) => `數據構成：${list}。`,
  crossAgree: 'TOPSIS與PROMETHEE II結果一致。',
  crossDiffer: (topsis, promethee) => `其他方法不同：TOPSIS以${topsis}居首，PROMETHEE II以${promethee}居首。`,
  pair: (train, serve, score, ms, method) =>
    `分工：在${train}訓練，由${serve}服務（${score}，相距${ms} ms，${method}）。`,
  noPair: '沒有一對樞紐符合分工的限制。',
  chance: (hub, limit, percent) => `${hub}在${percent}的模擬中符合限制${limit}。`,
  methods: {
    measured: '量度',
    reported: '公布',
    derived: '推算',
    estimated: '估算',
    inherited: '沿用較大範圍',
    coded: '評級',
    claimed: '聲稱',
    assumed: '假設',
    forecast: '預測',
    missing: '無數據',
  },
  rules: {
    region: () => '屬區域，請選其成員城市',
    residency: () => '數據不可存放於該地',
    'local-entity': () => '在當地託管須有本地實體及牌照',
    'chip-licence': () => '先進美國晶片在當地須有許可',
    'parent-chip-licence': () => '因母公司所在國，先進美國晶片須有許可',
    'round-trip': (best, limit, market) => `到${market}最佳也要${best} ms，高於${limit} ms`,
    power: (best, limit) => `電力餘量最佳為${best}/4，需要${limit}`,
    carbon: (best, limit) => `電網碳強度最佳為${best} g/kWh，高於${limit}`,
    price: (best, limit) => `電價最佳為${best} USD/kWh，高於${limit}`,
  },
  assumedPower: '未填兆瓦數；此訓練比例視為需要5兆瓦以上。',
  join: '、',
  nobody: '無',
}

const zhHans: Words = {
  verdicts: {
    clear: (hub, percent, draws) => `明确是${hub}：${draws}次模拟中${percent}居首。`,
    likely: (hub, percent, draws) => `很可能是${hub}：${draws}次模拟中${percent}居首。`,
    leaning: (hub, percent, draws) => `倾向${hub}：${draws}次模拟中${percent}居首。`,
    open: (hub, percent, draws) => `没有明确胜者：${hub}在${draws}次模拟中${percent}居首。`,
  },
  none: (count) => `没有建议：${count}个枢纽均不符合这些需要。`,
  oneOnly: (hub) => `只有${hub}可以排名。`,
  rivals: (list) => `其次：${list}。`,
  why: (list) => `理由：${list}。`,
  against: (list) => `不利：${list}。`,
  datum: (criterion, value, method) => `${criterion} ${value}（${method}）`,
  interval: (lo, hi) => `${lo}至${hi}`,
  flip: (other, leader, criterion, at, now, isMore) =>
    `若“${criterion}”的权重${isMore ? '高' : '低'}于${at}（现为${now}），${other}会超过${leader}。`,
  noFlip: '单一权重的改变不会改变答案。',
  excluded: (count, list) => `已排除${count}个：${list}。`,
  unranked: (list) => `因缺数据未排名：${list}。`,
  sourceChanges: (source, leader) => `若不计“${source}”，答案是${leader}。`,
  sourcesHold: (count) => `逐一剔除${count}个来源，答案不变。`,
  claims: (leader, changes) =>
    changes ? `若不计声称及假设的数值，答案是${leader ?? '无'}。` : '答案不依赖声称或假设的数值。',
  made: (list) => `数据构成：${list}。`,
  crossAgree: 'TOPSIS与PROMETHEE II结果一致。',
  crossDiffer: (topsis, promethee) => `其他方法不同：TOPSIS以${topsis}居首，PROMETHEE II以${promethee}居首。`,
  pair: (train, serve, score, ms, method) =>
    `分工：在${train}训练，由${serve}服务（${score}，相距${ms} ms，${method}）。`,
  noPair: '没有一对枢纽符合分工的限制。',
  chance: (hub, limit, percent) => `${hub}在${percent}的模拟中符合限制${limit}。`,
  methods: {
    measured: '测量',
    reported: '公布',
    derived: '推算',
    estimated: '估算',
    inherited: '沿用较大范围',
    coded: '评级',
    claimed: '声称',
    assumed: '假设',
    forecast: '预测',
    missing: '无数据',
  },
  rules: {
    region: () => '属区域，请选其成员城市',
    residency: () => '数据不可存放于该地',
    'local-entity': () => '在当地托管须有本地实体及牌照',
    'chip-licence': () => '先进美国芯片在当地须有许可',
    'parent-chip-licence': () => '因母公司所在国，先进美国芯片须有许可',
    'round-trip': (best, limit, market) => `到${market}最佳也要${best} ms，高于${limit} ms`,
    power: (best, limit) => `电力余量最佳为${best}/4，需要${limit}`,
    carbon: (best, limit) => `电网碳强度最佳为${best} g/kWh，高于${limit}`,
    price: (best, limit) => `电价最佳为${best} USD/kWh，高于${limit}`,
  },
  assumedPower: '未填兆瓦数；此训练比例视为需要5兆瓦以上。',
  join: '、',
  nobody: '无',
}

const ja: Words = {
  verdicts: {
    clear: (hub, percent, draws) => `明確に${hub}：${draws}回の試行の${percent}で1位。`,
    likely: (hub, percent, draws) => `おそらく${hub}：${draws}回の試行の${percent}で1位。`,
    leaning: (hub, percent, draws) => `${hub}に傾く：${draws}回の試行の${percent}で1位。`,
    open: (hub, percent, draws) => `明確な勝者なし：${hub}は${draws}回の試行の${percent}で1位。`,
  },
  none: (count) => `推奨なし：${count}拠点のどれもこの条件では選べない。`,
  oneOnly: (hub) => `順位を付けられるのは${hub}だけ。`,
  rivals: (list) => `次点：${list}。`,
  why: (list) => `理由：${list}。`,
  against: (list) => `不利な点：${list}。`,
  datum: (criterion, value, method) => `${criterion} ${value}（${method}）`,
  interval: (lo, hi) => `${lo}〜${hi}`,
  flip: (other, leader, criterion, at, now, isMore) =>
    `「${criterion}」の重みが${at}${isMore ? 'を超える' : 'を下回る'}と（現在${now}）、${other}が${leader}を上回る。`,
  noFlip: '重みを一つ変えても答えは変わらない。',
  excluded: (count, list) => `除外${count}件：${list}。`,
  unranked: (list) => `データ不足で順位なし：${list}。`,
  sourceChanges: (source, leader) => `「${source}」を除くと答えは${leader}。`,
  sourcesHold: (count) => `${count}件の出典のどれを除いても答えは変わらない。`,
  claims: (leader, changes) =>
    changes ? `主張と仮定の値を除くと答えは${leader ?? 'なし'}。` : '主張や仮定の値には依存していない。',
  made: (list) => `値の内訳：${list}。`,
  crossAgree: 'TOPSISとPROMETHEE IIの結果も同じ。',
  crossDiffer: (topsis, promethee) => `他の手法では異なる：TOPSISは${topsis}、PROMETHEE IIは${promethee}が1位。`,
  pair: (train, serve, score, ms, method) =>
    `分担：${train}で学習し、${serve}から提供（${score}、間は${ms} ms、${method}）。`,
  noPair: '分担の制限を満たす組がない。',
  chance: (hub, limit, percent) => `${hub}は試行の${percent}で制限${limit}を満たす。`,
  methods: {
    measured: '実測',
    reported: '公表',
    derived: '算出',
    estimated: '推定',
    inherited: '広域の値を流用',
    coded: '評点',
    claimed: '主張',
    assumed: '仮定',
    forecast: '予測',
    missing: 'データなし',
  },
  rules: {
    region: () => '地域なので、その構成都市から選ぶ',
    residency: () => 'データをそこに置けない',
    'local-entity': () => '現地法人と許可が必要',
    'chip-licence': () => '先端の米国製チップに許可が必要',
    'parent-chip-licence': () => '親会社の所在国により先端の米国製チップに許可が必要',
    'round-trip': (best, limit, market) => `${market}まで最良でも${best} ms、上限は${limit} ms`,
    power: (best, limit) => `電力の余力は最良でも4段階の${best}、必要は${limit}`,
    carbon: (best, limit) => `系統の炭素強度は最良でも${best} g/kWh、上限は${limit}`,
    price: (best, limit) => `電気料金は最良でも${best} USD/kWh、上限は${limit}`,
  },
  assumedPower: 'MWの指定なし。この学習比率では5 MW超が必要とみなした。',
  join: '、',
  nobody: 'なし',
}

const WORDS: Readonly<Record<string, Words>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans, ja }

export function wordsIn(language: string): Words {
  return WORDS[language] ?? en
}

/** @returns a reason for an exclusion, in words */
export function exclusionWords({ rule, best, limit, market }: Exclusion, atlas: Atlas, language: string): string {
  const digits = rule === 'price' ? 3 : rule === 'power' ? 1 : 0
  const number = (value: number | undefined) => (value === undefined ? '' : numbersIn(language).number(value, digits))
  const found = market === undefined ? undefined : atlas.market(market)
  return wordsIn(language).rules[rule](number(best), number(limit), found ? nameIn(found.names, language) : '')
}
