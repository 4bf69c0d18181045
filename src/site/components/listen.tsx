import type { PageContext } from '../page-context.ts'

/** Reads aloud what is marked `data-say` on the page; shown where the browser has voices and scripts run. */
export function Listen({ c }: { c: PageContext }) {
  return (
    <p class="meta">
      <button id="listen" type="button" data-stop={c.m.listenStop} hidden>
        {c.m.listen}
      </button>
      <script src={c.assets.listen} type="module" />
    </p>
  )
}
