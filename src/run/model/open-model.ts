import type { LanguageModel } from 'ai'
import type { ModelChoice } from './choice.ts'
import { guardedFetch } from './guarded-fetch.ts'

/** Opens a model; loads only the provider's own package. */
export async function openModel({ provider, model, baseUrl, key }: ModelChoice): Promise<LanguageModel> {
  const options = { baseURL: baseUrl, fetch: guardedFetch(baseUrl) }
  // Without a key, the packages would look for one in the environment, which only the settings may read.
  const apiKey = key || 'none'
  switch (provider) {
    case 'google':
      return (await import('@ai-sdk/google')).createGoogleGenerativeAI({ ...options, apiKey })(model)
    case 'openai':
      return (await import('@ai-sdk/openai')).createOpenAI({ ...options, apiKey }).chat(model)
    case 'anthropic':
      return (await import('@ai-sdk/anthropic')).createAnthropic({ ...options, apiKey })(model)
    case 'ollama':
      return (await import('ollama-ai-provider-v2')).createOllama(options)(model)
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      const compatible = {
        ...options,
        name: 'compatible',
        supportsStructuredOutputs: true,
        ...(key && { apiKey: key }),
      }
      return createOpenAICompatible(compatible)(model)
    }
  }
}
