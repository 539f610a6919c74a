import { Text } from '@mantine/core'
import type { Schemas } from '../api.ts'
import { sayMinute } from '../parts/dates.ts'
import type { Column } from '../parts/list.tsx'

/** When something was done, and by whom: how each line of the audit trail begins. */
export const whenAndWho: Column<Schemas['AuditLine']>[] = [
  {
    head: 'When',
    cell: ({ createdat, actor }) => (
      <>
        {sayMinute(createdat)}
        <div className="if-narrow">
          <Text size="xs" c="dimmed" className="breaks">
            {actor}
          </Text>
        </div>
      </>
    ),
  },
  { head: 'Who', minor: true, cell: ({ actor }) => <span className="breaks">{actor}</span> },
]
