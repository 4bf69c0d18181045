import type { ServerResponse } from 'node:http'
import { isNewer } from '../clients/mastodon.ts'
import type { Answer, Loopback } from './loopback.ts'

interface Status {
  readonly id: string
  content: string
  edited_at?: string
}

/** A server with the paging of docs.joinmastodon.org/api/guidelines: `limit`, `min_id` (immediately newer), newest first. */
export class MastodonServer {
  statuses: Status[] = []
  /** Streams that are open. */
  readonly listeners = new Set<ServerResponse>()
  constructor(readonly loopback: Loopback) {
    loopback.answers.set('/api/v1/timelines/tag/ai', this.timeline)
    loopback.answers.set('/api/v1/accounts/7/statuses', this.timeline)
    loopback.answers.set('/api/v1/streaming/hashtag', this.stream)
  }
  timeline: Answer = (request, response) => {
    const query = new URL(request.url!, 'http://x').searchParams
    const minId = query.get('min_id')
    const newer = this.statuses.filter(({ id }) => minId === null || isNewer(id, minId))
    const limit = Number(query.get('limit'))
    const page = minId === null ? newer.slice(-limit) : newer.slice(0, limit)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page.reverse().map(this.whole)))
  }
  whole = ({ id, content, edited_at = undefined }: Status) => ({
    ...{
      id,
      content,
      edited_at,
      created_at: '2026-11-22T01:30:00.000Z',
      reblog: null,
      tags: [],
      media_attachments: [],
    },
    ...{ uri: `https://s.example/users/a/statuses/${id}`, url: `https://s.example/@a/${id}`, account: { acct: 'a' } },
    ...{ favourites_count: 2, reblogs_count: 1, replies_count: 4 },
  })
  post(id: number, content = `<p>post ${id}</p>`): void {
    const status = { id: String(id), content }
    this.statuses.push(status)
    this.loopback.answers.set(`/api/v1/statuses/${id}`, this.whole(status))
  }
  remove(id: number): void {
    this.statuses = this.statuses.filter((status) => status.id !== String(id))
    this.loopback.answers.delete(`/api/v1/statuses/${id}`)
  }
  edit(id: number, content: string): void {
    const status = this.statuses.find((each) => each.id === String(id))!
    Object.assign(status, { content, edited_at: '2026-11-22T02:00:00.000Z' })
    this.loopback.answers.set(`/api/v1/statuses/${id}`, this.whole(status))
  }
  /** docs.joinmastodon.org/methods/streaming: a heartbeat, then events. */
  stream: Answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':)\n:thump\n')
    this.listeners.add(response)
    response.on('close', () => this.listeners.delete(response))
  }
  say(event: string, data: string): void {
    for (const listener of this.listeners) listener.write(`event: ${event}\ndata: ${data}\n\n`)
  }
  /** As in the payload of `status.update`. */
  json(id: number): string {
    return JSON.stringify(this.whole(this.statuses.find((status) => status.id === String(id))!))
  }
}
