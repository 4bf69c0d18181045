import type { Source } from './types.ts'

/** Returns a source that the operator adds, with cautious defaults for all that nobody has said about it yet. */
export function blankSource(id: string, name: string, feedUrl: string): Source {
  return {
    id,
    name,
    homepage: feedUrl,
    kind: 'rss',
    feeds: [{ url: feedUrl }],
    language: 'mul',
    country: 'ZZ',
    family: name,
    type: 'blog',
    tier: 3,
    tierReason: 'Added by the operator.',
    topics: [],
    hubs: [],
    isEnabled: true,
    isMirror: false,
    countsAsIndependent: true,
  }
}
