/** URI template of a story resource (RFC 6570). */
export const STORY_URI = 'auspex://stories/{id}'

export function storyUri(id: number): string {
  return STORY_URI.replace('{id}', String(id))
}

/** @returns the id part of the URI, unvalidated; the API rejects an invalid one */
export function storyNumberIn(uri: URL): string {
  return uri.pathname.slice(1)
}
