import type { z } from 'zod'
import { fillTemplate } from '../../lib/fill-template.ts'
import { inLanguage, type UiRow, uiLanguageOr } from '../../lib/ui-languages.ts'

/** Messages for problems with a field of the needs, by rule; `{name}` is a parameter. */
const PROBLEMS = {
  object: [
    'must be a JSON object such as {example}',
    '須為 JSON 物件，例如{example}',
    '须为 JSON 对象，例如{example}',
    '{example}のようなJSONオブジェクトを書く',
    '{example} 같은 JSON 객체여야 합니다',
  ],
  number: ['must be a number', '須為數字', '须为数字', '数を書く', '숫자여야 합니다'],
  whole: ['must be a whole number', '須為整數', '须为整数', '整数を書く', '정수여야 합니다'],
  kind: [
    'must be of the kind {expected}',
    '類型須為{expected}',
    '类型须为{expected}',
    '種類は{expected}とする',
    '형식은 {expected}입니다',
  ],
  atLeast: [
    'must be at least {limit}',
    '不可小於{limit}',
    '不可小于{limit}',
    '{limit}以上とする',
    '{limit} 이상이어야 합니다',
  ],
  above: [
    'must be more than {limit}',
    '須大於{limit}',
    '须大于{limit}',
    '{limit}より大きくする',
    '{limit}보다 커야 합니다',
  ],
  atMost: [
    'must be at most {limit}',
    '不可大於{limit}',
    '不可大于{limit}',
    '{limit}以下とする',
    '{limit} 이하여야 합니다',
  ],
  tooFew: [
    'needs at least {limit}',
    '至少須有{limit}項',
    '至少须有{limit}项',
    '{limit}件以上が必要',
    '{limit}개 이상 필요합니다',
  ],
  tooMany: ['may have at most {limit}', '最多{limit}項', '最多{limit}项', '{limit}件まで', '{limit}개까지 가능합니다'],
  oneOf: [
    'must be one of {list}',
    '須為以下之一：{list}',
    '须为以下之一：{list}',
    '次のいずれかとする：{list}',
    '다음 중 하나여야 합니다: {list}',
  ],
  noField: [
    'has fields that needs do not have: {list}',
    '含有不存在的欄位：{list}',
    '含有不存在的字段：{list}',
    '存在しない項目がある：{list}',
    '없는 항목이 있습니다: {list}',
  ],
  unknown: [
    '{id} is none of {list}',
    '{id}不在此列：{list}',
    '{id}不在此列：{list}',
    '{id}は次のどれでもない：{list}',
    '{id}: 다음 가운데 없습니다: {list}',
  ],
  twice: [
    '{id} stands there twice',
    '{id}出現兩次',
    '{id}出现两次',
    '{id}が二度書かれている',
    '{id}: 두 번 적혀 있습니다',
  ],
  countryCode: [
    'must be two capital letters such as US (ISO 3166)',
    '須為兩個大寫字母，例如 US（ISO 3166）',
    '须为两个大写字母，例如 US（ISO 3166）',
    'USのような大文字2字とする（ISO 3166）',
    'US처럼 대문자 두 글자여야 합니다(ISO 3166)',
  ],
  noCountry: [
    '{id} is no country of ISO 3166',
    '{id}不是 ISO 3166 的國家代碼',
    '{id}不是 ISO 3166 的国家代码',
    '{id}はISO 3166の国ではない',
    '{id}: ISO 3166의 국가 코드가 아닙니다',
  ],
  someWeights: [
    'give every criterion a weight, or none to go by their order',
    '請為每個準則填權重，或全部不填而按次序計算',
    '请为每个准则填权重，或全部不填而按次序计算',
    'すべての基準に重みを付けるか、どれにも付けず順位だけにする',
    '모든 기준에 가중치를 주거나, 순서만 쓰려면 하나도 주지 마십시오',
  ],
  tooUneven: [
    'must be at least a millionth of the greatest weight',
    '不可小於最大權重的百萬分之一',
    '不可小于最大权重的百万分之一',
    '最大の重みの100万分の1以上とする',
    '가장 큰 가중치의 100만분의 1 이상이어야 합니다',
  ],
  somePlaces: [
    'give every criterion a place, or none to go by the order of the list',
    '請為每個準則填次序，或全部不填而按列表次序計算',
    '请为每个准则填次序，或全部不填而按列表次序计算',
    'すべての基準に順位を付けるか、どれにも付けず並び順だけにする',
    '모든 기준에 순서를 주거나, 목록 순서만 쓰려면 하나도 주지 마십시오',
  ],
  noMarkets: [
    'give at least one: latency is counted to markets',
    '請至少填一個：時延按到市場的距離計算',
    '请至少填一个：时延按到市场的距离计算',
    '一つ以上を指定する：遅延は市場までの値で数える',
    '하나 이상 적으십시오: 지연 시간은 시장까지로 셉니다',
  ],
  other: ['{message}', '{message}', '{message}', '{message}', '{message}'],
} as const satisfies Readonly<Record<string, UiRow>>

