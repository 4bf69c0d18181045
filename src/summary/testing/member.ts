import type { Mention } from '../../entity/types.ts'
import type { Member, StoryItem } from '../../story/types.ts'

/** 23 November 2026, 08:00 UTC. */
const MORNING = Date.UTC(2026, 10, 23, 8)

export interface MemberDraft
  extends Partial<Pick<Member, 'role' | 'tier' | 'of'>>,
    Partial<Omit<StoryItem, 'publisher' | 'mentions'>> {
  readonly family?: string
  readonly name?: string
  readonly sourceTier?: 1 | 2 | 3 | 4
  readonly sourceType?: string
  /** Entity ids by the words that name them, searched in `title + '\n' + text`. */
  readonly names?: Readonly<Record<string, string>>
}

/** Makes a member with the given values and defaults for the rest. */
export function member(id: number, draft: MemberDraft): Member {
  const { role = 'report', tier = 2, of, family = `family-${id}`, name, sourceTier, sourceType, names, ...item } = draft
  const title = item.title ?? `Title ${id}`
  const text = item.text ?? ''
  return {
    role,
    tier,
    ...(of === undefined ? {} : { of }),
    receipt: { rule: 'content', score: 0.5, threshold: 0.3, sharedTerms: [], sharedEntities: [], sharedNumbers: [] },
    item: {
      id,
      revision: 1,
      firstSeenAt: MORNING,
      sourceId: family,
      url: `https://${family}.example/${id}`,
      authors: [],
      language: 'en',
      publishedAt: MORNING + id * 60_000,
      fetchedAt: MORNING,
      form: 'article',
      hashtags: [],
      links: [],
      categories: [],
      fingerprint: [],
      ...item,
      title,
      text,
      publisher: {
        sourceId: family,
        name: name ?? family,
        tier: sourceTier ?? tier,
        tierReason: 'test',
        type: sourceType ?? 'press',
        family,
        country: 'HK',
        countsAsIndependent: true,
      },
      mentions: mentionsOf(`${title}\n${text}`, names ?? {}),
    },
  }
}

function mentionsOf(text: string, names: Readonly<Record<string, string>>): readonly Mention[] {
  return Object.entries(names)
    .flatMap(([name, entityId]) =>
      [...text.matchAll(new RegExp(name.replace(/[^\p{L}\p{N} -]/gu, '\\$&'), 'gu'))].map(({ index }) => ({
        entityId,
        start: index,
        end: index + name.length,
      })),
    )
    .sort((a, b) => a.start - b.start)
}
