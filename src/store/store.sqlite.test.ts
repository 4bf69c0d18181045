import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddingsContract } from './embeddings.contract.ts'
import { evidenceContract } from './evidence.contract.ts'
import { itemsContract } from './items.contract.ts'
import { modelsContract } from './models.contract.ts'
import { openStore } from './open-store.ts'
import { operatorContract } from './operator.contract.ts'
import { queriesContract } from './queries.contract.ts'
import { storiesContract } from './stories.contract.ts'

const newPlace = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auspex-store-'))
  return {
    open: (more?: { readonly readonly?: boolean }) => openStore({ file: join(folder, 'auspex.sqlite') }, more),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

itemsContract('SQLite', newPlace)
storiesContract('SQLite', newPlace)
queriesContract('SQLite', newPlace)
operatorContract('SQLite', newPlace)
evidenceContract('SQLite', newPlace)
modelsContract('SQLite', newPlace)
embeddingsContract('SQLite', newPlace)
