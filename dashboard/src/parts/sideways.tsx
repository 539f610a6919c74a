import type { ReactNode } from 'react'

/** Holds a table that may be wider than the page: it moves by finger, by mouse and by the arrow keys. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="sideways" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
