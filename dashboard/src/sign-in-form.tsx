import { Alert, Button, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { ask, Problem } from './api.ts'
import { PasswordBox } from './parts/password-box.tsx'
import { noteStanding } from './standing.ts'
import { say } from './words/say.ts'

type Props = { email?: string; entered: () => Promise<void>; children?: ReactNode }

/** E-mail and password; the code of the authenticator is asked for only when it is wanted. */
export function SignInForm({ email = '', entered, children }: Props) {
  const queries = useQueryClient()
  const [wantsCode, setWantsCode] = useState(false)
  const entering = useMutation({
    mutationFn: (sent: object) => ask('POST', '/session/create', sent),
    meta: { atDoor: true },
    onSuccess: async () => {
      noteStanding({ isSignedOut: false })
      await queries.invalidateQueries()
      await entered()
    },
    onError: (problem) => setWantsCode((before) => before || (problem instanceof Problem && problem.status === 403)),
  })
  const enter = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { email, password, code } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    entering.mutate({ email, password, ...(code && { code }) })
  }
  return (
    <form onSubmit={enter}>
      <Stack>
        <TextInput
          label={say('E-mail')}
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={email}
          autoFocus={email === ''}
        />
        <PasswordBox
          label={say('Password')}
          name="password"
          autoComplete="current-password"
          required
          data-autofocus={email !== ''}
        />
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
        {children}
      </Stack>
    </form>
  )
}
