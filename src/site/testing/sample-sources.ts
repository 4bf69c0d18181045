import type { Entity, Gazetteer } from '../../entity/types.ts'
import type { Source, Tier } from '../../source/types.ts'
import { sampleSource } from '../../store/testing/samples.ts'

export const SOURCES: readonly Source[] = [
  source('kl-filings', 'Kuala Lumpur Exchange filings', 1, 'the issuer’s own filings, as lodged', {
    type: 'government',
  }),
  source('northlight', 'Northlight Research', 1, 'the maker about itself', { type: 'lab' }),
  source('straits-ledger', 'The Straits Ledger', 2, 'a newsroom that signs and corrects'),
  source(
    'kawan',
    'Kawan Business Daily (Persatuan Penerbit Akhbar Perniagaan Selatan — Meja Teknologi)',
    2,
    'employs reporters and publishes corrections',
    { language: 'ms', family: 'selatan' },
  ),
  source('harbour-post', 'Harbour Post', 2, 'a newsroom; much agency copy'),
  source('heung-kong', '香江財經', 2, '設有採訪部，刊登更正', { language: 'zh-Hant' }),
  source('denki', '電機新報', 2, '記者を置き、訂正を載せる', { language: 'ja', country: 'JP' }),
  source('al-sahifa', 'صحيفة الميناء', 2, 'صحيفة لها مراسلوها', { language: 'ar', country: 'AE' }),
  source('morning-stack', 'Morning Stack letter', 3, 'a newsletter of links', {
    type: 'newsletter',
    countsAsIndependent: false,
  }),
  source('pearl-opinion', 'Pearl River Review', 2, 'a newsroom; its opinion pages are commentary'),
  source('data-halls', '@datahalls@social.example', 4, 'an open community', { type: 'community', kind: 'mastodon' }),
]

const NAMES: Readonly<Record<string, readonly [Entity['type'], Readonly<Record<string, readonly string[]>>, string?]>> =
  {
    'halden-compute': ['company', { en: ['Halden Compute', 'Halden'] }],
    johor: ['place', { en: ['Johor'], 'zh-Hant': ['柔佛'], ja: ['ジョホール'] }, 'johor'],
    'hong-kong': ['place', { en: ['Hong Kong'], 'zh-Hant': ['香港'], 'zh-Hans': ['香港'], ja: ['香港'] }, 'hong-kong'],
    gba: ['place', { en: ['Greater Bay Area'], 'zh-Hant': ['大灣區'] }],
    northlight: ['lab', { en: ['Northlight'] }],
    'northlight-speech': ['model', { en: ['Northlight Speech 30B'] }],
  }

/** A gazetteer of a few names. It finds no entities in texts; the sample stories state theirs. */
export const SAMPLE_GAZETTEER: Gazetteer = {
  entity: (id) => entityOf(id),
  entities: () => Object.keys(NAMES).map((id) => entityOf(id)!),
  lineage: (id) => [id, ...(entityOf(id)?.parent ? [entityOf(id)!.parent!] : [])],
  displayName: (id, language) => entityOf(id)?.names[language]?.[0] ?? entityOf(id)?.names.en?.[0] ?? id,
  findEntities: () => [],
}

function entityOf(id: string): Entity | undefined {
  const row = Object.hasOwn(NAMES, id) ? NAMES[id] : undefined
  if (!row) return undefined
  return {
    id,
    type: row[0],
    names: row[1],
    hub: row[2],
    parent: id === 'northlight-speech' ? 'northlight' : undefined,
    hashtags: [],
    ambiguous: [],
    context: [],
    caseSensitive: [],
    except: [],
    isVersioned: false,
    salience: 3,
  }
}

function source(id: string, name: string, tier: Tier, tierReason: string, more: Partial<Source> = {}): Source {
  return sampleSource(id, { name, tier, tierReason, ...more })
}

/** @param id id of a source of the sample day */
export function sourceOf(id: string): Source {
  return SOURCES.find((each) => each.id === id)!
}
