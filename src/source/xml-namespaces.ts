/** Maps a prefix as written to the usual one; '' as key is the default namespace, as value the feed's own vocabulary. */
export type NamespaceScope = ReadonlyMap<string, string>

/** Maximum size of a scope, which every element that declares a namespace copies; feeds use a dozen namespaces. */
const MAX_NAMESPACES = 200

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['www.w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss191', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['purl.org/net/rss1.1', ''],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['purl.org/rss/1.0/modules/slash', 'slash'],
  ['purl.org/syndication/thread/1.0', 'thr'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['www.w3.org/xml/1998/namespace', 'xml'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['arxiv.org/schemas/atom', 'arxiv'],
  ['podcastindex.org/namespace/1.0', 'podcast'],
  ['github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md', 'podcast'],
  ['google.com/schemas/sitemap-news/0.9', 'news'],
  ['www.google.com/schemas/sitemap-news/0.9', 'news'],
  ['www.sitemaps.org/schemas/sitemap/0.9', ''],
])

/**
 * Returns the namespaces in force in an element.
 *
 * @param inherited those of its parent; returned itself where the element declares none
 * @param isRoot whether Atom as the default namespace is the feed's own vocabulary
 */
export function scopeOf(
  attributes: ReadonlyMap<string, string>,
  inherited: NamespaceScope,
  isRoot: boolean,
): NamespaceScope {
  const declared = declarationsOf(attributes)
  if (declared === undefined) return inherited
  const key = `${isRoot ? 'root' : ''}\0${declared}`
  const known = scopesIn(inherited)
  let found = known.get(key)
  if (found === undefined) {
    found = declaredScope(attributes, inherited, isRoot)
    if (known.size < MAX_NAMESPACES) known.set(key, found)
  }
  return found
}

/** Cache of scopes by parent scope and declarations: an entry mostly declares what the one before did. */
const scopes = new WeakMap<NamespaceScope, Map<string, NamespaceScope>>()

function scopesIn(inherited: NamespaceScope): Map<string, NamespaceScope> {
  let known = scopes.get(inherited)
  if (known === undefined) {
    known = new Map()
    scopes.set(inherited, known)
  }
  return known
}

/** @returns a key for the namespaces that an element declares; undefined where there are none */
function declarationsOf(attributes: ReadonlyMap<string, string>): string | undefined {
  let key: string | undefined
  for (const [name, uri] of attributes)
    if (name === 'xmlns' || name.startsWith('xmlns:')) key = `${key ?? ''}${name}\0${uri}\0`
  return key
}

function declaredScope(
  attributes: ReadonlyMap<string, string>,
  inherited: NamespaceScope,
  isRoot: boolean,
): NamespaceScope {
  const scope = new Map(inherited)
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    if (scope.size >= MAX_NAMESPACES) break
    const written = name.slice(6)
    const usual = NAMESPACES.get(namespaceKey(uri))
    // The feed's own vocabulary goes without prefix, so that a wrong or missing namespace does not matter.
    if (written === '') scope.set('', isRoot && usual === 'atom' ? '' : (usual ?? ''))
    else scope.set(written, usual ?? written)
  }
  return scope
}

/** Normalises a namespace: feeds write `HTTPS://Purl.org/dc/terms/#` for `http://purl.org/dc/terms`. */
function namespaceKey(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]{1,4}$/, '')
}

/** @returns the name with the usual prefix: `dc:creator` for whatever the feed calls that; no prefix for its own vocabulary */
export function usualName(written: string, scope: NamespaceScope): string {
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? (scope.get('') ?? '') : (scope.get(written.slice(0, colon)) ?? written.slice(0, colon))
  const local = written.slice(colon + 1)
  return prefix === '' ? local : `${prefix}:${local}`
}
