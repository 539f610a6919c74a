import { Button, Center, Stack, Text, Title } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { say, type Sentence } from '../words/say.ts'

function Instead({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <Center mih="50vh">
      <Stack align="center" gap="sm" role="alert">
        <Title order={1} size="h3" ta="center">
          {title}
        </Title>
        {about && (
          <Text c="dimmed" ta="center" maw={460}>
            {about}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  )
}

/** Shown in place of a page that could not be: what happened, and what to do. */
export function Trouble({ error, reset }: { error: unknown; reset?: () => void }) {
  // Of a page that could not be fetched the browser speaks of modules: nobody is helped by that.
  const isOurs = error instanceof Problem
  return (
    <Instead
      title={say('This page could not be shown')}
      about={isOurs ? error.message : say('Check the connection and try again.')}
    >
      <Button variant="default" onClick={() => (isOurs && reset ? reset() : location.reload())}>
        {say('Try again')}
      </Button>
    </Instead>
  )
}

type FailedProps = { query: Pick<UseQueryResult, 'error' | 'refetch'>; back: [to: string, name: Sentence] }

/** In place of the page of one thing: it is not here, or could not be fetched. */
export function Failed({ query: { error, refetch }, back: [to, name] }: FailedProps) {
  if (!(error instanceof Problem && error.status === 404)) {
    return <Trouble error={error} reset={() => void refetch()} />
  }
  return (
    <Instead
      title={say('It is not here')}
      about={say('The address is not whole, or it leads to another business than the one you act for.')}
    >
      <Button variant="default" component={Link} to={to}>
        {say(name)}
      </Button>
    </Instead>
  )
}

export function NotHere() {
  return (
    <Instead title={say('There is no such page')}>
      <Button component="a" href="/" variant="default">
        {say('To the overview')}
      </Button>
    </Instead>
  )
}
