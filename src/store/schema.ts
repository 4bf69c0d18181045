import type { ColumnType, Kysely, Transaction } from 'kysely'

/** A saved decision or search. */
interface SavedRow {
  readonly name: string
  readonly needs: string
  readonly target: string
  readonly language: string
  readonly created_at: number
  readonly alerts: number
  readonly told: string
}

/** Types of all tables for Kysely; `migrations/` creates them. Instants are whole milliseconds, booleans 0 or 1. */
export interface Tables {
  readonly schema_versions: { readonly version: number; readonly name: string }
  readonly sources: { readonly id: string; readonly source: string }
  readonly feeds: {
    readonly source_id: string
    readonly feed_url: string
    readonly state: string
    readonly is_failing: number
    readonly last_attempt_at: number | null
    readonly last_success_at: number | null
  }
  /** Ring buffer: `slot` is the poll's number modulo the polls kept. */
  readonly feed_polls: {
    readonly source_id: string
    readonly feed_url: string
    readonly slot: number
    readonly poll: string
  }
  /** Ring buffer: `slot` is `day` modulo the days kept; `day` in days since 1970. */
  readonly feed_days: {
    readonly source_id: string
    readonly feed_url: string
    readonly slot: number
    readonly day: number
    readonly polls: number
    readonly failures: number
    readonly latency_ms: number
    readonly inserted: number
    readonly revised: number
    readonly body_bytes: number
  }
  readonly items: ItemRow
  readonly web_sub: WebSubRow
  readonly streams: {
    readonly url: string
    readonly is_open: number
    readonly since: number
    readonly reason: string
    readonly retry_at: number | null
  }
  /** Number of items per source. */
  readonly source_items: { readonly source_id: string; readonly items: number }
  readonly pruned_items: { readonly source_id: string; readonly key_hash: string }
  readonly item_revisions: {
    readonly seq: number
    readonly item_id: number
    readonly revision: number
    readonly at: number
    /** Title and text are null while the revision is the current one in `items`. */
    readonly title: string | null
    readonly text: string | null
  }
  readonly arrivals: { readonly id: number; readonly last_item_id: number; readonly last_seq: number }
  readonly stories: StoryRow
  readonly story_members: MemberRow
  readonly story_facets: { readonly facet: Facet; readonly value: string; readonly story_id: number }
  readonly story_redirects: { readonly id: number; readonly into_id: number | null }
  readonly story_events: {
    readonly seq: number
    readonly story_id: number
    readonly type: string
    readonly at: number
    readonly details: string
  }
  readonly engine_state: EngineStateRow
  readonly embeddings: EmbeddingRow
  /** Parts of the one snapshot, ordered by id. */
  readonly engine_snapshots: { readonly id: number; readonly cursor: number; readonly snapshot: Uint8Array }
  readonly counters: { readonly name: string; readonly last: number }
  readonly operator_acts: OperatorActRow
  readonly act_undos: { readonly act_id: number; readonly undo: string; readonly undone_by: number | null }
  readonly source_rulings: { readonly source_id: string; readonly ruling: string }
  readonly reader_reports: ReaderReportRow
  readonly pair_judgements: {
    readonly item_id: number
    readonly other_id: number
    readonly is_same: number
    readonly at: number
  }
  readonly admin_secrets: { readonly name: string; readonly secret: string }
  readonly admin_sessions: {
    readonly token_hash: string
    readonly csrf: string
    readonly created_at: number
    readonly used_at: number
  }
  readonly admin_failures: { readonly sender: string; readonly failures: number; readonly last_at: number }
  readonly editions: {
    readonly date: string
    readonly time_zone: string
    readonly built_at: number
    readonly content: string
  }
  readonly model_calls: ModelCallRow
  readonly model_answers: {
    readonly id: number
    readonly story_id: number
    readonly input_hash: string
    readonly at: number
    readonly state: string
    /** JSON; empty once the story step has processed it. */
    readonly summary: string
  }
  readonly translations: TranslationRow
  readonly model_health: { readonly model: string; readonly health: string }
  readonly subscribers: SubscriberRow
  readonly deliveries: DeliveryRow
  readonly saved_decisions: SavedRow
  readonly saved_searches: SavedRow
  /** `place`: index within the story's evidence. */
  readonly evidence: {
    readonly story_id: number
    readonly place: number
    readonly hub: string
    readonly facet: string
    readonly at: number
    readonly details: string
  }
  readonly claims: {
    readonly story_id: number
    readonly place: number
    readonly hub: string
    readonly at: number
    readonly details: string
  }
  /** SQLite: FTS5 table whose rowid is the item id; PostgreSQL: table with a `tsvector`. Used only by the `full-text` modules. */
  readonly item_search: { readonly item_id: number; readonly tokens: ColumnType<never, string, string> }
}

