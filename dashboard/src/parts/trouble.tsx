import { Button, Center, Stack, Text, Title } from '@mantine/core'
import { say } from '../words/say.ts'

/** Shown in place of a page that could not be: what happened, and what to do. */
export function Trouble({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <Center mih="50vh">
      <Stack align="center" gap="sm" role="alert">
        <Title order={1} size="h3">
          {say('This page could not be shown')}
        </Title>
        <Text c="dimmed">{error instanceof Error ? error.message : say('Something went wrong.')}</Text>
        <Button variant="default" onClick={() => (reset ? reset() : location.reload())}>
          {say('Try again')}
        </Button>
      </Stack>
    </Center>
  )
}

export function NotHere() {
  return (
    <Center mih="50vh">
      <Stack align="center" gap="sm">
        <Title order={1} size="h3">
          {say('There is no such page')}
        </Title>
        <Button component="a" href="/" variant="default">
          {say('To the overview')}
        </Button>
      </Stack>
    </Center>
  )
}
