/** Another process has become the active clusterer; this one's commit was refused. */
export class StoryLockLostError extends Error {
  override readonly name = 'StoryLockLostError'

  constructor() {
    super('Another Auspex has taken over the story step. Stop clustering here; ask for the lock to stand by.')
  }
}
