import { fillTemplate } from '../../lib/fill-template.ts'
import { inLanguage, type UiLanguage, type UiRow } from '../../lib/ui-languages.ts'
import { WEIGHT_FAULTS, type WeightFault } from '../../rank/weights.ts'

const { tooLong, noWeight, noKind, twice, range } = WEIGHT_FAULTS

/** Messages for an unusable rank weight, by rule; `{name}` is a parameter. */
const MESSAGES: Readonly<Record<WeightFault['rule'], UiRow>> = {
  tooLong: [tooLong, '超過{most}個字元', '超过{most}个字符', '{most}文字を超えている', '{most}자를 넘습니다'],
  noWeight: [
    noWeight,
    '沒有此權重；可用的有{list}',
    '没有此权重；可用的有{list}',
    'そのような重みはない。使えるのは{list}',
    '없는 가중치입니다. 쓸 수 있는 것: {list}',
  ],
  noKind: [
    noKind,
    '沒有此類別；可用的有{list}',
    '没有此类别；可用的有{list}',
    'そのような種類はない。使えるのは{list}',
    '없는 종류입니다. 쓸 수 있는 것: {list}',
  ],
  twice: [twice, '出現兩次', '出现两次', '二度書かれている', '두 번 적혀 있습니다'],
  range: [
    range,
    '須為{name}:N，N由{min}至{max}',
    '须为{name}:N，N为{min}至{max}',
    '{name}:N と書き、Nは{min}から{max}まで',
    '{name}:N 형식이며 N은 {min}부터 {max}까지입니다',
  ],
}

/** @returns the message without the weight */
export function weightFaultWords({ rule, params = {} }: WeightFault, language: UiLanguage): string {
  return fillTemplate(inLanguage(MESSAGES[rule], language), (name) => params[name])
}
