import { Anchor, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { SignInForm } from '../sign-in-form.tsx'
import { say } from '../words/say.ts'

/** The door. Who came for a page is taken to it. */
export function SignIn() {
  useDocumentTitle(`${say('Sign in')} · Kusanya`)
  const { then } = useSearch({ strict: false }) as { then?: string }
  const navigate = useNavigate()
  const go = () => navigate({ href: then?.startsWith('/') && !then.startsWith('//') ? then : '/' })
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={400}>
        <Stack>
          <Title order={1} size="h3">
            Kusanya
          </Title>
          <Text c="dimmed" size="sm">
            {say('Bills on phones, M-PESA in the books.')}
          </Text>
          <SignInForm entered={go}>
            <Anchor component={Link} to="/reset" size="sm" ta="center">
              {say('Forgotten password')}
            </Anchor>
          </SignInForm>
        </Stack>
      </Paper>
    </Center>
  )
}
