import type { ComponentProps } from 'react'

function Plain({ className = '', ...props }: ComponentProps<'table'>) {
  return <table className={`table ${className}`} {...props} />
}

/** A table of the browser's own, with our look: Mantine's brings along what places menus, for a fifth of a page's weight. */
export const Table = Object.assign(Plain, {
  Thead: 'thead',
  Tbody: 'tbody',
  Tfoot: 'tfoot',
  Tr: 'tr',
  Th: 'th',
  Td: 'td',
} as const)
