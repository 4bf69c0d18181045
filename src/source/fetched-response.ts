export interface FetchedResponse {
  readonly status: number
  /** By lower-case name. Of a repeated header the first value; of `link` all, joined by commas. */
  readonly headers: ReadonlyMap<string, string>
  /** Empty unless the status is 2xx. */
  readonly bytes: Uint8Array
  /** After redirects, without user name and password. */
  readonly url: string
  /** Where permanent redirects (301, 308) lead, up to the first temporary one; undefined where there are none. */
  readonly movedTo?: string
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Bytes read of the decompressed body; a longer one is cut off, which is no error. */
  readonly readBytes?: number
  /** Called with the number of bytes as they arrive. @returns whether there is room for them */
  readonly hold?: (bytes: number) => boolean
}
