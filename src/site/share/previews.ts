import type { Hub } from '../../hub/types.ts'
import { isoInstant } from '../../lib/instant.ts'
import type { StoryRecord } from '../../store/story-types.ts'
import { headlineIn } from '../../summary/headline.ts'
import { listHeadline } from '../components/list-headline.tsx'
import { pathIn } from '../language-path.ts'
import type { PageContext } from '../page-context.ts'
import { paths } from '../paths.ts'
import { safeHref } from '../safe-href.ts'
import type { StoryView } from '../view/story.ts'
import type { Preview } from './preview.tsx'

/** Maximum number of reports listed in `isBasedOn`; the page lists all of them. */
const MOST_BASES = 20

/** Describes a story as an article of this site, based on the reports. It has no author, as its sentences are those of the cited sources. */
export function storyPreview({ story, coverage }: StoryView, description: string, c: PageContext): Preview {
  const { independent, echoes, copies } = story.coverage
  const alt = [
    c.m.independent(independent),
    ...(copies > 0 ? [c.m.copies(copies)] : []),
    ...(echoes > 0 ? [c.m.echoes(echoes)] : []),
    `${c.m.score} ${c.m.ofHundred(c.f.number(Math.round(story.explanation.value)))}`,
  ].join(' · ')
  const path = `${paths.storyPicture(story.id)}?v=${story.revision}`
  const section = c.m.kinds[story.kind]
  const from = story.coverage.firstPublishedAt
  const bases = coverage.flatMap(({ item, role }) => (role === 'report' ? (safeHref(item.url) ?? []) : []))
  return {
    picture: { path, alt },
    article: { from, to: story.updatedAt, section },
    data: {
      '@type': 'NewsArticle',
      headline: headlineIn(story.headline, c.language).text,
      abstract: description,
      inLanguage: c.language,
      url: c.origin + pathIn(paths.storyById(story.id), c.language, c.defaultLanguage),
      image: c.origin + path,
      datePublished: isoInstant(from),
      dateModified: isoInstant(story.updatedAt),
      articleSection: section,
      publisher: publisher(c),
      about: story.entityIds.map((id) => ({
        '@type': 'Thing',
        name: c.names.entity(id),
        url: c.origin + paths.entity(id),
      })),
      isBasedOn: bases.slice(0, MOST_BASES),
    },
  }
}

/** Describes the site with its search, and the first stories of its front page. */
export function frontPreview(stories: readonly StoryRecord[], c: PageContext): Preview {
  return {
    data: {
      '@graph': [
        {
          '@type': 'WebSite',
          name: c.title,
          url: `${c.origin}/`,
          inLanguage: c.language,
          potentialAction: {
            '@type': 'SearchAction',
            target: `${c.origin}${paths.search}?q={query}`,
            'query-input': 'required name=query',
          },
        },
        {
          '@type': 'ItemList',
          itemListElement: stories.slice(0, 10).map((story, at) => ({
            '@type': 'ListItem',
            position: at + 1,
            name: listHeadline(story, c).text,
            url: c.origin + paths.storyById(story.id),
          })),
        },
      ],
    },
  }
}

/** Describes a hub's page and its place. */
export function hubPreview(hub: Hub, c: PageContext): Preview {
  const names = new Set(Object.values(hub.names).flat())
  return {
    data: {
      '@type': 'WebPage',
      name: c.names.hub(hub.id),
      url: c.origin + pathIn(paths.hubPage(hub.id), c.language, c.defaultLanguage),
      inLanguage: c.language,
      isPartOf: { '@type': 'WebSite', name: c.title, url: `${c.origin}/` },
      about: {
        '@type': hub.isRegion ? 'AdministrativeArea' : 'City',
        name: c.names.hub(hub.id),
        alternateName: [...names],
        geo: { '@type': 'GeoCoordinates', latitude: hub.lat, longitude: hub.lng },
      },
    },
  }
}

function publisher(c: PageContext) {
  return { '@type': 'Organization', name: c.title, url: `${c.origin}/` }
}
