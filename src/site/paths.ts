import type { StoryRecord } from '../store/story-types.ts'

/** Addresses of the site, used by all links of pages, published feeds and the API. */
export const paths = {
  front: '/',
  pulse: '/pulse',
  sources: '/sources',
  methods: '/methods',
  status: '/status',
  search: '/search',
  events: '/events',
  weights: '/weights',
  /** Pictures for link previews of the site and of a story. */
  sharePicture: '/share.png',
  storyPicture: (id: number) => `/s/${id}/share.png`,
  /** Files that let a device install the site and keep pages offline. */
  manifest: '/manifest.webmanifest',
  worker: '/sw.js',
  icon: (side: number) => `/icon-${side}.png`,
  corrections: '/corrections',
  subscribe: '/subscribe',
  saved: '/saved',
  hiddenWords: '/hidden-words',
  hiddenWordsText: '/hidden-words.txt',
  admin: '/admin',
  adminSignIn: '/admin/sign-in',
  adminSignOut: '/admin/sign-out',
  adminAct: '/admin/act',
  adminCloseReport: '/admin/close-report',
  adminRevive: '/admin/revive',
  adminForgetDecision: '/admin/forget-decision',
  adminForgetSearch: '/admin/forget-search',
  adminPairs: '/admin/pairs',
  adminSources: '/admin/sources',
  adminImport: '/admin/sources/import',
  adminExport: '/admin/sources.opml',
  adminJudge: '/admin/judge',
  adminStory: (id: number) => `/admin/s/${id}`,
  api: '/api',
  apiRoot: '/api/v1',
  apiDescription: '/api/v1/openapi.json',
  /** Endpoint of the Model Context Protocol, for agents. */
  mcp: '/mcp',
  sitemap: '/sitemap.xml',
  /** Metrics for Prometheus. */
  metrics: '/metrics',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  entity: (id: string) => `/entity/${encodeURIComponent(id)}`,
  /** Stored editions of a month; default: the current one. */
  archive: (month?: string) => (month === undefined ? '/archive' : `/archive/${month}`),
  brief: (day: string) => `/brief/${day}`,
  /** Permanent; the slug is optional and ignored. */
  story: (story: Pick<StoryRecord, 'id'> & { readonly headline?: { readonly text: string } }) => {
    const slug = slugOf(story.headline?.text ?? '')
    return slug ? `/s/${story.id}-${slug}` : `/s/${story.id}`
  },
  storyById: (id: number) => `/s/${id}`,
  report: (id: number) => `/s/${id}/report`,
  translation: (id: number) => `/s/${id}/translation`,
  storyJson: (id: number) => `/s/${id}.json`,
  /** Published feeds of a page: `/?kind=policy` → `/feed.atom?kind=policy`, `/entity/x` → `/entity/x/feed.atom`. */
  atom: (page: string) => feedOf(page, 'atom'),
  rss: (page: string) => feedOf(page, 'rss'),
  jsonFeed: (page: string) => feedOf(page, 'json'),
  /** The front page filtered by the hub. */
  hub: (id: string) => `/?hub=${encodeURIComponent(id)}`,
  hubs: '/hub',
  /** The hub's dossier. */
  hubPage: (id: string) => `/hub/${encodeURIComponent(id)}`,
  compareForm: '/hub/compare',
  compare: (hubs: readonly string[]) => `/hub/compare/${hubs.map(encodeURIComponent).join('/')}`,
  decide: '/hub/decide',
}

/** Returns a page's feed address in any format; see `paths.atom`. */
export function feedOf(page: string, format: 'atom' | 'rss' | 'json'): string {
  const [path = '', query] = page.split('?', 2)
  return `${path === '/' ? '' : path}/feed.${format}${query ? `?${query}` : ''}`
}

const LEAST_WORDS = 3

/** Returns a headline's Latin words as a slug of at most 60 characters; empty for fewer than three words, as the id suffices. */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  let slug = ''
  if (!words || words.length < LEAST_WORDS) return ''
  for (const word of words) {
    if (slug.length + word.length > 60) break
    slug = slug ? `${slug}-${word}` : word
  }
  return slug
}

/** Appends parameters to a path; empty and undefined values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return addQuery(path, text)
}

/** @param text encoded parameters, without a question mark */
export function addQuery(path: string, text: string): string {
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}
