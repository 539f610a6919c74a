import { Button, CloseButton, Group, Paper, Text } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { say } from '../words/say.ts'

type Toast = { id: number; message: string; undo?: () => void }

const shownMs = 6_000
let toasts: Toast[] = []
let next = 1
const watchers = new Set<() => void>()

function set(changed: Toast[]): void {
  toasts = changed
  for (const look of watchers) look()
}
const close = (id: number) => set(toasts.filter((toast) => toast.id !== id))

/** Says that something is done, in the corner, for some seconds. What can be undone stays until it is closed. */
export function tell(message: string, undo?: () => void): void {
  const id = next++
  set([...toasts.filter((toast) => !toast.undo), { id, message, ...(undo && { undo }) }])
  if (!undo) setTimeout(() => close(id), shownMs)
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (look) => {
      watchers.add(look)
      return () => watchers.delete(look)
    },
    () => toasts,
  )
  return (
    <div className="toasts" role="status">
      {shown.map(({ id, message, undo }) => (
        <Paper key={id} withBorder shadow="md" p="sm">
          <Group gap="sm" wrap="nowrap">
            <Text size="sm">{message}</Text>
            {undo && (
              <Button
                size="compact-sm"
                variant="light"
                onClick={() => {
                  close(id)
                  undo()
                }}
              >
                {say('Undo')}
              </Button>
            )}
            <CloseButton size="sm" aria-label={say('Close')} onClick={() => close(id)} />
          </Group>
        </Paper>
      ))}
    </div>
  )
}
