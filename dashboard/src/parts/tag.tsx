import { Badge, type BadgeProps } from '@mantine/core'
import type { ReactNode } from 'react'

type Colour = 'gray' | 'teal' | 'green' | 'red' | 'yellow'

/** On light, and on dark. No yellow is dark enough to be read on white. */
const inks: Record<Colour, string> = {
  gray: 'light-dark(#495057, #ced4da)',
  teal: 'light-dark(#0b5f59, #79d6c6)',
  green: 'light-dark(#1e6a31, #8ce99a)',
  red: 'light-dark(#a61e1e, #ffa8a8)',
  yellow: 'var(--mantine-color-text)',
}

/** A colour in which words can be read: 4.5 to 1 at least. */
export function ink(colour: Colour): string {
  return inks[colour]
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
