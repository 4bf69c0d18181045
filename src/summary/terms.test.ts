import { describe, expect, test } from 'vitest'
import { termsOf } from './terms.ts'

describe('termsOf', () => {
  test.each<[string, string[]]>([
    ['The chips of Halden are chips', ['chip', 'halden']],
    ["Halden's class of GPT-5.4", ['halden', 'class', 'gpt-5.4']],
    ['大模型', ['大模', '模型']],
    ['用 GPT 写', ['用', 'gpt', '写']],
    ['데이터센터가 23km 송전선을', ['데이', '이터', '터센', '센터', '터가', '23km', '송전', '전선', '선을']],
    ['AI를 공개했습니다', ['ai', '공개', '개했']],
    ['用T10芯片写', ['用', 't10', '芯片', '片写']],
    ['$1,200.50', ['1,200.50']],
    ['Twelve firms, 12 firms', ['12', 'firm']],
    ['A six-week, 240-megawatt trial', ['6', 'week', '240', 'megawatt', 'trial']],
    ['high-risk gpt-5 5-4', ['high-risk', 'gpt-5', '5-4']],
    ['data centres, a centre, fibre', ['data', 'center', 'fiber']],
    ['हिन्दी में नया केंद्र', ['हिन्दी', 'में', 'नया', 'केंद्र']],
    ['ศูนย์ข้อมูล AI', ['ศูน', 'นย์', 'ย์ข้', 'ข้อ', 'อมู', 'มูล', 'ai']],
    ['', []],
  ])('%s', (text, terms) => {
    expect([...termsOf(text)]).toEqual(terms)
  })
})
