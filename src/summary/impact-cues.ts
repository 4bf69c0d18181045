import { WordGate } from '../lib/word-gate.ts'

/*
 * Patterns of sentences on the impact of an event: what follows, what somebody must or can now do, who is hurt or helped, what
 * people expect or fear, what it is a sign of. What a maker hopes for ("aims to") is not impact. Alternatives are bounded and do
 * not nest. Each begins with a word or a non-ASCII character, as `WordGate` requires.
 */

/** People and organisations that gain or lose by an event. */
const PEOPLE =
  '(?:developers|users|companies|firms|teams|researchers|customers|consumers|people|anyone|businesses|enterprises|hospitals|schools|regulators|patients|doctors|engineers|students|workers|publishers|creators|rivals|competitors|governments|investors|buyers|households|residents|start-?ups)'

/** Subjects that cause an effect. */
const CAUSE =
  '(?:this|that|which|it|the (?:move|deal|law|rules?|ruling|models?|tool|changes?|case|decision|acquisition|purchase|investment|approach|method|system|technique|results?|findings?|release|feature|ban|order|plan|policy|project|shortage|outage|attack|flaw|bug|cuts?|price|shift|trend|technology))'

/** Verbs of an effect, after "could" and the like. */
const AFFECTS =
  '(?:help|hurt|force|reshape|reduce|increase|cut|raise|lead|mean|make|allow|affect|limit|push|delay|give|put|threaten|slow|speed|lower|weaken|strengthen|undermine|boost|end|open|become|face|cost|trigger|shift)'

/** Verbs of interpretation, which name no effect. */
const GUESSES =
  '(?:have|be|not|vary|take|imply|indicate|involve|include|explain|suggest|coincide|predict|mean|use|contain|represent|reflect)\\b'

const ENGLISH: readonly string[] = [
  // what follows
  'means? that',
  'which means',
  'meaning that',
  'would mean',
  'as a result',
  'implications? (?:for|of)',
  '(?:big |major |direct |significant )?impact on',
  'will (?:affect|allow|let|force|enable|help|mean|require|change|cut|raise|limit|make it)',
  `(?:could|may|might) (?:also |eventually |potentially |significantly )?${AFFECTS}`,
  `${CAUSE} could (?:also |eventually |potentially |significantly |one day )?(?!${GUESSES})[a-z]+`,
  '(?:is|are) (?:expected|likely|set|poised) to (?:rise|fall|grow|drop|help|hurt|force|reshape|reduce|increase|cut|raise|lead|mean|make|allow|affect|limit|push|delay|threaten|slow|lower|boost|end|lose|gain|benefit)',
  'would (?:have to|need to|no longer|oblige|require|force|let|allow|mean|make it|relieve|cut|raise|lower|affect|hit|touch|help|hurt|cost|save|push|lead|ban|bar|limit|change|enable|leave)',
  '(?:has|have) the potential to',
  'paves? the way',
  'opens? the door',
  'leaves? (?:room|little|no) ',
  // what somebody must do, or can do now
  '(?:will|must) (?:have to|need to|no longer|now)',
  '(?:must|have to|has to) (?:be|keep|label|tell|report|mark|show|publish|register|pay|disclose|prove|name|ask|carry)',
  'may no longer',
  'no longer (?:needs?|has to|have to|requires?)',
  `(?:allowing|enabling|letting|helping|forcing|leaving|sparing) ${PEOPLE}`,
  'making it (?:possible|easier|harder|cheaper|faster|feasible|practical|more|less)',
  // who is hurt or helped
  '(?:are|is|was|were) (?:now )?(?:on hold|at risk|under threat|under pressure)',
  'at stake',
  'raises? (?:concerns|questions|doubts|fears|the stakes|the bar)',
  '(?:raising|prompting|sparking|fuell?ing|easing) (?:new |fresh |further )?(?:concerns|questions|doubts|fears|worries|pressure|criticism|debate|hopes)',
  '(?:challenging|undermining|threatening|eroding|depriving|weakening|strengthening|intensifying|deepening) (?:the|its|their|both|a|an|competition|pressure|trust|publishers)',
  'putting (?:pressure on|[^.,;]{3,40} at risk)',
  // what it is a sign of
  '(?:underscoring|underlining|underscores|underlines|reinforcing|reinforces|signall?ing) (?:the|that|how|a|its|their|why)',
  '(?:clear|clearest|strong|strongest|latest|another) signals? (?:that|of)',
  'the (?:broader|bigger|larger|main|key|real|notable|practical) (?:takeaway|point|pattern|implication|lesson|shift|trend|significance|consequence)s?',
  '(?:was|is|are|were) (?:widely|broadly) (?:seen|read|viewed|regarded|interpreted)',
  '(?:matters|matter) because',
  'sets? a (?:mark|precedent|benchmark)',
  'marks? (?:a|an|the) (?:major |significant |important |notable |key )?(?:shift|step|milestone|turning point|blow|setback|departure|first time)',
  '(?:a|an) (?:major|big|important|notable|significant|serious) (?:step|shift|milestone|blow|boost|setback) (?:for|to|towards?)',
  '(?:first|largest|biggest|fastest|cheapest) (?:of its kind|in (?:the|its) (?:world|region|country|history|industry|field))',
  // what people expect and fear
  '(?:lawyers?|analysts?|economists?|unions?|residents|critics|campaigners|researchers|civic groups|industry groups|start-?ups|operators|insurers|regulators|publishers|teachers|makers of [\\p{L} ]{3,30}) (?:now )?(?:expects?|fear|warn|caution|worr(?:y|ied)|see|say|said|ask|want|object|criticised|criticized|welcomed|welcome)',
  '(?:expects?|fear(?:s|ed)?|warn(?:s|ed)?|caution(?:s|ed)?) (?:that|of|it|them|resistance|shortages)',
  '(?:than|that) analysts (?:had )?(?:expected|forecast)',
]

