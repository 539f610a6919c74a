import { Button, Group } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { PageHead } from '../parts/page-head.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { say } from '../words/say.ts'

const pages = [
  ['/messages', 'What goes out'],
  ['/messages/texts', 'Texts'],
  ['/messages/log', 'Log'],
] as const

/** The head of the three pages about messages, and the way from one to another. */
export function MessagesHead({ title }: { title: string }) {
  const { pathname } = useLocation()
  return (
    <>
      <PageHead title={title} />
      <SectionLinks of="settings" />
      <Group component="nav" gap={4} mb="lg" aria-label={say('About messages')}>
        {pages.map(([to, name]) => {
          const isHere = pathname.replace(/\/$/, '') === to
          return (
            <Button
              key={to}
              component={Link}
              to={to}
              size="xs"
              px={10}
              variant={isHere ? 'light' : 'subtle'}
              color={isHere ? 'teal' : 'gray'}
              c="var(--mantine-color-text)"
              {...(isHere && { 'aria-current': 'page' as const })}
            >
              {say(name)}
            </Button>
          )
        })}
      </Group>
    </>
  )
}
