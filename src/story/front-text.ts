import type { ClusterInput } from './types.ts'

/** What an item says up front: its title; of a post, whose title is only its beginning, all of it. */
export function frontText({ form, title, text }: Pick<ClusterInput, 'form' | 'title' | 'text'>): string {
  return form === 'post' && text.length > title.length ? text : title
}
