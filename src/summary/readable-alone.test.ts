import { describe, expect, test } from 'vitest'
import { cpuMs } from '../lib/testing/cpu-ms.ts'
import { isFirstPerson, isNameless, isOwnVoice, isReadableAlone } from './readable-alone.ts'

describe('isReadableAlone', () => {
  test.each([
    'Halden Compute has closed a $410 million round led by two pension funds.',
    'OpenAI said on Monday that the outage lasted six hours.',
    'iFlytek will open its model to schools in Hefei next month.',
    '“The racks arrive in August,” Halden’s chief executive said.',
    'The regulator fined Halden €20 million for breaking the data act.',
    'Northlight picks Johor: the campus draws 240 MW and cost $3.2 billion.',
    'The mayor said: “You will thank us for the hall in 2030.”',
    '灵川科技周一发布新一代大模型，推理成本下降四成。',
    'दिल्ली सरकार ने प्रदूषण के कारण सोमवार से सभी स्कूल बंद कर दिए।',
    'ঢাকা বিশ্ববিদ্যালয় সোমবার নতুন একটি গবেষণা কেন্দ্র চালু করেছে।',
    'افتتحت جوجل مركز بيانات جديدا في الرياض يوم الاثنين.',
    'حکومت نے پیر کے روز لاہور میں تمام اسکول بند کر دیے۔',
    'Կառավարությունը երկուշաբթի օրը Երևանում բացեց նոր տվյալների կենտրոն։',
    'ጎግል ሰኞ ዕለት በአዲስ አበባ አዲስ የመረጃ ማዕከል ከፈተ።',
    'កម្ពុជាបានបើកមជ្ឈមណ្ឌលទិន្នន័យថ្មីមួយនៅភ្នំពេញកាលពីថ្ងៃចន្ទ។',
    'ရန်ကုန်တွင် တနင်္လာနေ့က ဒေတာစင်တာအသစ်တစ်ခု ဖွင့်လှစ်ခဲ့သည်။',
    'กูเกิลเปิดศูนย์ข้อมูลแห่งใหม่ที่จังหวัดชลบุรี มูลค่า 36,000 ล้านบาท',
    '惠州智算中心首期 120 兆瓦已於週一併網。',
    '灯台ラボは23日、新しいモデルを公開した。',
    '한결AI는 23일 새 모델을 공개했다고 밝혔다.',
    'Das Unternehmen Halden baut zwei Hallen in Kulai.',
    '„Die Racks kommen im August an“, sagte der Chef von Halden.',
    'Der Chef von Halden sagte: „Die Racks kommen im August.“',
    'Prezes Halden powiedział: „Szafy przyjadą w sierpniu do Kulai.”',
    '”Racken kommer i augusti”, säger chefen för Halden på måndagen.',
    '« Les baies arrivent en août », a dit le patron de Halden.',
    'State-sponsored hackers took the designs of two halls from Halden.',
    'The assistant of Halden will show advertisements to users who pay nothing.',
    'Japan will join US curbs on the export of machines to Halden.',
    'Halden must share this data with the regulator by May next year.',
    'By 2030 the halls will draw twice the power.',
    '海登的付费订阅用户已经超过三千万人。',
    '한결AI의 유료 구독자는 3천만 명을 넘어섰다.',
    '文心一言将于四月一日起全面免费。',
    '注意力机制的改进使海登的推理成本下降四成。',
    '编辑部已全部迁往新加坡办公。',
    '私募基金周五向海登投资四亿美元。',
    '私立大学が海登の新しいモデルを採用した。',
  ])('yes: %s', (sentence) => {
    expect(isReadableAlone(sentence)).toBe(true)
  })

  test.each([
    ['a label', 'Style guide: the hall is to be named after its owner.'],
    ['a label in Chinese', '编者按：此次事件的主角应称为海登算科公司。'],
    ['a word to the reader', 'Anyone in Johor can rent it, but check your contract first.'],
    ['a pronoun', 'It will open two halls in Johor next year.'],
    ['a pronoun in quotes', '“They will open two halls in Johor next year.”'],
    ['a demonstrative', 'This means that the halls open two years late.'],
    ['a connective', 'However, the halls will open two years late.'],
    ['the company of the sentence before', 'The company declined to say who its customers are.'],
    ['a verb without who does it', 'Works with three clients of Halden, two banks among them.'],
    ['a word to everybody', 'Everybody will quote the 31% growth of Halden.'],
    ['first person', 'We are thrilled to bring two halls to Johor.'],
    ['zh pronoun', '该公司表示将于明年开放两座数据中心。'],
    ['zh connective', '此外，首期 120 兆瓦已於週一併網。'],
    ['ja pronoun', 'これにより、推論の費用は四割下がった。'],
    ['ja first person', '私は海登の新しいモデルを二日使った。'],
    ['ja company', '同社は来年、二棟のホールを開くと述べた。'],
    ['ko pronoun', '이는 지난해보다 두 배 늘어난 규모다.'],
    ['an imperative', 'Take the revenue of Halden, which is $410 million.'],
    ['a question', 'Will Halden open two halls in Johor next year?'],
    ['a full-width question', '海登能否在明年开放两座数据中心？'],
    ['cut off', 'Halden Compute has closed a $410 million round led by…'],
    ['cut off by a feed', 'Halden Compute has closed a $410 million round led by [...]'],
    ['a heading', 'What Halden plans to build in Johor next year'],
    ['a fragment', 'led by two pension funds and a bank from the region.'],
    ['half a quotation', 'Halden said: “The racks arrive in August.'],
    ['too short', 'Halden closed it.'],
    ['too long', `Halden ${'and its very many partners '.repeat(14)}closed it.`],
    ['read more', 'Read more about the two halls of Halden in our report.'],
    ['a feed footer', 'The post Halden closes a round appeared first on Straits Ledger.'],
    ['a subscription', 'Sign up for the Straits Ledger newsletter to read about Halden.'],
    ['an address', 'More on the halls of Halden is at https://halden.example today.'],
    ['a subscription in Chinese', '欢迎订阅我们的电子报，每周了解海登算科的最新动态。'],
    ['a subscription in Korean', '한결AI의 소식지를 지금 구독하세요, 매주 새 소식을 전합니다.'],
    ['an invitation', 'Join us in Johor in May to see the two halls of Halden.'],
    ['an advertisement', 'Advertisement Halden Compute has closed a round led by two funds.'],
    ['a byline', 'By Priya Raman and Tan Wei of The Straits Ledger.'],
    ['a byline in Chinese', '文／海登算科特约记者　陈明华和两位同事。'],
    ['a word to the reader in Chinese', '注意海登给的分词器配置少了一个结束符。'],
    ['the author', '作者指出，海登的两座数据中心都建在河边。'],
    ['half a German quotation', 'Der Chef von Halden sagte: „Die Racks kommen im August.'],
    ['credits', 'Reporting by P. Raman in Singapore and two others in Johor.'],
    ['a teaser', 'Here’s what Halden told investors about its halls in Johor.'],
    ['shouting', 'HALDEN COMPUTE HAS CLOSED A ROUND LED BY TWO FUNDS.'],
    ['zh boilerplate', '点击下方链接阅读海登算科的完整公告和投资者材料。'],
    ['ja boilerplate', '続きを読むには会員登録が必要です、ぜひご検討を。'],
  ])('no: %s', (_why, sentence) => {
    expect(isReadableAlone(sentence)).toBe(false)
  })

  test.each(['a '.repeat(150), '('.repeat(300), '"'.repeat(300), 'by '.repeat(100), '“'.repeat(310)])(
    'hostile text %# takes no time',
    (text) => {
      const start = cpuMs()
      for (let run = 0; run < 100; run++) isReadableAlone(`${text}.`)
      expect(cpuMs() - start).toBeLessThan(500)
    },
  )
})

