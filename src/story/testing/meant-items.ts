import { meaningVector } from '../meaning/meaning-vector.ts'
import type { ClusterInput } from '../types.ts'
import { clusterInput, type InputDraft } from './cluster-input.ts'
import { hashed } from './hashed-meaning.ts'

const TRANSLATION: Readonly<Record<string, string>> = {
  автомат: 'robot',
  победил: 'wins',
  главном: 'capital',
  забеге: 'race',
}
const meaningOf = (title: string) =>
  meaningVector(hashed(title, { dimensions: 256, translate: (word) => TRANSLATION[word] ?? word }))

/** An item with the meaning of its title. */
export function meantItem(id: number, title: string, draft: InputDraft = {}): ClusterInput {
  return { ...clusterInput(id, title, draft), meaning: meaningOf(title) }
}

/** Letters that no other number has, so that words with them have no beginning in common. */
const letters = (number: number) => String.fromCharCode(97 + (number % 26), 97 + Math.floor(number / 26))

/** Fifty items about fifty things in two languages, so that each has a mean. */
export const OTHERS = Array.from({ length: 50 }, (_, index) =>
  index % 2
    ? meantItem(index + 1, `${letters(index)}мост ${letters(index)}номер`, { language: 'ru' })
    : meantItem(index + 1, `${letters(index)}thing ${letters(index)}matter`),
)
export const ENGLISH = meantItem(101, 'robot wins capital race', { hours: 6 })
export const RUSSIAN = meantItem(102, 'автомат победил главном забеге', { language: 'ru', hours: 7 })
/** As many items without meaning as it takes until the next look for merges. */
export const FILLERS = Array.from({ length: 50 }, (_, index) =>
  clusterInput(200 + index, `${letters(index + 60)}filler ${letters(index + 60)}padding`),
)
