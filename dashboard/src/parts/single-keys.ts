import { useHotkeys, type HotkeyItem } from '@mantine/hooks'
import { useSyncExternalStore } from 'react'

const kept = 'kusanya.single-keys'
const changed = new EventTarget()

/**
 * Whether single keys are shortcuts on this browser, and how to say so. Who speaks to a computer, or presses keys by
 * accident, turns them off (WCAG 2.1.4).
 */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(
    (notice) => {
      changed.addEventListener('change', notice)
      return () => changed.removeEventListener('change', notice)
    },
    () => localStorage.getItem(kept) !== 'off',
  )
  const set = (on: boolean) => {
    localStorage.setItem(kept, on ? 'on' : 'off')
    changed.dispatchEvent(new Event('change'))
  }
  return [on, set]
}

/** Shortcuts outside of what one types in; of one letter, figure or sign only where these are wanted. */
export function useShortcuts(keys: HotkeyItem[]): void {
  const [on] = useSingleKeys()
  useHotkeys(on ? keys : keys.filter(([key]) => key.length > 1))
}
