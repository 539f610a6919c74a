import { Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Dialog } from './parts/form.tsx'
import { sessionQuery, useSession } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { noteStanding } from './standing.ts'
import { say } from './words/say.ts'

/** Over the page of somebody whom the server no longer knows: what they have written stays, and they go on where they were. */
export function SignInAgain() {
  const { user, businessid } = useSession()
  const queries = useQueryClient()
  const goOn = async () => {
    const now = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
    // Somebody else's page, or another business's, is no place to go on.
    if (now?.user._id !== user._id || now.businessid !== businessid) location.assign('/')
  }
  return (
    <Dialog opened close={() => noteStanding({ isSignedOut: false })} title={say('Sign in again')}>
      <Stack>
        <Text size="sm">{say('You were signed out. What you have written is still here: sign in, and go on.')}</Text>
        <SignInForm email={user.email} entered={goOn} />
      </Stack>
    </Dialog>
  )
}
