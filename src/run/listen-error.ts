/** The site cannot listen, for instance because the port is taken or the address is not local; the message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError'

  constructor(
    readonly host: string,
    readonly port: number,
    cause: NodeJS.ErrnoException,
  ) {
    super(`Cannot listen on ${host}:${port}: ${reasonOf(cause)}.`, { cause })
  }
}

function reasonOf(cause: NodeJS.ErrnoException): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return 'another program listens there; choose another port with --port'
    case 'EACCES':
      return 'this user may not listen there; choose a port above 1023 with --port'
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address; give one of its own with --host, 127.0.0.1 or 0.0.0.0'
    default:
      return cause.message
  }
}
