import { z } from 'zod'
import { needsSchema } from '../../hub/decide/needs.ts'
import type { ApiOperation } from '../api/api-document.ts'
import type { ToolDefinition } from './tools.ts'

/** The subset of JSON Schema (2020-12) that tool inputs use. */
export interface InputSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** Schemas of parameters that are JSON text in an address and objects in a tool call. */
const AS_JSON: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  needs: () => z.toJSONSchema(needsSchema, { io: 'input' }),
}

/** @returns the schema of an object of the operation's parameters, with the tool's presets as defaults */
export function toolInput({ presets }: ToolDefinition, { parameters = [] }: ApiOperation): InputSchema {
  const properties = parameters.map(({ name, description, schema }) => {
    const { $schema: _, ...type } = AS_JSON[name]?.() ?? schema
    const preset = presets?.[name]
    return [name, { ...type, ...(description && { description }), ...(preset !== undefined && { default: preset }) }]
  })
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  }
}

/**
 * @param input arguments valid against the tool's schema
 * @returns path and query of the request, below the root of the API
 */
export function questionAddress({ path, presets }: ToolDefinition, input: Readonly<Record<string, unknown>>): string {
  const values = new Map<string, unknown>(Object.entries({ ...presets, ...input }))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = written(values.get(name))
    values.delete(name)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams([...values].map(([name, value]) => [name, written(value)] as [string, string]))
  return query.size === 0 ? filled : `${filled}?${query}`
}

function written(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
