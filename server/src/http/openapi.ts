import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'

/** The head of the OpenAPI document; the rest comes from the routes' schemas. */
export function openapi({ publicUrl }: { publicUrl: string }): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kusanya', version: '0.1.0', description: 'Invoicing and M-PESA collection' },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: '`cs_…`, bare or after `Bearer`',
          },
        },
      },
      security: [{ apiKey: [] }],
    },
  }
}
