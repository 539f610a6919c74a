import { Alert, Button, Center, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { FormEvent, ReactNode } from 'react'
import { ask } from '../api.ts'
import { PasswordBox } from '../parts/password-box.tsx'
import { sessionQuery } from '../session.ts'
import { say } from '../words/say.ts'

/** Where an invitation or the link for a new password leads. */
export function ChoosePassword({
  path,
  title,
}: {
  path: '/session/invitation/accept' | '/session/reset/confirm'
  title: string
}) {
  const { token } = useParams({ strict: false }) as { token: string }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const choosing = useMutation({
    mutationFn: (password: string) => ask('POST', path, { token, password }),
    onSuccess: async () => {
      await queries.invalidateQueries(sessionQuery)
      await navigate({ to: '/' })
    },
  })
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    choosing.mutate(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <Door title={title}>
      <form onSubmit={choose}>
        <Stack>
          <PasswordBox
            label={say('New password')}
            description={say('At least 10 characters; several words are good')}
            name="password"
            autoComplete="new-password"
            required
            autoFocus
          />
          {choosing.error && (
            <Alert color="red" role="alert">
              {choosing.error.message}
            </Alert>
          )}
          <Button type="submit" loading={choosing.isPending}>
            {say('Save and sign in')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}

export function AcceptInvitation() {
  return <ChoosePassword path="/session/invitation/accept" title={say('Choose your password')} />
}

export function ResetPassword() {
  return <ChoosePassword path="/session/reset/confirm" title={say('Choose a new password')} />
}

/** Asks for the link by mail. Says the same whether the address is known or not. */
export function AskReset() {
  const asking = useMutation({ mutationFn: (email: string) => ask('POST', '/session/reset/request', { email }) })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    asking.mutate(String(new FormData(event.currentTarget).get('email')))
  }
  return (
    <Door title={say('Forgotten password')}>
      {asking.isSuccess ? (
        <Text role="status">
          {say('If we know this address, a link is on its way to it. It works for half an hour.')}
        </Text>
      ) : (
        <form onSubmit={send}>
          <Stack>
            <TextInput label={say('E-mail')} name="email" type="email" autoComplete="username" required autoFocus />
            {asking.error && (
              <Alert color="red" role="alert">
                {asking.error.message}
              </Alert>
            )}
            <Button type="submit" loading={asking.isPending}>
              {say('Send me a link')}
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  )
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(`${title} · Kusanya`)
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <Title order={1} size="h3">
            {title}
          </Title>
          {children}
        </Stack>
      </Paper>
    </Center>
  )
}
