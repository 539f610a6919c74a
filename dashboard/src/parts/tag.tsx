import { Badge, type BadgeProps } from '@mantine/core'
import type { ReactNode } from 'react'

type Colour = 'gray' | 'teal' | 'green' | 'red' | 'yellow'

/** A colour that words can be written in, on light and on dark. */
export function ink(colour: Colour): string {
  return `light-dark(var(--mantine-color-${colour}-9), var(--mantine-color-${colour}-3))`
}

/** One word on a coloured ground. */
export function Tag({
  colour,
  children,
  ...props
}: { colour: Colour; children: ReactNode } & Pick<BadgeProps, 'variant' | 'td'>) {
  return (
    <Badge color={colour} variant="light" tt="none" fw={550} miw="max-content" c={ink(colour)} {...props}>
      {children}
    </Badge>
  )
}
