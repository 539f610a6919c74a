import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'

export const accountRoutes =
  (_ctx: Context): FastifyPluginAsyncTypebox =>
  async () => {}
