export interface FetchedResponse {
  readonly status: number
  /** By lower-case name; the first where one came twice, but all of `link`. */
  readonly headers: ReadonlyMap<string, string>
  /** Empty unless the status is 2xx. */
  readonly bytes: Uint8Array
  /** After redirects, without user name and password. */
  readonly url: string
  /** Where permanent redirects alone (301, 308) lead from the address asked for; undefined if it stays. */
  readonly movedTo?: string
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Of the body, decompressed, so many bytes are read and no more; one that is longer is no error. */
  readonly readBytes?: number
  /** Told of the body's bytes as they come. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
}
