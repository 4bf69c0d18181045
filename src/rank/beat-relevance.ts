import type { Gazetteer } from '../entity/types.ts'
import { oncePerObject } from '../lib/once-per-object.ts'
import { WordGate } from '../lib/word-gate.ts'
import type { Member, StoryItem } from '../story/types.ts'

/** Share of the reports' weight that must be on the beat; what it catches and lets through is in bench/rank/beat.ts. */
export const ON_BEAT = 0.4

const TITLE_LENGTH = 300
const LEAD_LENGTH = 1_000

/** Words that are about AI whoever says them; product names are the gazetteer's. `AI` in capitals only: `ai` is a word in many languages. */
const AI_CAPITALS =
  /(?<![\p{L}\p{N}])(?:AIs?|A\.I\.|LLMs?|AGI|GPUs?|TPUs?|NPUs?|RAG|GPT-?\d*|VLMs?|IA|KI)(?![\p{L}\p{N}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])AI|AI(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu
const AI_WORDS =
  /\b(?:artificial intelligence|machine learning|deep learning|neural net(?:work)?s?|(?:large |small |vision )?language models?|foundation models?|frontier models?|generative|chat ?bots?|mixture-of-experts|deepfakes?|reinforcement learning|fine-?tun(?:ed|ing)|image models?|transformers?|diffusion models?|text-to-(?:image|video|speech)|open[- ]weights?|prompts?|hallucinat(?:es?|ions?)|autonomous (?:driving|vehicles|agents)|robotaxis?|humanoid robots?|data ?cent(?:er|re)s?|superintelligence|vibe[- ]?cod(?:e|ed|ing)|agentic|coding agents?|open models?|lora|tokens per second|context window)\b|人工智能|人工智慧|机器学习|機器學習|深度学习|深度學習|大模型|大語言模型|语言模型|語言模型|生成式|神经网络|神經網絡|神經網路|智能体|智能體|词元|詞元|vibe coding|智算|算力|具身智能|人形机器人|人形機器人|自动驾驶|自動駕駛|数据中心|數據中心|資料中心|生成AI|機械学習|深層学習|言語モデル|エージェント|強化学習|ニューラル|データセンター|인공지능|머신러닝|딥러닝|언어 모델|생성형|에이전트|에이전틱|바이브 ?코[딩드]|강화 ?학습|데이터센터/gi

/** Ollama and others are named after it. */
const LLAMA = /\b\w*llama\b/gi
const MAY_BE_LLAMA = /llama/i

/** Words of the field that others use too: two of them, or one beside a word above, make a story of it. */
const FIELD_WORDS =
  /\b(?:models?|mixture-of-experts|parameters|weights|benchmarks?|agents?|skills?|plug-?ins?|prompts?|attention|retrieval|kernels?|autonomous|mcp|open[- ]sourc(?:e|ed|ing)|accelerators?|chips?|semiconductors?|inference|train(?:s|ed|ing)?|tokens?|robots?|algorithms?|fine-?tune|packaging|supercomputers?)\b|模型|参数|參數|芯片|晶片|半导体|半導體|推理|开源|開源|机器人|機器人|数据标注|モデル|半導体|チップ|ロボット|推論|모델|반도체|로봇|추론|칩|벤치마크|메모리|오픈소스/gi

/** In every match of `AI_CAPITALS`. */
const MAY_BE_CAPITALS = /AI|A\.I\.|LLM|AGI|[GTN]PU|RAG|GPT|VLM|IA|KI/
const WORD_GATE = new WordGate([AI_WORDS])
const FIELD_GATE = new WordGate([FIELD_WORDS])

type BeatGazetteer = Pick<Gazetteer, 'entity' | 'lineage'>

/** Entity types that are AI by themselves; a company or a person is not. */
const AI_TYPES: ReadonlySet<string> = new Set(['model', 'lab', 'chip', 'benchmark'])

/**
 * How far a story is about AI, so that one that merely names a company from the field stays out of the brief.
 * The mean over its reports (over all members, if none is a report) of what is strongest in each: AI in the title 1,
 * an AI model, lab, chip, product or project in the title 0.8, two of these or of the words of
 * the field in title and lead 0.6, one 0.35.
 *
 * @returns in [0, 1]; at least `ON_BEAT` is on the beat
 */
export function beatRelevance(members: readonly Member[], gazetteer: BeatGazetteer): number {
  const reports = members.filter((member) => member.role === 'report')
  const read = reports.length > 0 ? reports : members
  if (read.length === 0) return 0
  const relevance = relevances(gazetteer)
  return read.reduce((sum, { item }) => sum + relevance(item), 0) / read.length
}

const relevances = oncePerObject((gazetteer: BeatGazetteer) =>
  oncePerObject((item: StoryItem) => itemRelevance(item, gazetteer)),
)

function itemRelevance(item: StoryItem, gazetteer: BeatGazetteer): number {
  const title = item.title.slice(0, TITLE_LENGTH)
  if (countCues(title) > 0) return 1
  const named = item.mentions.filter(({ entityId }) => isAi(entityId, gazetteer))
  if (named.some(({ end }) => end <= item.title.length)) return 0.8
  const leadEnd = item.title.length + 1 + LEAD_LENGTH
  const lead = item.text.slice(0, LEAD_LENGTH)
  const inLead =
    countCues(lead) + named.filter(({ end }) => end <= leadEnd).length + distinctFieldWords(`${title}\n${lead}`)
  if (inLead >= 2) return 0.6
  return inLead === 1 ? 0.35 : 0
}

/** What the entity file says; else models, labs, chips, benchmarks, products of a lab, and software projects that are no household name. */
function isAi(entityId: string, gazetteer: BeatGazetteer): boolean {
  const entity = gazetteer.entity(entityId)
  if (!entity) return false
  if (entity.isOnBeat !== undefined) return entity.isOnBeat
  if (AI_TYPES.has(entity.type) || (entity.type === 'project' && entity.salience > 1)) return true
  return entity.type === 'product' && gazetteer.lineage(entityId).some((id) => gazetteer.entity(id)?.type === 'lab')
}

function distinctFieldWords(text: string): number {
  if (FIELD_GATE.mayMatch(text) === 0) return 0
  return new Set((text.match(FIELD_WORDS) ?? []).map((word) => word.toLowerCase().replace(/s$/, ''))).size
}

function countCues(text: string): number {
  const capitals = MAY_BE_CAPITALS.test(text) ? (text.match(AI_CAPITALS)?.length ?? 0) : 0
  const words = WORD_GATE.mayMatch(text) === 0 ? 0 : (text.match(AI_WORDS)?.length ?? 0)
  return capitals + words + (MAY_BE_LLAMA.test(text) ? (text.match(LLAMA)?.length ?? 0) : 0)
}
