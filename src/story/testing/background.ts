import type { InputDraft } from './cluster-input.ts'

/** A day of other invented news, so that common words are known to be common. */
export const BACKGROUND: readonly (readonly [title: string, draft?: InputDraft])[] = [
  [
    'Startup raises $40 million to bring AI to freight brokers',
    { text: 'The company said the money will pay for engineers and sales.' },
  ],
  [
    'City council delays vote on data center moratorium',
    { text: 'Residents had complained about noise, water and power use.' },
  ],
  [
    'Researchers release dataset of a million annotated satellite images',
    { text: 'The study was published on arXiv with code.' },
  ],
  [
    'Chip equipment maker cuts outlook as China demand slows',
    { text: 'Revenue in the quarter fell 4%, missing estimates.' },
  ],
  [
    'University opens institute for machine learning in medicine',
    { text: 'The centre will train 200 students a year.' },
  ],
  [
    'Lawmakers question AI company executives over child safety',
    { text: 'The hearing lasted four hours; chief executives promised changes.' },
  ],
  ['New benchmark tests how well agents use a browser', { text: 'Most models complete fewer than half of the tasks.' }],
  [
    'Phone maker puts on-device assistant into cheaper handsets',
    { text: 'The model runs without a network connection.' },
  ],
  [
    'Utility signs 20-year power deal with data center operator',
    { text: 'The plant will supply 900 megawatts from 2029.' },
  ],
  ['Court rules that training on books is fair use in part', { text: 'The judge let one claim go to trial.' }],
  ['Bank says AI could add 1% to output by 2035', { text: 'Economists expect gains in services first.' }],
  ['Robot maker shows humanoid that folds laundry', { text: 'It will cost $20,000 when sales begin next year.' }],
  ['Airline uses AI to set fares, senators object', { text: 'The company said prices are not personal.' }],
  ['Open-source library for inference reaches version 1.0', { text: 'It supports GPUs of three vendors.' }],
  [
    'Hospital network rolls out AI note taking to 10,000 doctors',
    { text: 'Doctors save an hour a day, the network said.' },
  ],
  ['Government publishes guidelines on AI in schools', { text: 'Teachers may use chatbots to plan lessons.' }],
  ['Newspaper group licenses its archive to AI company', { text: 'Terms of the deal were not disclosed.' }],
  ['Cloud provider suffers outage in Frankfurt region', { text: 'Customers reported errors for three hours.' }],
  ['Poll: most workers have used a chatbot at work', { text: 'The survey asked 5,000 people in six countries.' }],
  ['Video generator adds sound and longer clips', { text: 'Users can now make a minute of video.' }],
  ['人工智能企业完成新一轮融资', { language: 'zh-Hans', text: '该公司表示,资金将用于研发和市场拓展。' }],
  ['教育部發布校園人工智慧使用指引', { language: 'zh-Hant', text: '教師可使用聊天機器人備課,學生須標明出處。' }],
  ['数据中心用电量持续增长,多地出台新规', { language: 'zh-Hans', text: '专家表示,电力供应将成为瓶颈。' }],
  ['晶片設備商下修財測,中國需求放緩', { language: 'zh-Hant', text: '公司第三季營收年減4%,低於預期。' }],
  ['大学、医療向けAIの研究所を開設', { language: 'ja', text: '年間200人の学生を育成するという。' }],
  [
    'データセンターの電力需要が増加、自治体が規制へ',
    { language: 'ja', text: '住民からは騒音や水の使用への懸念が出ている。' },
  ],
  [
    '스타트업, 물류 AI로 4000만 달러 투자 유치',
    { language: 'ko', text: '회사는 개발자와 영업 인력을 늘릴 계획이라고 밝혔다.' },
  ],
  ['교육부, 학교 인공지능 활용 지침 발표', { language: 'ko', text: '교사는 수업 준비에 챗봇을 사용할 수 있다.' }],
]
