/** An axis of opposites, with one pattern for each end; the patterns match folded text. */
export interface Axis {
  readonly name: string
  readonly ends: readonly [RegExp, RegExp]
}

const axis = (name: string, one: string, other: string): Axis => ({
  name,
  ends: [new RegExp(one, 'g'), new RegExp(other, 'g')],
})

/** Opposites that matter in news, in English, Chinese, Japanese and Korean. */
export const AXES: readonly Axis[] = [
  axis(
    'more or less',
    '\\b(?:ris(?:es?|en|ing)|rose|increas(?:es?|ed|ing)|gr[eo]wn?|grows|growing|gain(?:s|ed)|climb(?:s|ed|ing)?|jump(?:s|ed)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|rais(?:es?|ed|ing) (?:its|the|their|prices?|rates?|fees?|taxes|limits?|forecasts?)|higher|more than|larger|bigger|expand(?:s|ed|ing)?|up \\d)|上升|上涨|增长|增加|提高|上调|攀升|扩大|高于|多于|超过|大涨|増加|上回|引き上げ|拡大|[增増](?=[のとでにし、。\\d])|[%％][增増]|증가|상승|늘었|늘어|올랐|인상|상회|확대|웃돌',
    '\\b(?:fall(?:s|en|ing)?|fell|decreas(?:es?|ed|ing)|declin(?:es?|ed|ing)(?! to)|drop(?:s|ped|ping)?|shr[aiu]nk|slid|slump(?:s|ed)?|plung(?:es?|ed)|cuts? (?:its|the|their|prices?|rates?|fees?|taxes|limits?|forecasts?|jobs)|lower|less than|fewer|smaller|reduc(?:es?|ed|ing)|down \\d)|下降|下跌|减少|降低|下调|下滑|缩小|低于|少于|大跌|低下|下落|下回|引き下げ|减(?=[のとでにし、。\\d])|[%％]减|감소|하락|줄었|줄어|내렸|인하|하회|축소|밑돌',
  ),
  axis(
    'faster or slower',
    '\\b(?:faster|quicker|earlier than|accelerat(?:es?|ed|ing)|sped up)\\b|更快|加快|加速|快于|早于|より速|より早|빨라|더 빠',
    '\\b(?:slower|later than|delay(?:s|ed|ing)?|postpon(?:es?|ed|ing)|slow(?:s|ed|ing) down)\\b|更慢|放缓|减速|慢于|晚于|推迟|延后|延期|より遅|느려|더 느',
  ),
  axis(
    'for or against',
    '\\b(?:approv(?:es?|ed|al)|back(?:s|ed)|support(?:s|ed)?|accept(?:s|ed)?|endors(?:es?|ed)|allow(?:s|ed)?|permit(?:s|ted)?|authori[sz](?:es?|ed))\\b|批准|支持|接受|通过|允许|赞成|同意|承认|可决|賛成|賛同|容认|승인|지지|찬성|허용|가결|수락',
    '\\b(?:reject(?:s|ed)?|oppos(?:es?|ed)|block(?:s|ed)?|ban(?:s|ned)|veto(?:es|ed)?|prohibit(?:s|ed)?|forbid(?:s|den)?|forbade)\\b|否决|反对|驳回|拒绝|禁止|却下|反対|거부|반대|금지|기각|부결',
  ),
  axis(
    'buy or sell',
    '\\b(?:buy(?:s|ing)?|bought|acquir(?:es?|ed|ing)|purchas(?:es?|ed|ing))\\b|收购|买入|购入|购买|买収|买收|인수|매입|구매',
    '\\b(?:sell(?:s|ing)?|sold|divest(?:s|ed)?)\\b|出售|卖出|抛售|売却|卖却|贩売|매각|매도|판매',
  ),
  axis(
    'win or lose',
    '\\b(?:w[io]ns?|winning|beat(?:s|en)?|profit(?:s)?|outperform(?:s|ed)?)\\b|赢得|胜诉|盈利|获胜|优于|胜利|黒字|승소|승리|흑자',
    '\\b(?:los(?:es?|t|ing|s|ses)|defeat(?:ed)?|underperform(?:s|ed)?)\\b|输掉|败诉|亏损|落败|逊于|败北|赤字|패소|패배|적자',
  ),
  axis(
    'open or close',
    '\\b(?:open(?:s|ed|ing)?|launch(?:es|ed|ing)?|start(?:s|ed|ing)?|resum(?:es?|ed)|begins?|began|begun)\\b|开业|开放|启动|推出|开始|恢复|再开|発売|시작|출시|개시|재개|개방',
    '\\b(?:clos(?:es?|ed|ing|ure)|shut(?:s|ting)?(?: down)?|end(?:s|ed)|halt(?:s|ed)?|suspend(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|discontinu(?:es?|ed))\\b|关闭|停业|终止|停止|暂停|取消|结束|终了|中止|撤退|闭锁|종료|중단|폐쇄|취소|철수',
  ),
  axis('before or after', '\\bbefore\\b|之前|以前|前に|전에', '\\bafter\\b|之后|以后|后に|후에|뒤에'),
  axis(
    'most or least',
    '\\b(?:largest|biggest|highest|most|best|strongest|fastest|first)\\b|最大|最高|最多|最强|最快|最佳|最も大き|가장 큰|최대|최고|가장 빠른',
    '\\b(?:smallest|lowest|least|worst|weakest|slowest|last place)\\b|最小|最低|最少|最弱|最慢|最差|최소|최저|가장 작은|가장 느린',
  ),
]
