import { Group, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'

/** The name of the page, for the eye and the browser's tab, and its one primary action. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  useDocumentTitle(`${title} · Kusanya`)
  return (
    <Group justify="space-between" mb="lg" gap="sm">
      <Title order={1} size="h2" className="breaks">
        {title}
      </Title>
      <Group gap="xs">{children}</Group>
    </Group>
  )
}
