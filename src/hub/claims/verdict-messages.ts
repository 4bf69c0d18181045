import { fillTemplate } from '../../lib/fill-template.ts'
import { inLanguage, type UiLanguage, type UiRow } from '../../lib/ui-languages.ts'
import type { Verdict, VerdictReason } from './types.ts'

const VERDICT_WORDS: Readonly<Record<Verdict, UiRow>> = {
  supported: ['supported', '有數據支持', '有数据支持', '裏づけあり', '수치가 뒷받침'],
  plausible: ['plausible', '可能屬實', '可能属实', 'ありうる', '그럴 수 있음'],
  depends: ['depends', '視乎情況', '视情况而定', '条件による', '조건에 따라 다름'],
  contradicted: ['contradicted', '與數據不符', '与数据不符', '数値と矛盾', '수치와 어긋남'],
  impossible: ['physically impossible', '物理上不可能', '物理上不可能', '物理的に不可能', '물리적으로 불가능'],
  uncheckable: ['cannot be checked', '無法查核', '无法核查', '確認できない', '확인할 수 없음'],
}

/** Message templates by reason key; `{name}` is a parameter. */
const REASONS = {
  oneWayOnly: [
    'impossible as a round trip; plausible one-way: light in fibre needs {floor} ms to {to} and back',
    '往返不可能，單程則有可能：光在光纖中往返{to}需時 {floor} 毫秒',
    '往返不可能，单程则有可能：光在光纤中往返{to}需时 {floor} 毫秒',
    '往復では不可能、片道ならありうる：光ファイバー中の光は{to}との往復に{floor}ミリ秒かかる',
    '왕복으로는 불가능, 편도라면 가능: 광섬유 속 빛이 {to}까지 왕복하는 데 {floor}밀리초',
  ],
  tooFast: [
    'faster than light in fibre, which needs {floor} ms to {to} and back',
    '快過光纖中的光：往返{to}需時 {floor} 毫秒',
    '快过光纤中的光：往返{to}需时 {floor} 毫秒',
    '光ファイバー中の光より速い：{to}との往復に{floor}ミリ秒かかる',
    '광섬유 속 빛보다 빠름: {to}까지 왕복하는 데 {floor}밀리초',
  ],
  onlyDelta: [
    'true only for the Pearl River Delta',
    '只適用於珠江三角洲',
    '只适用于珠江三角洲',
    '珠江デルタに限って正しい',
    '주강 삼각주에서만 맞음',
  ],
  onlyNear: ['true only for {near}', '只適用於{near}', '只适用于{near}', '{near}に限って正しい', '{near}에서만 맞음'],
  unknownEnd: [
    'does not say to where',
    '沒有說明連往何處',
    '没有说明连往何处',
    'どことの間かを示していない',
    '어디까지인지 밝히지 않음',
  ],
  measured: [
    'measured: {lo} to {hi} ms',
    '實測：{lo} 至 {hi} 毫秒',
    '实测：{lo} 至 {hi} 毫秒',
    '実測値：{lo}〜{hi}ミリ秒',
    '실측값 {lo}~{hi}밀리초',
  ],
  notMeasured: [
    'above the physical floor; not measured, estimated at {lo} to {hi} ms',
    '高於物理下限；未有實測，估計 {lo} 至 {hi} 毫秒',
    '高于物理下限；未有实测，估计 {lo} 至 {hi} 毫秒',
    '物理的な下限より上。実測はなく、推定は{lo}〜{hi}ミリ秒',
    '물리적 하한보다 높음. 실측값이 없으며 추정값은 {lo}~{hi}밀리초',
  ],
  belowMeasured: [
    'above the physical floor, below what was measured: {lo} to {hi} ms',
    '高於物理下限，低於實測的 {lo} 至 {hi} 毫秒',
    '高于物理下限，低于实测的 {lo} 至 {hi} 毫秒',
    '物理的な下限より上だが、実測の{lo}〜{hi}ミリ秒を下回る',
    '물리적 하한보다 높지만 실측값 {lo}~{hi}밀리초보다 낮음',
  ],
  slower: [
    'depends on the route; measured: {lo} to {hi} ms',
    '視乎路由；實測：{lo} 至 {hi} 毫秒',
    '取决于路由；实测：{lo} 至 {hi} 毫秒',
    '経路による。実測値は{lo}〜{hi}ミリ秒',
    '경로에 따라 다름. 실측값 {lo}~{hi}밀리초',
  ],
  slowerOrOther: [
    'depends on the route and on what is counted; round trips measured: {lo} to {hi} ms',
    '視乎路由和計算方法；往返實測：{lo} 至 {hi} 毫秒',
    '取决于路由和计算方法；往返实测：{lo} 至 {hi} 毫秒',
    '経路と数え方による。往復の実測値は{lo}〜{hi}ミリ秒',
    '경로와 세는 방법에 따라 다름. 왕복 실측값 {lo}~{hi}밀리초',
  ],
  contractsNotGrid: [
    'about contracts, not the grid',
    '說的是購電合約，並非電網',
    '说的是购电合约，并非电网',
    '電力の契約の話であり、系統の話ではない',
    '전력망이 아니라 구매 계약에 관한 말',
  ],
  shareAgrees: [
    'the grid has {value} %',
    '電網為 {value} %',
    '电网为 {value} %',
    '系統では{value} %',
    '전력망의 값은 {value}%',
  ],
  shareDiffers: [
    'the grid has only {value} %',
    '電網只有 {value} %',
    '电网只有 {value} %',
    '系統では{value} %しかない',
    '전력망의 값은 {value}%뿐',
  ],
  shareDepends: [
    'depends on whether nuclear and imports are counted; the grid has {value} %',
    '視乎是否計入核電和輸入電力；電網為 {value} %',
    '取决于是否计入核电和输入电力；电网为 {value} %',
    '原子力や輸入電力を数えるかによる。系統では{value} %',
    '원자력과 수입 전력을 세는지에 따라 다름. 전력망의 값은 {value}%',
  ],
  within: [
    'the figures are {lo} to {hi}',
    '數據為 {lo} 至 {hi}',
    '数据为 {lo} 至 {hi}',
    '数値は{lo}〜{hi}',
    '수치는 {lo}~{hi}',
  ],
  outside: [
    'far from the figures, {lo} to {hi}',
    '與數據 {lo} 至 {hi} 相去甚遠',
    '与数据 {lo} 至 {hi} 相去甚远',
    '数値{lo}〜{hi}から大きく外れる',
    '수치 {lo}~{hi}에서 크게 벗어남',
  ],
  nearlyWithin: [
    'depends on how it is counted; the figures are {lo} to {hi}',
    '視乎計算方法；數據為 {lo} 至 {hi}',
    '取决于计算方法；数据为 {lo} 至 {hi}',
    '数え方による。数値は{lo}〜{hi}',
    '세는 방법에 따라 다름. 수치는 {lo}~{hi}',
  ],
  editions: [
    'depends on date and definition; editions have {lo} to {hi}',
    '視乎日期和定義；各版本為 {lo} 至 {hi}',
    '取决于日期和定义；各版本为 {lo} 至 {hi}',
    '時点と定義による。各版の値は{lo}〜{hi}',
    '시점과 정의에 따라 다름. 판마다 {lo}~{hi}',
  ],
  priceWithin: [
    'about {usd} USD/kWh; the figures are {lo} to {hi}',
    '約 {usd} 美元／千瓦時；數據為 {lo} 至 {hi}',
    '约 {usd} 美元/千瓦时；数据为 {lo} 至 {hi}',
    '約{usd}米ドル/kWh。数値は{lo}〜{hi}',
    '약 {usd} USD/kWh. 수치는 {lo}~{hi}',
  ],
  priceOutside: [
    'about {usd} USD/kWh, far from the figures, {lo} to {hi}',
    '約 {usd} 美元／千瓦時，與數據 {lo} 至 {hi} 相去甚遠',
    '约 {usd} 美元/千瓦时，与数据 {lo} 至 {hi} 相去甚远',
    '約{usd}米ドル/kWhで、数値{lo}〜{hi}から大きく外れる',
    '약 {usd} USD/kWh로 수치 {lo}~{hi}에서 크게 벗어남',
  ],
  priceDepends: [
    'about {usd} USD/kWh; depends on tariff and hour, the figures are {lo} to {hi}',
    '約 {usd} 美元／千瓦時；視乎電價類別和時段，數據為 {lo} 至 {hi}',
    '约 {usd} 美元/千瓦时；取决于电价类别和时段，数据为 {lo} 至 {hi}',
    '約{usd}米ドル/kWh。料金種別と時間帯による。数値は{lo}〜{hi}',
    '약 {usd} USD/kWh. 요금제와 시간대에 따라 다르며 수치는 {lo}~{hi}',
  ],
  order: [
    'the figures of both do not overlap',
    '兩地數據並無重疊',
    '两地数据并无重叠',
    '両者の数値は重ならない',
    '두 곳의 수치가 겹치지 않음',
  ],
  otherOrder: [
    'the figures say it is the other way round',
    '數據顯示情況相反',
    '数据显示情况相反',
    '数値では逆である',
    '수치로는 반대임',
  ],
  sourcesMeet: [
    'depends on the source: the figures overlap with those of {other}',
    '視乎數據來源：與{other}的數據重疊',
    '取决于数据来源：与{other}的数据重叠',
    '出典による：{other}の数値と重なる',
    '출처에 따라 다름: {other}의 수치와 겹침',
  ],
  notExtreme: [
    '{other} goes further',
    '{other}更勝一籌',
    '{other}更胜一筹',
    '{other}のほうが上回る',
    '{other} 쪽이 더 앞섬',
  ],
  lowestKnown: [
    'lower than the {count} other places with figures, though intervals overlap',
    '在另外 {count} 個有數據的地方中最低，惟區間重疊',
    '在另外 {count} 个有数据的地方中最低，但区间重叠',
    '数値のある他の{count}か所より低いが、区間は重なる',
    '수치가 있는 다른 {count}곳보다 낮지만 구간이 겹침',
  ],
  lowestApart: [
    'lower than the {count} other places with figures',
    '比另外 {count} 個有數據的地方都低',
    '比另外 {count} 个有数据的地方都低',
    '数値のある他の{count}か所より低い',
    '수치가 있는 다른 {count}곳보다 낮음',
  ],
  otherEdition: [
    'depends on the edition; that of {edition} has rank {value}',
    '視乎版本；{edition} 版排名第 {value}',
    '取决于版本；{edition} 版排名第 {value}',
    '版による。{edition}版では{value}位',
    '판에 따라 다름. {edition}판에서는 {value}위',
  ],
  rankAgrees: [
    'rank {value} in edition {edition}',
    '{edition} 版排名第 {value}',
    '{edition} 版排名第 {value}',
    '{edition}版で{value}位',
    '{edition}판에서 {value}위',
  ],
  rankDiffers: [
    'edition {edition} has rank {value}',
    '{edition} 版實為第 {value}',
    '{edition} 版实为第 {value}',
    '{edition}版では{value}位',
    '{edition}판에서는 {value}위',
  ],
  coded: [
    'power headroom is coded {value} of 4 from cited facts',
    '電力餘量按引用事實評為 4 分中的 {value} 分',
    '电力余量按引用事实评为 4 分中的 {value} 分',
    '電力の余力は引用した事実から4段階の{value}と評定',
    '인용한 사실에 따라 전력 여유를 4단계 중 {value}단계로 평가',
  ],
  codedOther: [
    'the facts cited say otherwise: power headroom is coded {value} of 4',
    '引用的事實並非如此：電力餘量評為 4 分中的 {value} 分',
    '引用的事实并非如此：电力余量评为 4 分中的 {value} 分',
    '引用した事実はそうでない：電力の余力は4段階の{value}と評定',
    '인용한 사실은 다름: 전력 여유를 4단계 중 {value}단계로 평가',
  ],
  codedPlaces: [
    'its places are coded so from cited facts',
    '區內各地按引用事實評定如此',
    '区内各地按引用事实评定如此',
    '域内の各地は引用した事実からそう評定されている',
    '인용한 사실에 따라 그 지역들을 그렇게 평가',
  ],
  claimedOnly: [
    'claimed: no figures of these places were seen',
    '只屬聲稱：未見這些地方的數據',
    '只属声称：未见这些地方的数据',
    '主張のみ：これらの場所の数値は見当たらない',
    '주장일 뿐: 이 지역들의 수치를 찾지 못함',
  ],
  openCounts: [
    'contradicted by the open counts seen, which undercount {place}: {other} has more',
    '與所見的公開統計不符（{place}或有漏計）：{other}較多',
    '与所见的公开统计不符（{place}或有漏计）：{other}较多',
    '公開された集計と矛盾する（{place}は少なく数えられている）：{other}のほうが多い',
    '공개된 집계와 어긋남({place} 수치는 적게 잡힘): {other} 쪽이 더 많음',
  ],
  openCountsAgree: [
    'the open counts seen agree',
    '與所見的公開統計相符',
    '与所见的公开统计相符',
    '公開された集計と一致する',
    '공개된 집계와 일치',
  ],
  countsMeet: [
    'depends on what is counted',
    '視乎計算甚麼',
    '取决于计算什么',
    '何を数えるかによる',
    '무엇을 세는지에 따라 다름',
  ],
  sameReported: [
    'the same figure is reported',
    '與公布的數字相同',
    '与公布的数字相同',
    '公表された数値と同じ',
    '발표된 수치와 같음',
  ],
  precision: [
    'PFLOPS without a stated precision cannot be compared',
    '沒有說明精度的 PFLOPS 無從比較',
    '没有说明精度的 PFLOPS 无从比较',
    '精度を示さないPFLOPSは比べられない',
    '정밀도를 밝히지 않은 PFLOPS는 비교할 수 없음',
  ],
  staleName: [
    'stale name: it is {now} since {until}',
    '名稱已過時：{until} 年起稱為 {now}',
    '名称已过时：{until} 年起称为 {now}',
    '古い名称：{until}年から{now}',
    '옛 이름: {until}년부터 {now}',
  ],
  otherYear: [
    'depends on the time: the figures are of {date}, the statement of {year}',
    '視乎時間：數據屬{date}，說法屬{year}年',
    '取决于时间：数据属{date}，说法属{year}年',
    '時点による：数値は{date}、主張は{year}年のもの',
    '시점에 따라 다름: 수치는 {date}, 주장은 {year}년',
  ],
  noFigure: [
    'no figure to hold it against',
    '沒有可供對照的數據',
    '没有可供对照的数据',
    '照らし合わせる数値がない',
    '비교할 수치가 없음',
  ],
} as const satisfies Readonly<Record<string, UiRow>>

/** Parameters that hold place ids, displayed as names. */
const PLACES: ReadonlySet<string> = new Set(['to', 'near', 'other', 'place'])
const AND: UiRow = [', ', '、', '、', '、', ', ']

/** Returns the word for a verdict. */
export function verdictWord(verdict: Verdict, language: UiLanguage): string {
  return inLanguage(VERDICT_WORDS[verdict], language)
}

/**
 * Returns the reason for a verdict as a clause without a full stop.
 *
 * @param nameOf returns the name of a place by its id, in the same language
 */
export function verdictReason(
  { key, params }: VerdictReason,
  language: UiLanguage,
  nameOf: (placeId: string) => string,
): string {
  const row: UiRow = Object.hasOwn(REASONS, key) ? REASONS[key as keyof typeof REASONS] : REASONS.noFigure
  return fillTemplate(inLanguage(row, language), (name) => {
    const value = String(params[name] ?? '')
    if (!PLACES.has(name)) return value
    return value.split(' ').map(nameOf).join(inLanguage(AND, language))
  })
}
