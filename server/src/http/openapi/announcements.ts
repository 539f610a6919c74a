import { happenings, type HappeningType } from '@kusanya/domain/happening.ts'
import { dataSchemas } from '../../events/data-schemas.ts'
import { examples } from '../../events/examples.ts'

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
  example,
})

/** `webhooks` of the description: what is sent to endpoints, an operation for each event. */
export function announcements(): Record<string, object> {
  return Object.fromEntries(happenings.map((type, index) => [type, { post: announcement(type, index) }]))
}

function announcement(type: HappeningType, index: number): object {
  const id = `evt_01c1641343a00000${(index + 10).toString(16).padStart(2, '0')}b0bb2f`
  const { when, data } = examples[type]
  return {
    operationId: `on${type
      .split(/[._]/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('')}`,
    tags: ['Webhooks'],
    summary: when,
    security: [],
    parameters: [
      header('webhook-id', 'The id of the event: the same each time it is sent', id),
      header('webhook-timestamp', 'Unix seconds of this attempt', '1930119300'),
      header(
        'webhook-signature',
        'Standard Webhooks: `v1,` and an HMAC-SHA256 in base64; two while a secret is replaced',
        'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
      ),
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: schemaOf(type),
          example: { id, event: type, type, timestamp: '2031-03-01T08:15:00Z', data },
        },
      },
    },
    responses: { '2XX': { description: 'Taken. Anything else, and it is sent again for three days' } },
  }
}

function schemaOf(type: HappeningType): object {
  return {
    type: 'object',
    required: ['id', 'event', 'type', 'timestamp', 'data'],
    properties: {
      id: { type: 'string' },
      event: { type: 'string', const: type },
      type: { type: 'string', const: type },
      timestamp: { type: 'string', format: 'date-time' },
      data: JSON.parse(JSON.stringify(dataSchemas[type])) as object,
    },
  }
}
