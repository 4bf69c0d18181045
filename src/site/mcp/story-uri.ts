/** Address of a story as a resource (RFC 6570). */
export const STORY_URI = 'auspex://stories/{id}'

export function storyUri(id: number): string {
  return STORY_URI.replace('{id}', String(id))
}

/** @returns what stands in place of the number; the API says what is wrong with it */
export function storyNumberIn(uri: URL): string {
  return uri.pathname.slice(1)
}
