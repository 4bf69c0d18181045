import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Instant, SECOND_MS } from '../lib/instant.ts'
import type { Source } from '../source/types.ts'
import { demoSources, feedPath, oldFeedPath } from './demo-sources.ts'
import { STATUS_PATH, STREAM_PATH, streamTimeline, timelinePage } from './mastodon-api.ts'
import { renderFeed } from './render-feed.ts'
import { DAY_MINUTES, type DemoPublisher, type DemoWorld } from './world.ts'

export interface DemoServerOptions {
  readonly world: DemoWorld
  /** 0 takes a free one. */
  readonly port?: number
  /** Start of the replay, and end of the day that it replays: only an entry with `date: future` is dated later. */
  readonly startAt: Instant
  /** How long the replay of the day takes. */
  readonly dayMs?: number
  readonly now: () => Instant
}

/** A server of the demo's publishers, on loopback only. */
export interface DemoServer {
  readonly url: string
  readonly port: number
  /** Their feeds are on this server; entries link to names under `.example`, which do not resolve. */
  readonly sources: readonly Source[]
  /** Whether every entry of the day has been published. */
  isOver(): boolean
  /** Cuts open connections and frees the port. */
  close(): Promise<void>
}

/** Default length of the replay, in which a newcomer watches stories form without waiting. */
const DAY_REPLAY_MS = 120_000

/** Starts a server that replays the day: each feed holds what its publisher would have published by now. */
export async function startDemoServer(options: DemoServerOptions): Promise<DemoServer> {
  const { world, port = 0, startAt, dayMs = DAY_REPLAY_MS, now } = options
  const minuteNow = () => Math.max(0, Math.min(DAY_MINUTES, Math.floor(((now() - startAt) / dayMs) * DAY_MINUTES)))
  const feeds = new Map(world.publishers.map((publisher) => [feedPath(publisher), feedAnswerer(publisher)]))
  const moved = new Map(
    world.publishers
      .filter(({ conduct }) => conduct.isMoved)
      .map((publisher) => [oldFeedPath(publisher.id), feedPath(publisher)] as const),
  )
  const timelines = world.publishers.filter(({ format }) => format === 'mastodon').map(({ id }) => id)
  const timelineNow = (id: string) =>
    JSON.parse(renderFeed(world, id, minuteNow(), startAt).body) as { id: string; edited_at: string | null }[]
  const server = createServer((request, response) => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://demo.example')
    const answer = feeds.get(path)
    if (request.method !== 'GET' && request.method !== 'HEAD') send(response, 405, 'Only GET and HEAD\n')
    else if (answer) {
      const moment = { world, minute: minuteNow(), startAt, now: now() }
      answer(request, response, moment).catch((error: Error) => response.destroy(error))
    } else if (moved.has(path)) response.writeHead(301, { location: moved.get(path)! }).end()
    else if (path === STREAM_PATH && timelines.includes(query.get('tag') ?? '')) {
      streamTimeline(request, response, () => timelineNow(query.get('tag')!))
    } else if (path.startsWith(STATUS_PATH)) {
      const status = timelines.flatMap(timelineNow).find(({ id }) => id === path.slice(STATUS_PATH.length))
      if (status) send(response, 200, JSON.stringify(status), 'application/json; charset=utf-8')
      else send(response, 404, '{"error":"Record not found"}', 'application/json; charset=utf-8')
    } else if (path === '/robots.txt') send(response, 200, 'User-agent: *\nAllow: /\n')
    else send(response, 404, 'No such feed\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    port: (server.address() as AddressInfo).port,
    sources: demoSources(world, url),
    isOver: () => now() - startAt >= dayMs,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Moment {
  readonly world: DemoWorld
  readonly minute: number
  readonly startAt: Instant
  readonly now: Instant
}

/** Creates the request handler of one feed, which remembers what it last served, and since when, for `Last-Modified`. */
function feedAnswerer({ id, conduct, format }: DemoPublisher) {
  let isFirst = true
  let last: { etag: string; since: Instant } | undefined
  return async (request: IncomingMessage, response: ServerResponse, { world, minute, startAt, now }: Moment) => {
    if (conduct.slowMs !== undefined) await sleep(conduct.slowMs)
    if (isFirst && conduct.retryAfterSeconds !== undefined) {
      isFirst = false
      response.setHeader('retry-after', conduct.retryAfterSeconds)
      return send(response, 503, 'Come back in a moment\n')
    }
    if (conduct.fails && minute >= conduct.fails.from && minute < conduct.fails.to) {
      return send(response, 500, 'Internal error\n')
    }
    const { body: whole, contentType } = renderFeed(world, id, minute, startAt)
    const { searchParams } = new URL(request.url ?? '/', 'http://demo.example')
    const body = format === 'mastodon' ? JSON.stringify(timelinePage(JSON.parse(whole), searchParams), null, 1) : whole
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`
    if (last?.etag !== etag) last = { etag, since: now }
    response.setHeader('etag', etag)
    // Two changes in one second would share a date (RFC 9110, 8.8.2.2), so none is given before a second has passed.
    if (now - last.since >= SECOND_MS) response.setHeader('last-modified', new Date(last.since).toUTCString())
    if (isUnchanged(request, etag, last.since)) return void response.writeHead(304).end()
    send(response, 200, body, contentType, /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
  }
}

/** Whether to answer 304: `If-None-Match` decides where it is sent, `If-Modified-Since` only without it (RFC 9110, 13.1). */
function isUnchanged({ headers }: IncomingMessage, etag: string, since: Instant): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const date = Date.parse(headers['if-modified-since'] ?? '')
  return Number.isFinite(date) && Math.floor(since / SECOND_MS) * SECOND_MS <= date
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  contentType = 'text/plain; charset=utf-8',
  isGzipped = false,
): void {
  const bytes = isGzipped ? gzipSync(body) : Buffer.from(body)
  response.setHeader('content-type', contentType)
  response.setHeader('content-length', bytes.byteLength)
  response.setHeader('vary', 'accept-encoding')
  if (isGzipped) response.setHeader('content-encoding', 'gzip')
  response.writeHead(status).end(bytes)
}
