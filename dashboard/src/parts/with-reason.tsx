import { useId, useRef, useState, type ReactElement } from 'react'
import { layBeside } from './beside.ts'

/** Around a button that may be disabled: says why, to the mouse, the finger and the keyboard. */
export function WithReason({ why, children }: { why: string | null; children: ReactElement }) {
  const id = useId()
  const place = useRef<HTMLSpanElement>(null)
  const [shown, show] = useState(false)
  const isTold = why !== null && shown
  return (
    <span
      ref={place}
      tabIndex={why === null ? undefined : 0}
      aria-describedby={isTold ? id : undefined}
      onPointerEnter={() => show(true)}
      onPointerLeave={() => show(false)}
      onFocus={() => show(true)}
      onBlur={() => show(false)}
      onKeyDown={({ key }) => key === 'Escape' && show(false)}
    >
      {children}
      {isTold && (
        <span
          id={id}
          role="tooltip"
          className="reason"
          popover="manual"
          ref={(bubble) => (bubble && place.current ? layBeside(bubble, place.current) : undefined)}
        >
          {why}
        </span>
      )}
    </span>
  )
}
