import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Gazetteer } from '../../src/entity/types.ts'
import type { Member } from '../../src/story/types.ts'
import { citedText } from '../../src/summary/check/evidence.ts'
import { type MemberDraft, member } from '../../src/summary/testing/member.ts'

/** @returns the lines of a gzipped JSONL file, parsed */
export function readJsonLines<T>(file: string): readonly T[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}

/** @returns a member with the mentions that the gazetteer finds in it */
export function mentioningMember(id: number, draft: MemberDraft, gazetteer: Gazetteer): Member {
  const plain = member(id, draft)
  const mentions = gazetteer.findEntities(citedText(plain.item))
  return { ...plain, item: { ...plain.item, mentions } }
}
