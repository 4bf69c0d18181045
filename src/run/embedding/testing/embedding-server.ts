import { type ProviderServer, type Reply, startProvider } from '../../model/testing/provider-server.ts'

/** Starts a loopback server that answers `/v1/embeddings` with `vectorOf` each text, last text first. */
export async function startEmbeddings(vectorOf: (text: string) => readonly number[]): Promise<ProviderServer> {
  const server = await startProvider('openai-compatible')
  server.reply = ({ body }) => embeddingReply((body.input as readonly string[]).map(vectorOf))
  return server
}

export function embeddingReply(vectors: readonly (readonly number[])[]): Reply {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })).reverse()
  return { json: { object: 'list', data, model: 'm', usage: { prompt_tokens: 7, total_tokens: 7 } } }
}
