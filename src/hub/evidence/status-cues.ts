import { foldPattern } from './fold-sentence.ts'
import type { Status } from './types.ts'

/*
 * Words for the status of an undertaking, matched against the folded sentence. The order matters: what was cancelled had been
 * announced, what is being built had been approved, and "will open" is not yet an opening.
 */
const WRITTEN: readonly (readonly [Status, RegExp])[] = [
  [
    'cancelled',
    /\b(?:cancel(?:s|led|ed|ling)|scrapp(?:ed|ing)|shelved|abandon(?:s|ed)|called off|withdr(?:ew|awn)|dropped (?:its )?plans?)\b|取消|搁置|撤回|中止|放弃|撤销|断念|白紙|취소|철회|백지화|무산/u,
  ],
  [
    'building',
    /\b(?:under construction|construct(?:ion)? (?:has |is |was )?(?:begun|began|started|starts|under way|underway)|broke ground|breaks ground|being built|is building|are building|work (?:has )?(?:started|begun|began)|is spending|is expanding)\b|动工|(?<!计划)兴建(?!计划)|正在?(?:建设|扩建|兴建|施工)|正扩建|在建|开工|建設中|着工|建设中|(?:建設|工事)(?:が|を).{0,14}(?:始ま|進む|進め)|건설 중|착공|짓고 있|구축 중|공사(?:가|를) (?:시작|진행)/u,
  ],
  [
    'approved',
    /\b(?:approved?s?(?! (?:more than )?[\d,]+ applications)|given the go-ahead|green[- ]?lit|set aside|allocat(?:es|ed)|earmarked|passed into law)\b(?! no\b)|获批|批准(?!逾|超过|了?\d)|核准|拨款|通过了|承認(?!した)|認可された|可決|승인(?:했|됐|받)|허가(?:했|받)|통과(?:시켰|됐|했)|확정(?:했|됐)/u,
  ],
  [
    'announced',
    /\b(?:plans? (?:to|for|an?)|planned|planning to|will|to (?:open|build|host|start|be built|be completed)|is to|are to|due (?:to|next|in)|proposes?|proposed|intends? to|aims? to|wants?|from (?:spring|next)|announced|opened a (?:second |new )?call|would)\b|计划(?!至今|已|下)|规划|拟(?!定)|将(?!军)|即将|提出|目标|计画(?!已)|明年|启动.{0,6}(?:申请|征求)|征求申请|予定|計画|计画(?:だ|が)|設ける(?!こと)|設置する(?!こと)|(?:条例案|枠の募集)|来春|来年|発表された|직접 공급|모집|계획|예정|할 방침|(?:하|짓|세우)기로|추진|내년|(?:供給する|供给する)契(?:約|约)/u,
  ],
  [
    'operating',
    /\b(?:runs?|running|operat(?:es|ing|ed|ion)|in (?:full )?service|opened|open|launched|has launched|launches|in force|went (?:live|into (?:operation|service))|switched on|carr(?:ies|y) traffic|houses|hosts|admitted|admits|registered|published|released|lets firms|took in|has taken in|set up|sets up|had [\d.,]+ ?(?:mw|gw)|approved more than|remains the)\b|投运|投产|投入(?:使用|运作|服务|运行)|启用|已(?:启动|启用|投|上线|接入|施行|生效|签订|有\d|入驻)|运作|上线|成立|设立|稼働|運用|運用を開始|開設|開(?:いた|かれた|かれ、|いて)|始ま(?:っ|り)|始め(?:た|ている)|新設|设けた|設けた|開放|开放|入驻|入居|进驻|进駐|公開|公布|推出(?!资助)|适用|现有|现时|批出|接入|参加|出台|に達し|已达|達した|を承認した|建成|열었다|문을 열|가동|개소|개통|출범|시행(?:했|됐)|시작했|도입했|운영(?:하고|을 시작|에 들어)|참여하고 있/u,
  ],
]
const STATUS_CUES = WRITTEN.map(([status, cue]) => [status, foldPattern(cue)] as const)

/**
 * Returns the status of the undertaking in a sentence, or `none`.
 *
 * @param folded the folded sentence
 */
export function statusOf(folded: string): Status {
  return STATUS_CUES.find(([, cue]) => cue.test(folded))?.[0] ?? 'none'
}
