import type { StoryRecord } from '../store/story-types.ts'

/** Addresses of the site, in one place: pages, published feeds and the API link through these. */
export const paths = {
  front: '/',
  pulse: '/pulse',
  sources: '/sources',
  methods: '/methods',
  status: '/status',
  search: '/search',
  events: '/events',
  weights: '/weights',
  /** The picture that previews of links show, and that of a story. */
  sharePicture: '/share.png',
  storyPicture: (id: number) => `/s/${id}/share.png`,
  /** What a device needs to put the site on its home screen, and to keep pages. */
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
  /** Where agents ask, by the Model Context Protocol. */
  mcp: '/mcp',
  sitemap: '/sitemap.xml',
  /** What Prometheus asks for. */
  metrics: '/metrics',
  source: (id: string) => `/sources/${encodeURIComponent(id)}`,
  entity: (id: string) => `/entity/${encodeURIComponent(id)}`,
  /** Kept editions, of this month or of another. */
  archive: (month?: string) => (month === undefined ? '/archive' : `/archive/${month}`),
  brief: (day: string) => `/brief/${day}`,
  /** Permanent; the slug is decoration and may be left out. */
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
  /** The front page, of that hub's stories only. */
  hub: (id: string) => `/?hub=${encodeURIComponent(id)}`,
  hubs: '/hub',
  /** The hub's dossier. */
  hubPage: (id: string) => `/hub/${encodeURIComponent(id)}`,
  compareForm: '/hub/compare',
  compare: (hubs: readonly string[]) => `/hub/compare/${hubs.map(encodeURIComponent).join('/')}`,
  decide: '/hub/decide',
}

/** As `paths.atom`, of any format. */
export function feedOf(page: string, format: 'atom' | 'rss' | 'json'): string {
  const [path = '', query] = page.split('?', 2)
  return `${path === '/' ? '' : path}/feed.${format}${query ? `?${query}` : ''}`
}

const LEAST_WORDS = 3

/** Latin words of a headline, at most 60 characters; empty where it has hardly any (the number is enough). */
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

/** Adds parameters to a path, behind those that it has; empty and undefined values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return addQuery(path, text)
}

/** @param text parameters as they stand in an address, without a question mark */
export function addQuery(path: string, text: string): string {
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}
