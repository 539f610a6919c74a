import { Button, Stack, Text, UnstyledButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ask } from './api.ts'
import { sayRole } from './parts/roles.ts'
import { useSession } from './session.ts'
import { keepLanguage } from './words/language.ts'
import { languages, say, spokenLanguage, type Language } from './words/say.ts'

const id = 'person'

/** Who is signed in, for which business and in which language. The browser's own popover: it needs no code to open. */
export function PersonMenu() {
  const { user, role, businesses, businessid } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await ask('POST', '/session/end')
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }
  const act = async (businessid: string) => {
    await ask('POST', '/session/business', { businessid })
    location.assign('/')
  }
  const speakFromNowOn = async (language: Language) => {
    await ask('PATCH', '/session/update', { language })
    keepLanguage(language)
    location.reload()
  }
  const others = businesses.filter(({ _id }) => _id !== businessid)
  const entry = { variant: 'subtle', color: 'gray', justify: 'flex-start', size: 'sm', c: 'inherit' } as const
  return (
    <>
      <UnstyledButton popoverTarget={id} aria-haspopup="true">
        <Text size="sm" fw={550} ta="right" lineClamp={1}>
          {businesses.find(({ _id }) => _id === businessid)?.name}
        </Text>
        <Text size="xs" c="dimmed" ta="right" lineClamp={1}>
          {user.name} · {sayRole(role)}
        </Text>
      </UnstyledButton>
      <div popover="auto" id={id} className="person-menu">
        <Stack gap={2}>
          {others.length > 0 && (
            <Text size="xs" c="dimmed" px="sm">
              {say('Act for')}
            </Text>
          )}
          {others.map(({ _id, name }) => (
            <Button key={_id} {...entry} onClick={() => void act(_id)}>
              {name}
            </Button>
          ))}
          <Button {...entry} component={Link} to="/me" onClick={() => document.getElementById(id)?.hidePopover()}>
            {say('Your account')}
          </Button>
          {(Object.keys(languages) as Language[])
            .filter((language) => language !== spokenLanguage())
            .map((language) => (
              <Button key={language} {...entry} lang={language} onClick={() => void speakFromNowOn(language)}>
                {languages[language]}
              </Button>
            ))}
          <Button {...entry} onClick={() => void leave()}>
            {say('Sign out')}
          </Button>
        </Stack>
      </div>
    </>
  )
}
