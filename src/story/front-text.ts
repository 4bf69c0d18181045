import type { ClusterInput } from './types.ts'

/** Returns what an item says up front: its title; for a post, whose title is only its beginning, all of its text. */
export function frontText({ form, title, text }: Pick<ClusterInput, 'form' | 'title' | 'text'>): string {
  return form === 'post' && text.length > title.length ? text : title
}
