import { WordGate } from '../lib/word-gate.ts'

/** A report says what an event leads to, not only what happened. Bounded alternatives, no nesting. */
const IMPACT =
  /\b(?:means? that|which means|meaning that|would mean|implications? (?:for|of)|(?:big |major |direct |significant )?impact on|will (?:affect|allow|let|force|enable|help|mean|require|change|cut|raise|limit|make it)|(?:is|are) (?:expected|likely|set|poised) to (?:rise|fall|grow|drop|help|hurt|force|reshape|reduce|increase|cut|raise|lead|mean|make|allow|affect|limit|push|delay|threaten|slow|lower|boost|end|lose|gain|benefit)|as a result|paves? the way|at stake|raises? (?:concerns|questions|the stakes)|(?:could|may|might) (?:help|hurt|force|reshape|reduce|increase|cut|raise|lead|mean|make|allow|affect|limit|push|delay|give|put|threaten|slow|speed|lower|weaken|strengthen|undermine|boost|end|open|become|face|cost|trigger|shift))\b|意味着|意味著|将影响|將影響|影响到|影響到|将使|將使|有望|可能导致|可能導致|或将|或將|将带来|將帶來|预计将|預計將|将有助于|將有助於|を意味する|影響を(?:与|及ぼ)|可能性がある|につながる|見込み|とみられる|恐れがある|의미한다|영향을|것으로 보인다|전망이다|가능성이/iu

const GATE = new WordGate([IMPACT])

/** Whether a sentence says why an event matters: a consequence, an effect on somebody, what comes of it. */
export function saysImpact(sentence: string): boolean {
  return GATE.mayMatch(sentence) !== 0 && IMPACT.test(sentence)
}