describe('isOwnVoice', () => {
  test.each([
    ['We prove that no method stores these layers below 2.1 bits a weight.', true],
    ['This paper has been retracted by its authors.', true],
    ['In 40,000 dialogues we find that each apology lowers the rating.', true],
    ['This was expected by everybody in the room.', false],
    ['Our.', false],
    ['We ask: who pays for the power of this hall?', false],
    ['Halden opened a hall of 40 megawatts in Kulai.', false],
  ])('%s %s', (sentence, isSo) => {
    expect(isOwnVoice(sentence)).toBe(isSo)
  })
})

describe('isFirstPerson', () => {
  test.each([
    ['Today we release Heron 2, a model with open weights.', true],
    ['本公司今日发布新一代大模型，推理成本下降四成。', true],
    ['本文件就守則徵詢意見，為期六星期。', false],
    ['“We have it,” a spokesman of Halden said.', false],
    ['The U.S. Senate and the WE fund agreed.', false],
    ['中文写作一般，代码确实强，海登的分数我信。', true],
    ['我国今年新建两座数据中心，工人自我管理。', false],
    ['這台機器我試了兩天，海登的說法沒有誇大。', true],
    ['私は海登の新しいモデルを二日使った。', true],
    ['私立大学が海登のモデルを採用した。', false],
    ['うちのチャットボットも二時間沈黙した。', true],
    ['このうちの三社が海登のモデルを採用した。', false],
    ['제가 이틀 동안 써 본 한결AI의 새 모델이다.', true],
    ['우리은행이 한결AI의 새 모델을 도입했다.', false],
  ])('%s %s', (sentence, isSo) => {
    expect(isFirstPerson(sentence)).toBe(isSo)
  })
})

describe('isNameless', () => {
  test.each([
    ['A longer context does not help at all.', true],
    ['The schedule transfers between models of 1 and 34 billion parameters.', false],
    ['The racks of Halden arrive in spring.', false],
    ['灵川科技周一发布新一代大模型。', false],
  ])('%s %s', (sentence, isSo) => {
    expect(isNameless(sentence)).toBe(isSo)
  })
})
