import type { PageContext } from '../page-context.ts'

/** Button that reads aloud what is marked `data-say` on the page; a script shows it if the browser can speak. */
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