/** Chinese (both scripts), Japanese and Korean. */
const FOREIGN: readonly string[] = [
  '意味着|意味著|这意味|這意味|进而使|進而使|预示|預示|标志着|標誌著|里程碑',
  '将影响|將影響|影响到|影響到|将使|將使|将带来|將帶來|将有助于|將有助於|有助于|有助於|有望|受惠|受益于|受益於',
  '可能(?:会|會|将|將)?(?:导致|導致|推动|推動|促使|迫使|引发|引發|加剧|加劇|缓解|緩解|影响|影響|改变|改變|重塑|取代|冲击|衝擊|推高|拖累)|或将|或將|预计将|預計將',
  '(?:大幅|显著|顯著|进一步|進一步|有效)(?:降低|缩短|縮短|减少|減少|提高|提升|削弱|压缩|壓縮)[^，。]{0,14}(?:成本|门槛|門檻|时间|時間|依赖|依賴|风险|風險|负担|負擔)',
  '不再需要|无需再|無需再',
  '须由|須由|须在|須在|必须|必須|不得(?!不)|面临[^，。]{0,12}(?:风险|挑战|压力)|面臨[^，。]{0,12}(?:風險|挑戰|壓力)',
  '担心|擔心|忧虑|憂慮|批评|批評|质疑|質疑|分析师认为|分析師認為|分析人士认为|分析人士認為|业界认为|業界認為|业内人士',
  'を意味する|影響を(?:与|及ぼ)|可能性がある|につながる|見込み|とみられる|恐れがある|義務付け|懸念|追い風|期待(?:する|が|され)|打撃|恩恵',
  'これにより|可能に(?:なる|なり|する)|できるように(?:なる|なり)|引き下げ|不要に(?:なる|なり)|必要がなくなる|圧力|転換点|節目|貢献|を迫られ',
  '의미한다|의미합니다|영향을|것으로 (?:보인다|보입니다|예상)|전망이다|전망했다|전망입니다|우려|의무화|비판했다|기대(?:된다|했다|됩니다)|좌우|가능성이|가능성에',
  '이에 따라|이를 통해|할 수 있게|가능해(?:진|졌|질)|가능하게|기여|도움이 될|부담|타격|잠재력|촉진|앞당|압박|필요가 없|전환점|이정표',
]

const IMPACT = new RegExp(`\\b(?:${ENGLISH.join('|')})\\b|${FOREIGN.join('|')}`, 'iu')

const GATE = new WordGate([IMPACT])

/** Whether a sentence says why an event matters: by a consequence, an effect on somebody, or an expectation. */
export function saysImpact(sentence: string): boolean {
  return GATE.mayMatch(sentence) !== 0 && IMPACT.test(sentence)
}
