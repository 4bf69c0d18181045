import { isHostOf } from './tracking-parameters.ts'

/** Mobile and service hosts whose every path is the same page on the main host. */
const MAIN_HOSTS = new Map<string, string>([
  ['m.youtube.com', 'www.youtube.com'],
  ['youtube.com', 'www.youtube.com'],
  ['music.youtube.com', 'www.youtube.com'],
  ['mobile.twitter.com', 'x.com'],
  ['m.twitter.com', 'x.com'],
  ['www.twitter.com', 'x.com'],
  ['twitter.com', 'x.com'],
  ['www.x.com', 'x.com'],
  ['mobile.x.com', 'x.com'],
  ['old.reddit.com', 'www.reddit.com'],
  ['new.reddit.com', 'www.reddit.com'],
  ['np.reddit.com', 'www.reddit.com'],
  ['m.reddit.com', 'www.reddit.com'],
  ['reddit.com', 'www.reddit.com'],
  ['m.facebook.com', 'www.facebook.com'],
  ['mbasic.facebook.com', 'www.facebook.com'],
  ['facebook.com', 'www.facebook.com'],
  ['www.github.com', 'github.com'],
  ['amp.theguardian.com', 'www.theguardian.com'],
  ['amp.cnn.com', 'www.cnn.com'],
  ['amp.scmp.com', 'www.scmp.com'],
  ['m.scmp.com', 'www.scmp.com'],
  ['m.bilibili.com', 'www.bilibili.com'],
  ['m.36kr.com', 'www.36kr.com'],
  ['export.arxiv.org', 'arxiv.org'],
  ['www.arxiv.org', 'arxiv.org'],
])

/** Redirect pages: host, path, and the parameters that may hold the target address. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameters: readonly string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?$/, path: /^\/url$/, parameters: ['url', 'q'] },
  { host: /^(?:l|lm)\.(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php)?$/, parameters: ['u'] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^out\.reddit\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/redir\/redirect$/, parameters: ['url'] },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/news\/apiclick\.aspx$/, parameters: ['url'] },
  { host: /^link\.zhihu\.com$/, path: /^\/$/, parameters: ['target'] },
  { host: /^(?:www\.)?duckduckgo\.com$/, path: /^\/l\/$/, parameters: ['uddg'] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, parameters: ['url'] },
  { host: /^steamcommunity\.com$/, path: /^\/linkfilter\/$/, parameters: ['u', 'url'] },
]

const ARXIV_PAGE = /^\/(?:abs|pdf|html)\/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}))(?:v\d{1,3})?(?:\.pdf)?$/
const YOUTUBE_VIDEO = /^\/(?:shorts|live|embed|v)\/([\w-]{11})\/?$/

/**
 * Returns a better address for the same page, or undefined if there is none.
 * Takes one step only: the result may itself have a better address.
 */
export function preferredAddress(url: URL): string | undefined {
  return unwrapped(url) ?? ampOriginal(url) ?? sitePage(url) ?? mainHost(url)
}

function unwrapped(url: URL): string | undefined {
  const wrapper = WRAPPERS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  for (const name of wrapper?.parameters ?? []) {
    const inner = url.searchParams.get(name)
    if (inner !== null && /^https?:\/\//i.test(inner)) return inner
  }
  return undefined
}

function ampOriginal(url: URL): string | undefined {
  const cached = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/[a-z]\/(s\/)?(.+)$/.exec(url.pathname)
    : /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname)
      ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname)
      : null
  if (cached) return `${cached[1] ? 'https' : 'http'}://${cached[2]}${url.search}`
  // WordPress and most others serve the page without the final `/amp`; the path `/amp` alone is a page of its own.
  const plain = /^(\/.+)\/amp\/?$/.exec(url.pathname)
  if (!plain) return undefined
  const better = new URL(url)
  better.pathname = url.pathname.endsWith('/') ? `${plain[1]}/` : plain[1]!
  return better.href
}

function sitePage(url: URL): string | undefined {
  if (url.hostname === 'youtu.be') {
    const video = /^\/([\w-]{11})\/?$/.exec(url.pathname)?.[1]
    return video && `https://www.youtube.com/watch?v=${video}`
  }
  if (isHostOf(url.hostname, 'youtube.com') || url.hostname === 'www.youtube-nocookie.com') {
    const video = YOUTUBE_VIDEO.exec(url.pathname)?.[1]
    return video && `https://www.youtube.com/watch?v=${video}`
  }
  if (isHostOf(url.hostname, 'arxiv.org')) {
    const paper = ARXIV_PAGE.exec(url.pathname)?.[1]
    return paper && `https://arxiv.org/abs/${paper}`
  }
  return undefined
}

function mainHost(url: URL): string | undefined {
  const main = MAIN_HOSTS.get(url.hostname) ?? mainWikipedia(url.hostname)
  if (main === undefined) return undefined
  const better = new URL(url)
  better.hostname = main
  return better.href
}

function mainWikipedia(host: string): string | undefined {
  const language = /^([a-z-]{2,12})\.m\.(wikipedia|wikinews)\.org$/.exec(host)
  return language ? `${language[1]}.${language[2]}.org` : undefined
}
