import { Alert, Anchor, Button, Center, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { ask, Problem } from '../api.ts'
import { PasswordBox } from '../parts/password-box.tsx'
import { sessionQuery } from '../session.ts'
import { say } from '../words/say.ts'

/** E-mail and password; the code of the authenticator is asked for only when it is wanted. */
export function SignIn() {
  useDocumentTitle(`${say('Sign in')} · Kusanya`)
  const { then } = useSearch({ strict: false }) as { then?: string }
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [wantsCode, setWantsCode] = useState(false)
  const entering = useMutation({
    mutationFn: (sent: object) => ask('POST', '/session/create', sent),
    onSuccess: async () => {
      await queries.invalidateQueries(sessionQuery)
      await navigate({ href: then?.startsWith('/') && !then.startsWith('//') ? then : '/' })
    },
    onError: (problem) => setWantsCode((before) => before || (problem instanceof Problem && problem.status === 403)),
  })
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { email, password, code } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    entering.mutate({ email, password, ...(code && { code }) })
  }
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <form onSubmit={enter}>
          <Stack>
            <Title order={1} size="h3">
              Kusanya
            </Title>
            <Text c="dimmed" size="sm">
              {say('Bills on phones, M-PESA in the books.')}
            </Text>
            <TextInput label={say('E-mail')} name="email" type="email" autoComplete="username" required autoFocus />
            <PasswordBox label={say('Password')} name="password" autoComplete="current-password" required />
            {wantsCode && (
              <TextInput
                label={say('Code of your authenticator')}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                autoFocus
              />
            )}
            {entering.error && (
              <Alert color="red" role="alert">
                {entering.error.message}
              </Alert>
            )}
            <Button type="submit" loading={entering.isPending}>
              {say('Sign in')}
            </Button>
            <Anchor component={Link} to="/reset" size="sm" ta="center">
              {say('Forgotten password')}
            </Anchor>
          </Stack>
        </form>
      </Paper>
    </Center>
  )
}
