import { describe, expect, test } from 'vitest'
import { idsIn, shippedGazetteer } from './testing/shipped.ts'

const gazetteer = shippedGazetteer()

/** Names that are easily taken for others: what is written, then sentences and the ids they must give. */
const TRAPS: readonly (readonly [trap: string, cases: readonly (readonly [text: string, ...ids: string[]])[]])[] = [
  [
    '科大 is HKUST, USTC or nothing',
    [
      ['香港科大研發新晶片。', 'hkust', 'hong-kong'],
      ['合肥的科大发布论文。', 'hefei', 'ustc'],
      ['科大開學了。'],
      ['科大訊飛發布模型。', 'iflytek'],
      ['中科大团队提出算法。', 'ustc'],
      ['南科大成立人工智能學院。', 'southern-university-of-science-and-technology'],
    ],
  ],
  [
    '中大 is CUHK or SYSU by context, and no part of other words',
    [
      ['中大校長段崇智在香港出席典禮。', 'cuhk', 'hong-kong'],
      ['广州的中大附属医院引入大模型。', 'guangzhou', 'sysu'],
      ['中大型企業正在轉型。'],
      ['香港佔總數三成，其中大部分屬中小企。', 'hong-kong'],
      ['香港與內地合作，其中大灣區城市受惠。', 'china', 'gba', 'hong-kong'],
    ],
  ],
  [
    '中科院 is the Chinese Academy of Sciences, or NCSIST in Taiwan',
    [
      ['中科院在北京发布成果。', 'beijing', 'chinese-academy-of-sciences'],
      ['台灣的中科院研發無人機。', 'national-chung-shan-institute', 'taiwan'],
    ],
  ],
  [
    '中山大學 is in Guangzhou or in Kaohsiung',
    [
      ['廣州中山大學發表論文。', 'guangzhou', 'sysu'],
      ['高雄的中山大學開設半導體學院。', 'kaohsiung', 'national-sun-yat-sen-university'],
    ],
  ],
  [
    'NTU is in Singapore or in Taiwan',
    [
      ['NTU in Singapore opened a lab.', 'ntu-singapore', 'singapore'],
      ['NTU professors in Taiwan disagree.', 'ntu-taiwan', 'taiwan'],
      ['NTU published a paper.'],
    ],
  ],
  [
    '超微 is AMD in Taiwan; 美超微 and 超微電腦 are Supermicro',
    [
      ['超微蘇姿丰發表新品。', 'amd', 'lisa-su'],
      ['美超微股價大跌。', 'supermicro'],
      ['超微電腦擴產。', 'supermicro'],
    ],
  ],
  [
    'HKUST(GZ) and CUHK-Shenzhen are entities of their own',
    [
      ['HKUST(GZ) hired 20 professors.', 'hkust-gz'],
      ['香港中文大學（深圳）設立實驗室。', 'cuhk-shenzhen'],
      ['CUHK-Shenzhen trained a model.', 'cuhk-shenzhen'],
    ],
  ],
  [
    'Daya Bay is a plant in Shenzhen or a district of Huizhou',
    [
      ['The Daya Bay nuclear reactor restarted.', 'daya-bay-npp'],
      ['Daya Bay district plans a data centre.', 'daya-bay-district'],
      ['We swam at Daya Bay.'],
    ],
  ],
  [
    '台山 is in Jiangmen; 泰山 is a mountain',
    [['江門台山的核電站擴建。', 'jiangmen', 'taishan-guangdong'], ['登泰山而小天下。']],
  ],
  [
    '三星 is not 三星堆, 三星級, 삼성동 or 삼성생명',
    [
      ['三星發表記憶體。', 'samsung'],
      ['三星堆出土面具。'],
      ['三星級酒店開業。'],
      ['삼성동에서 열린 행사.'],
      ['삼성생명 보험.'],
      ['삼성이 메모리를 공개했다.', 'samsung'],
    ],
  ],
  [
    '輝達, 英偉達, 英伟达 and エヌビディア are one entity',
    ['輝達', '英偉達', '英伟达', 'エヌビディア', '엔비디아', 'NVIDIA'].map((name) => [`${name}。`, 'nvidia'] as const),
  ],
  [
    '深圳, 深セン, シンセン and 선전 are one entity; 선전 is also propaganda',
    [
      ['深圳', 'shenzhen'],
      ['深セン', 'shenzhen'],
      ['シンセン', 'shenzhen'],
      ['중국 선전에서 열렸다.', 'china', 'shenzhen'],
      ['선전시 당국이 밝혔다.', 'shenzhen'],
      ['다시 선전 문구를 바꿨다.'],
    ],
  ],
  [
    'Apple, Meta, Claude, Gemini, Grok and Groq by case and phrase',
    [
      ['I ate an apple.'],
      ['Apple pie is back.'],
      ['Apple sued.', 'apple'],
      ['It is very meta.'],
      ['Meta sued.', 'meta'],
      ['Claude Debussy composed.'],
      ['Claude wrote code.', 'claude'],
      ['Gemini season begins.'],
      ['Gemini wrote code.', 'gemini'],
      ['I grok it.'],
      ['Grok and Groq differ.', 'grok', 'groq'],
      ['グロックが好きだ。'],
      ['xAIのグロックが更新された。', 'grok', 'xai'],
      ['머스크의 그록이 나왔다.', 'elon-musk', 'grok'],
    ],
  ],
  [
    '寒武紀, 甲骨文, 豆包, 小米, 聯想 and 地平線 are words of the language',
    [
      ['寒武紀的三葉蟲化石。'],
      ['寒武紀晶片出貨。', 'cambricon'],
      ['殷墟的甲骨文。'],
      ['甲骨文公司擴建數據中心。', 'oracle'],
      ['早餐吃豆包。'],
      ['字节跳动旗下豆包更新。', 'bytedance', 'doubao'],
      ['小米和綠豆一起煮。'],
      ['小米手機開賣。', 'xiaomi'],
      ['令人聯想到童年。'],
      ['聯想集團公布業績。', 'lenovo'],
      ['太陽落到地平線下。'],
      ['地平線推出征程芯片。', 'horizon-robotics'],
    ],
  ],
  [
    'The AI Basic Act is Korean or Taiwanese by context',
    [
      ["Korea's AI Basic Act is in force.", 'korea-ai-basic-act', 'south-korea'],
      ["Taiwan's AI Basic Act is in force.", 'taiwan', 'taiwan-ai-basic-act'],
      ['The AI Basic Act is in force.'],
    ],
  ],
  [
    '金管局 is Hong Kong’s; Singapore’s is 新加坡金管局',
    [
      ['金管局推出沙盒。', 'hkma'],
      ['新加坡金管局推出沙盒。', 'mas'],
    ],
  ],
  [
    'Bay Area and 灣區 are San Francisco by context only; 大灣區 is the GBA',
    [
      ['The Greater Bay Area is short of power.', 'gba'],
      ['California startups leave the Bay Area.', 'california', 'san-francisco'],
      ['The Bay Area has rain.'],
      ['大灣區算力', 'gba'],
      ['灣區天氣好。'],
    ],
  ],
  ['奧特曼 is Altman or Ultraman', [['OpenAI的奧特曼道歉。', 'openai', 'sam-altman'], ['奧特曼打怪獸。']]],
  [
    '高德納 is Gartner, Knuth keeps his Latin name',
    [
      ['高德納預測支出增長。', 'gartner'],
      ['Donald Knuth wrote TeX.', 'donald-knuth'],
    ],
  ],
  [
    'Vera Rubin, Hopper, Blackwell and Feynman are chips only by context',
    [
      ['Vera Rubin studied galaxies.'],
      ['Nvidia ships Vera Rubin.', 'nvidia', 'vera-rubin'],
      ['Edward Hopper painted.'],
      ['Nvidia ships Hopper GPUs.', 'hopper', 'nvidia'],
      ['Blackwell is a town.'],
      ['Nvidia ships Blackwell GPUs.', 'blackwell', 'nvidia'],
      ['Feynman taught physics.'],
      ['Nvidia will follow with Feynman GPUs.', 'feynman', 'nvidia'],
    ],
  ],
  [
    'two characters that are the end of one word and the beginning of the next',
    [
      ['價格甚至強於對手。'],
      ['其中芯片業務增長。'],
      ['可提高通訊效率。'],
      ['推理研究取得進展。'],
      ['普通義務教育。'],
      ['未必應該如此。'],
      ['平台大幅降價。'],
      ['其中電腦佔三成。'],
      ['乘火車上阿里山看雲。'],
      ['理研の研究員が発表した。', 'riken'],
      ['高通推出晶片。', 'qualcomm'],
    ],
  ],
  [
    'names that are words in lower case or in another language',
    [['sines and cosines'], ['Il est seul.'], ['minna-sama'], ['I live in a dell.'], ['Dell ships servers.', 'dell']],
  ],
]

describe.each(TRAPS)('%s', (_trap, cases) => {
  test.each(cases.map(([text, ...ids]) => [text, ids] as const))('%s', (text, ids) => {
    expect(idsIn(text, gazetteer)).toEqual([...ids].sort())
  })
})