export type Facet = 'entity' | 'hub' | 'language' | 'pinned'

export interface WebSubRow {
  readonly callback: string
  readonly source_id: string
  readonly feed_url: string
  readonly hub: string
  readonly topic: string
  readonly secret: string
  readonly wants: string
  readonly asked_at: number | null
  readonly asks: number
  readonly confirmed_at: number | null
  readonly lease_until: number | null
  readonly delivered_at: number | null
  readonly missed_at: number | null
  readonly error: string | null
}

export interface ItemRow {
  readonly id: number
  readonly source_id: string
  readonly key_hash: string
  readonly url_hash: string | null
  readonly content_hash: string
  readonly revision: number
  readonly language: string
  readonly form: string
  readonly published_at: number
  readonly updated_at: number | null
  /** When the stored revision was fetched. */
  readonly fetched_at: number
  readonly first_seen_at: number
  readonly points: number | null
  readonly comments: number | null
  readonly title: string
  readonly url: string | null
  readonly details: string
  readonly text: string
  /** When its source withdrew it; title, text and everything else that readers saw are then empty. */
  readonly withdrawn_at: number | null
}

export interface StoryRow {
  readonly id: number
  readonly state: string
  readonly is_community: number
  readonly kind: string
  readonly score: number
  readonly best_tier: number
  readonly independent: number
  readonly created_at: number
  readonly updated_at: number
  readonly ranked_at: number
  readonly revision: number
  readonly explanation: string
  readonly details: string
}

export interface MemberRow {
  readonly item_id: number
  readonly story_id: number
  readonly source_id: string
  readonly role: string
  readonly of_item_id: number | null
  readonly tier: number
  readonly joined_at: number
  readonly receipt: string
}

export interface EngineStateRow {
  readonly id: number
  readonly cursor: number
  readonly last_story_id: number
  readonly last_event_seq: number
  /** Incremented each time a process becomes the active clusterer. */
  readonly epoch: number
  readonly published_stories: number
}

export interface OperatorActRow {
  readonly id: number
  readonly act: string
  readonly reason: string
  readonly at: number
  readonly state: string
  readonly done_at: number | null
  readonly answer: string
}

export interface ReaderReportRow {
  readonly id: number
  readonly story_id: number
  readonly sentence: string
  readonly note: string
  readonly language: string
  readonly at: number
  readonly is_open: number
}

export interface TranslationRow {
  readonly story_id: number
  readonly language: string
  readonly input_hash: string
  readonly state: string
  readonly at: number
  readonly model: string
  /** JSON, as is `rules`. */
  readonly texts: string
  readonly rules: string
}

/** `cost` in millionths of a dollar: the reserved maximum while the call runs, then the actual cost. */
export interface ModelCallRow {
  readonly id: number
  readonly at: number
  readonly day: number
  readonly purpose: string
  readonly provider: string
  readonly model: string
  readonly story_id: number | null
  readonly input_hash: string
  readonly outcome: string
  readonly tokens_in: number
  readonly tokens_out: number
  readonly cost: number
  readonly duration_ms: number
  readonly error: string
}

export interface SubscriberRow {
  readonly id: number
  readonly email: string
  readonly language: string
  readonly token: string
  readonly is_confirmed: number
  readonly created_at: number
}

export interface DeliveryRow {
  readonly id: number
  readonly kind: string
  readonly target: string
  readonly subject: string
  readonly attempts: number
  readonly next_at: number
  readonly state: string
  readonly last_error: string
  readonly created_at: number
  readonly body: string
}

export interface EmbeddingRow {
  readonly model: string
  readonly text_hash: string
  readonly vector: Uint8Array
  readonly from_seq: number
  readonly used_at: number
}

/** A database handle or, as a subtype, a transaction. */
export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>