/** A problem with a field of the needs, as data, so that it can be worded in each reader's language. */
export interface NeedsProblem {
  /** Path such as `criteria.carbon.weight`; empty for the needs as a whole. */
  readonly field: string
  readonly rule: keyof typeof PROBLEMS
  readonly params: Readonly<Record<string, string>>
  /** The message; in English where `problemsIn` did not word it otherwise. */
  readonly problem: string
}

export function needsProblem(
  field: string,
  rule: NeedsProblem['rule'],
  params: NeedsProblem['params'] = {},
): NeedsProblem {
  return { field, rule, params, problem: problemWords({ rule, params }, 'en') }
}

/** @returns the message without the field; in English if `language` is not an interface language */
export function problemWords({ rule, params }: Pick<NeedsProblem, 'rule' | 'params'>, language: string): string {
  return fillTemplate(inLanguage(PROBLEMS[rule], uiLanguageOr(language)), (name) => params[name])
}

/** Returns the problem of needs that are not there, or are no object. */
export function noNeeds(): NeedsProblem {
  return needsProblem('', 'object', { example: '{"criteria": [{"id": "carbon"}]}' })
}

/** Converts a problem found by the schema. */
export function schemaProblem(field: string, issue: z.core.$ZodIssue): NeedsProblem {
  const isCount = 'origin' in issue && issue.origin === 'array'
  switch (issue.code) {
    case 'invalid_type':
      if (field === '') return noNeeds()
      if (issue.expected === 'int') return needsProblem(field, 'whole')
      return issue.expected === 'number'
        ? needsProblem(field, 'number')
        : needsProblem(field, 'kind', { expected: issue.expected })
    case 'invalid_union':
      return needsProblem(field, 'kind', { expected: 'string' })
    case 'too_small':
      return needsProblem(field, isCount ? 'tooFew' : issue.inclusive ? 'atLeast' : 'above', {
        limit: String(issue.minimum),
      })
    case 'too_big':
      return needsProblem(field, isCount ? 'tooMany' : 'atMost', { limit: String(issue.maximum) })
    case 'invalid_value':
      return needsProblem(field, 'oneOf', { list: issue.values.map(String).join(', ') })
    case 'unrecognized_keys':
      return needsProblem(field, 'noField', { list: issue.keys.join(', ') })
    default:
      return needsProblem(field, 'other', { message: issue.message })
  }
}

/** Returns the problems as one text; a problem of the needs as a whole names no field but `needs`. */
export function problemsText(problems: readonly NeedsProblem[]): string {
  return problems.map(({ field, problem }) => `${field || 'needs'}: ${problem}`).join('; ')
}

/** Returns the problems with their messages in a language; in English if it is not an interface language. */
export function problemsIn(problems: readonly NeedsProblem[], language: string): readonly NeedsProblem[] {
  return problems.map((each) => ({ ...each, problem: problemWords(each, language) }))
}
