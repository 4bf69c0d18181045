import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { splitSentences } from './split-sentences.ts'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitSentences', () => {
  test.each<[string, string[]]>([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It cost $1.5 billion. Shares rose 3.2%.', ['It cost $1.5 billion.', 'Shares rose 3.2%.']],
    ['Dr. Lee met Mr. Wong. They agreed.', ['Dr. Lee met Mr. Wong.', 'They agreed.']],
    ['J. R. Park of Acme Inc. said so. Then he left.', ['J. R. Park of Acme Inc. said so.', 'Then he left.']],
    ['The U.S. Senate voted. It passed.', ['The U.S. Senate voted.', 'It passed.']],
    ['He lives in the U.S. The Senate voted.', ['He lives in the U.S.', 'The Senate voted.']],
    ['It closed at 5 p.m. The mayor spoke.', ['It closed at 5 p.m.', 'The mayor spoke.']],
    ['See No. 5 and Fig. 3. Done.', ['See No. 5 and Fig. 3.', 'Done.']],
    ['He said no. She left.', ['He said no.', 'She left.']],
    ['Tools, e.g. Claude, i.e. models, help. Yes.', ['Tools, e.g. Claude, i.e. models, help.', 'Yes.']],
    ['“We won.” He smiled.', ['“We won.”', 'He smiled.']],
    ['“Did we win?” he asked. “No.”', ['“Did we win?” he asked.', '“No.”']],
    ['"It works." She left.', ['"It works."', 'She left.']],
    ['Er sagte: „Wir bauen.“ Dann ging er.', ['Er sagte: „Wir bauen.“', 'Dann ging er.']],
    ['Er ging. „Wir bauen“, sagte sie.', ['Er ging.', '„Wir bauen“, sagte sie.']],
    ['He left. “We build.” She stayed.', ['He left.', '“We build.”', 'She stayed.']],
    ['他说完了。“下一句。”', ['他说完了。', '“下一句。”']],
    ['(It works.) She left.', ['(It works.)', 'She left.']],
    ['Version v2.1.0 runs on node.js today. Good.', ['Version v2.1.0 runs on node.js today.', 'Good.']],
    ['See https://a.example/x.html?y=1. Then go.', ['See https://a.example/x.html?y=1.', 'Then go.']],
    ['Well... maybe not. Wait… What?', ['Well... maybe not.', 'Wait…', 'What?']],
    ['Yahoo! shares rose. Fine.', ['Yahoo! shares rose.', 'Fine.']],
    ['Heading\n\nFirst sentence here. Second.', ['Heading', 'First sentence here.', 'Second.']],
    ['On Nov. 23 it opened. Fine.', ['On Nov. 23 it opened.', 'Fine.']],
    ['Laut Bericht z.B. Halden. Mehr folgt.', ['Laut Bericht z.B. Halden.', 'Mehr folgt.']],
    ['灵川科技发布新模型。该模型已上线！价格呢？', ['灵川科技发布新模型。', '该模型已上线！', '价格呢？']],
    ['他说：“很好。我们继续。”然后离开。下一句。', ['他说：“很好。我们继续。”然后离开。', '下一句。']],
    ['「問題ない。続ける」と述べた。発表は23日。', ['「問題ない。続ける」と述べた。', '発表は23日。']],
    ['同社（本社東京。）は発表した。次。', ['同社（本社東京。）は発表した。', '次。']],
    ['준비가 끝났다. 내일 시작한다.', ['준비가 끝났다.', '내일 시작한다.']],
    ['模型得分 85.9 分。GPT-5.4 更高。', ['模型得分 85.9 分。', 'GPT-5.4 更高。']],
    ['真的吗？！他问。', ['真的吗？！', '他问。']],
    ['दिल्ली में स्कूल बंद हैं। सरकार ने कहा, “हम तैयार हैं।” क्यों?', ['दिल्ली में स्कूल बंद हैं।', 'सरकार ने कहा, “हम तैयार हैं।” क्यों?']],
    ['बैंक ने दर घटाई।नई दर 5.25 है॥', ['बैंक ने दर घटाई।', 'नई दर 5.25 है॥']],
    ['ঢাকায় বৃষ্টি হয়েছে। স্কুল বন্ধ।', ['ঢাকায় বৃষ্টি হয়েছে।', 'স্কুল বন্ধ।']],
    ['متى يبدأ المشروع؟ قال الوزير إنه يبدأ غداً.', ['متى يبدأ المشروع؟', 'قال الوزير إنه يبدأ غداً.']],
    ['آئی۔ایم۔ایف نے قرض دیا۔ وزیر نے کہا۔', ['آئی۔ایم۔ایف نے قرض دیا۔', 'وزیر نے کہا۔']],
    ['Նախագահը ժամանեց։ Նա խոսեց։', ['Նախագահը ժամանեց։', 'Նա խոսեց։']],
    ['ፕሬዚዳንቱ ደረሱ። ለምን መጡ፧ ተናገሩ።', ['ፕሬዚዳንቱ ደረሱ።', 'ለምን መጡ፧', 'ተናገሩ።']],
    ['កម្ពុជាបើកសាលា។ មានសៀវភៅ ប៊ិច ។ល។ និងកុំព្យូទ័រ។', ['កម្ពុជាបើកសាលា។', 'មានសៀវភៅ ប៊ិច ។ល។ និងកុំព្យូទ័រ។']],
    ['ကျောင်းများပိတ်သည်။ ငလျင်ကြောင့်ဖြစ်သည်။', ['ကျောင်းများပိတ်သည်။', 'ငလျင်ကြောင့်ဖြစ်သည်။']],
    ['Τι έγινε; Η τράπεζα μείωσε το επιτόκιο.', ['Τι έγινε;', 'Η τράπεζα μείωσε το επιτόκιο.']],
    ['He came; she left.', ['He came; she left.']],
    [
      'กูเกิลเปิดศูนย์ข้อมูลที่ชลบุรี มูลค่า 36,000 ล้านบาท ซึ่งเป็นแห่งแรกของบริษัทในประเทศไทย นอกจากนี้ บริษัทจะจ้างพนักงาน 500 คน\nบรรทัดใหม่',
      [
        'กูเกิลเปิดศูนย์ข้อมูลที่ชลบุรี มูลค่า 36,000 ล้านบาท ซึ่งเป็นแห่งแรกของบริษัทในประเทศไทย',
        'นอกจากนี้ บริษัทจะจ้างพนักงาน 500 คน',
        'บรรทัดใหม่',
      ],
    ],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })

  test('joins lines that were only wrapped', () => {
    const abstract =
      'We study the memory of sparse experts and show that routing keeps\nold tasks alive. A second result bounds it.'
    expect(split(abstract)).toEqual([
      'We study the memory of sparse experts and show that routing keeps\nold tasks alive.',
      'A second result bounds it.',
    ])
  })

  test('a bracket that is never closed does not swallow the text', () => {
    const text = `他说：「${'很好。'.repeat(100)}`
    expect(split(text).length).toBeGreaterThan(20)
  })

  test('spans are in order, do not overlap, are trimmed and miss nothing', () => {
    const pieces = fc.constantFrom(
      '. ',
      '。',
      '! ',
      '?',
      '\n',
      '\n\n',
      '“',
      '”',
      '„',
      '「',
      '」',
      'U.S. ',
      '3.5',
      ' a',
      '字',
      'B',
      '।',
      '۔',
      '។ល។',
      'α;',
      'ทั้งนี้',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (chosen) => {
        const text = chosen.join('')
        let last = 0
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
    )
  })

  test.each([
    '.'.repeat(200_000),
    `${'.'.repeat(200_000)}x`,
    `${'…'.repeat(200_000)}中`,
    '!)'.repeat(100_000),
    'a.'.repeat(100_000),
    '「'.repeat(200_000),
    '. '.repeat(100_000),
    ' '.repeat(200_000),
    '"'.repeat(200_000),
    '។ល។'.repeat(60_000),
    ' ทั้งนี้'.repeat(30_000),
    'ก '.repeat(100_000),
    'α;'.repeat(100_000),
    '.'.padEnd(200_000, ' '),
  ])('hostile text number %# takes linear time', (text) => {
    const start = cpuMs()
    splitSentences(text)
    expect(cpuMs() - start).toBeLessThan(1_000)
  })
})
