import { isRecord, listAt, textAt } from '../json-value.ts'
import { resolveUrl } from '../resolve-url.ts'
import { childElements, type XmlElement } from '../xml-tree.ts'

/** Where a feed can be subscribed to (WebSub, 4): its hub, and the address under which the hub knows it. */
export interface HubLinks {
  readonly hub: string
  /** Undefined: the address that the feed was fetched from. */
  readonly topic?: string
}

/** Maximum length of an address; real ones have a few hundred characters. */
const MAX_ADDRESS_LENGTH = 1_000

/** Reads `Link` header fields (RFC 8288), several joined by commas: `<https://hub.example/>; rel="hub"`. */
export function hubLinksInHeader(header: string | undefined, base: string): HubLinks | undefined {
  const links: (readonly [rel: string, href: string])[] = []
  for (const [, href, parameters] of (header ?? '').matchAll(/<([^<>]{1,1000})>((?:[^,"<]|"[^"]{0,500}"){0,500})/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters!)
    if (rel) links.push([rel[1] ?? rel[2]!, href!])
  }
  return hubLinks(links, base)
}

/** Reads the `link` elements of an Atom feed or the `atom:link` elements of an RSS channel. */
export function hubLinksInXml(parent: XmlElement, base: string | undefined): HubLinks | undefined {
  const links = childElements(parent)
    .filter(({ name }) => name === 'link' || name === 'atom:link')
    .map(({ attributes }) => [attributes.get('rel') ?? '', attributes.get('href') ?? ''] as const)
  return hubLinks(links, base)
}

/** Reads `hubs` and `feed_url` of a JSON Feed. */
export function hubLinksInJson(feed: unknown, base: string | undefined): HubLinks | undefined {
  const hub = listAt(feed, 'hubs').find((each) => isRecord(each) && /^websub$/i.test(textAt(each, 'type') ?? ''))
  return hubLinks(
    [
      ['hub', textAt(hub, 'url') ?? ''],
      ['self', textAt(feed, 'feed_url') ?? ''],
    ],
    base,
  )
}

function hubLinks(
  links: readonly (readonly [rel: string, href: string])[],
  base: string | undefined,
): HubLinks | undefined {
  const find = (wanted: string) => {
    const href = links.find(([rel, to]) => to !== '' && rel.toLowerCase().split(/\s+/).includes(wanted))?.[1]
    const address = href === undefined ? undefined : resolveUrl(href, base)
    const isUsable = address !== undefined && address.length <= MAX_ADDRESS_LENGTH && /^https?:\/\//.test(address)
    return isUsable ? address : undefined
  }
  const hub = find('hub')
  return hub === undefined ? undefined : { hub, topic: find('self') }
}
