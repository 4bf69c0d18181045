import { Reactions } from '../components/community.tsx'
import { HiddenStories } from '../components/hidden-stories.tsx'
import { LeftOut } from '../components/left-out.tsx'
import { Nav } from '../components/nav.tsx'
import { OfflineNote } from '../components/state.tsx'
import { StoryRow } from '../components/story-row.tsx'
import { writeHiddenWords } from '../hidden/hidden-words.ts'
import type { PageContext } from '../page-context.ts'
import { paths, withQuery } from '../paths.ts'
import type { PulseView } from '../view/pulse.ts'
import { Layout } from './layout.tsx'

/** Renders the page of stories that only communities carry. */
export function PulsePage({ view, c }: { view: PulseView; c: PageContext }) {
  const { m } = c
  const hide = view.hide && writeHiddenWords(view.hide)
  const shown = view.stories.filter(({ story }) => c.hiding.isShown(story))
  return (
    <Layout c={c} heading={m.pulse} section="pulse" description={m.pulseText}>
      <h1>{m.pulseHead}</h1>
      <p class="prose">{m.pulseText}</p>
      <LeftOut faults={view.faults} c={c} />
      <OfflineNote c={c} hasStories={view.stories.length > 0} />
      <h2 class="h">{m.storiesWord}</h2>
      {view.stories.length > 0 ? (
        <>
          <ul class="list">
            {shown.map(({ story, points, comments }) => (
              <StoryRow story={story} c={c}>
                <Reactions points={points} comments={comments} c={c} />
              </StoryRow>
            ))}
          </ul>
          <HiddenStories among={view.stories.map(({ story }) => story)} c={c} />
        </>
      ) : (
        <p class="q">{m.noPulse}</p>
      )}
      {view.next ? (
        <Nav
          label={m.pages}
          links={[{ href: withQuery(paths.pulse, { after: view.next, hide }), text: m.nextPage, rel: 'next' }]}
        />
      ) : null}
    </Layout>
  )
}
