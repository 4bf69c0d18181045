import type { Context, Hono } from 'hono'
import { endTurnIfLong } from '../../lib/turn.ts'
import type { ImportedAs, OpmlImport } from '../../source/opml-import.ts'
import { SOURCE_TYPES } from '../../source/types.ts'
import { opmlLines } from '../../source/write-opml.ts'
import type { AdminSession } from '../../store/admin-types.ts'
import { MOST_CHARACTERS, type StoredAct } from '../../store/operator-types.ts'
import type { RefusedImport, SiteDeps } from '../deps.ts'
import type { SendPrivate } from '../forms/reader-forms.ts'
import { type FormFields, readFormOf, readUpload } from '../http/form-guard.ts'
import { recordNumber } from '../http/record-number.ts'
import { paths, withQuery } from '../paths.ts'
import { answer } from '../respond.ts'
import type { AdminGate } from './admin-gate.ts'
import { SourceListsPage } from './source-lists-page.tsx'

/** The page that imports and exports sources as OPML. */
export interface SourceListsView {
  readonly page: 'sourceLists'
  readonly csrf: string
  /** Whether this process can import lists. */
  readonly isImporting: boolean
  /** What following an uploaded list would do. */
  readonly preview?: OpmlImport
  readonly refused?: RefusedImport | { readonly problem: 'noFile' | 'tooLarge' | 'incomplete' | 'servesOnly' }
  /** Feeds that were just added. */
  readonly added?: number
  /** The act that added them, or undid that. */
  readonly act?: StoredAct
}

/** Largest uploaded file; a list of ten thousand feeds has about 2.5 MB. */
export const MAX_OPML_BYTES = 4_000_000
/** Largest form of feeds chosen from a preview: at most a thousand, whose titles may be long and take three bytes for one (`%E4`). */
const MAX_CHOSEN_BYTES = 8_000_000

/** Lines written between two checks of the clock. */
const LINES_A_LOOK = 50

const SERVES_ONLY = { problem: 'servesOnly' } as const

/**
 * Adds the pages that import and export sources as OPML. An uploaded list is previewed; its new sources are followed once the operator
 * confirms.
 */
export function addSourceLists(
  app: Hono,
  { store, settings, importing, now }: SiteDeps,
  gate: AdminGate,
  send: SendPrivate,
): void {
  const show = (c: Context, view: Omit<SourceListsView, 'page' | 'isImporting'>, status = 200) =>
    send(
      c,
      answer({ page: 'sourceLists', isImporting: importing !== undefined, ...view } as const, SourceListsPage, status),
    )

  app.get(paths.adminSources, (c) =>
    gate.signedIn(c, async ({ csrf }) => {
      const id = recordNumber(c.req.query('act'))
      const act = id === undefined ? undefined : await store.operator.act(id)
      return show(c, { csrf, added: recordNumber(c.req.query('added')), act })
    }),
  )

  app.get(paths.adminExport, (c) =>
    gate.signedIn(c, async () => {
      const sources = await store.sources()
      const lines: string[] = []
      for (const line of opmlLines(
        sources.filter(({ isEnabled }) => isEnabled),
        settings.title,
      )) {
        if (lines.push(line) % LINES_A_LOOK === 0) await endTurnIfLong()
      }
      return c.body(lines.join(''), 200, {
        'Content-Type': 'text/x-opml; charset=utf-8',
        'Content-Disposition': 'attachment; filename="sources.opml"',
        'Cache-Control': 'private, no-store',
      })
    }),
  )

  const tooLarge =
    (c: Context) =>
    ({ csrf }: AdminSession) =>
      show(c, { csrf, refused: { problem: 'tooLarge' } }, 413)

  app.post(paths.adminSources, (c) =>
    gate.withLargeForm(c, {
      read: (each) => readUpload(each, MAX_OPML_BYTES),
      tooLarge: tooLarge(c),
      use: async (form, { csrf }) => {
        const file = form.file('opml')
        if (!file || file.byteLength === 0) return show(c, { csrf, refused: { problem: 'noFile' } }, 422)
        if (!importing) return show(c, { csrf, refused: SERVES_ONLY }, 503)
        const found = await importing.preview(file)
        return 'problem' in found ? show(c, { csrf, refused: found }, 422) : show(c, { csrf, preview: found })
      },
    }),
  )

  // The chosen sources come back as outlines and are compared with the catalogue again, which may have changed meanwhile.
  app.post(paths.adminImport, (c) =>
    gate.withLargeForm(c, {
      read: (each) => readFormOf(each, MAX_CHOSEN_BYTES),
      tooLarge: tooLarge(c),
      use: async (form, { csrf }) => {
        const chosen = Buffer.from(`<opml version="2.0"><body>${form.texts('outline').join('')}</body></opml>`)
        if (!importing) return show(c, { csrf, refused: SERVES_ONLY }, 503)
        const as = importedAs(form)
        if (!as) return show(c, { csrf, refused: { problem: 'incomplete' } }, 422)
        const done = await importing.add(chosen, as, { reason: as.tierReason, at: now() })
        if ('problem' in done) return show(c, { csrf, refused: done }, 422)
        return c.redirect(withQuery(paths.adminSources, { added: done.fresh.length, act: done.act }), 303)
      },
    }),
  )
}

/** Reads tier, type and reason of an import; the reason is also that of the tier. @returns undefined for an incomplete form */
function importedAs(form: FormFields): ImportedAs | undefined {
  const tierReason = form.text('reason').slice(0, MOST_CHARACTERS)
  const tier = ([1, 2, 3, 4] as const).find((each) => String(each) === form.text('tier'))
  const type = SOURCE_TYPES.find((each) => each === form.text('type'))
  return tierReason && tier && type ? { tier, tierReason, type } : undefined
}
