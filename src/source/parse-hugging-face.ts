import { countAt, isRecord, listAt, mapReadable, recordAt, textAt } from './json-value.ts'
import { plainText, plainTextAsHtml } from './plain-text.ts'
import type { Entry, ParsedFeed } from './types.ts'

const HUB = 'https://huggingface.co'

/** Whether a value is an answer of the Hugging Face hub: `GET /api/models?author=…` (a list of models) or `GET /api/daily_papers`. */
export function isHuggingFace(value: unknown): boolean {
  return Array.isArray(value) && value.some((item) => isModel(item) || isRecord(recordAt(item, 'paper')))
}

export function parseHuggingFace(value: unknown): ParsedFeed {
  const list = Array.isArray(value) ? value : []
  const entries = mapReadable(list, (item) => (recordAt(item, 'paper') ? paperEntry(item) : modelEntry(item)))
  return { link: HUB, authors: [], entries, isSalvaged: false }
}

function isModel(item: unknown): boolean {
  return isRecord(item) && (typeof item.modelId === 'string' || ('pipeline_tag' in item && typeof item.id === 'string'))
}

/** Reads a model. The list has no text about it, so its summary is made of name, task and licence. */
function modelEntry(item: unknown): Entry | undefined {
  const name = textAt(item, 'modelId', 'id')
  if (!name || !/^[\w.-]+\/[\w.-]+$/.test(name)) return undefined
  const [owner, model] = name.split('/') as [string, string]
  const task = textAt(item, 'pipeline_tag')
  const license = tagsOf(item)
    .find((tag) => tag.startsWith('license:'))
    ?.slice('license:'.length)
  const facts = [
    `${owner} published the model ${model} on Hugging Face.`,
    task && `Task: ${task}.`,
    license && `Licence: ${license}.`,
  ]
  return {
    id: `${HUB}/${name}`,
    link: `${HUB}/${name}`,
    title: `${owner}/${model}`,
    summary: facts.filter((fact) => fact).join(' '),
    authors: [owner],
    published: textAt(item, 'createdAt'),
    language: 'en',
    categories: [
      ...(task ? [task] : []),
      ...tagsOf(item).filter((tag) => /^[a-z][a-z0-9-]{1,30}$/.test(tag) && tag !== task),
    ].slice(0, 12),
    enclosures: [],
    points: countAt(item, 'likes'),
  }
}

/** Reads a daily paper. It is a vote for an arXiv paper, to which the entry points. */
function paperEntry(item: unknown): Entry | undefined {
  const paper = recordAt(item, 'paper')
  const id = textAt(paper, 'id')
  const title = plainText(textAt(paper, 'title') ?? textAt(item, 'title'))
  if (!id || !/^[\w.-]+(?:\/\d+)?$/.test(id) || !title) return undefined
  return {
    id: `${HUB}/papers/${id}`,
    link: `${HUB}/papers/${id}`,
    title,
    summary: plainTextAsHtml(textAt(paper, 'summary') ?? textAt(item, 'summary')),
    authors: listAt(paper, 'authors').flatMap((author) => textAt(author, 'name') ?? []),
    published: textAt(item, 'publishedAt') ?? textAt(paper, 'publishedAt'),
    language: 'en',
    categories: [],
    enclosures: [],
    pointsTo: /^\d{4}\.\d{4,5}/.test(id) ? `https://arxiv.org/abs/${id}` : undefined,
    points: countAt(paper, 'upvotes'),
    comments: countAt(item, 'numComments'),
  }
}

function tagsOf(item: unknown): string[] {
  return listAt(item, 'tags').filter((tag): tag is string => typeof tag === 'string')
}
