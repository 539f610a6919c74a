import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'

export const productRoutes = (_ctx: Context): FastifyPluginAsyncTypebox => async () => {}
