import { Burger, Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useLive } from './live.ts'
import { sections } from './parts/section-links.tsx'
import { useShortcuts, useSingleKeys } from './parts/single-keys.ts'
import { PersonMenu } from './person-menu.tsx'
import { useStanding } from './standing.ts'
import { UnmatchedCount } from './unmatched-count.tsx'
import { say, type Sentence } from './words/say.ts'

/** The nouns of the rail; some stand for several pages. */
const nouns: [to: string, name: Sentence, also?: keyof typeof sections][] = [
  ['/', 'Overview'],
  ['/invoices', 'Invoices'],
  ['/customers', 'Customers', 'customers'],
  ['/payments', 'Payments', 'payments'],
  ['/unmatched', 'Unmatched', 'unmatched'],
  ['/products', 'Products', 'products'],
  ['/reports', 'Reports', 'reports'],
  ['/settings', 'Settings', 'settings'],
]

// Fetched by who searches, and by who was signed out.
const FindAnything = lazy(async () => ({ default: (await import('./parts/find-anything.tsx')).FindAnything }))
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }))

/** What is around every page: the rail of nouns, and who is signed in for which business. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  useLive()
  const [finding, find] = useDisclosure()
  const { isAway, isSignedOut } = useStanding()
  const [keysAreOn] = useSingleKeys()
  useShortcuts([['/', find.open]])
  const isIn = (to: string, also?: keyof typeof sections) =>
    to === '/'
      ? pathname === '/'
      : [to, ...(also ? sections[also].map(([page]) => page) : [])].some((page) => pathname.startsWith(page))
  return (
    <div className="frame" data-open={open}>
      <a href="#page" className="skip">
        {say('Skip to the page')}
      </a>
      <header className="frame-head">
        <Group gap="sm" wrap="nowrap">
          <Burger
            opened={open}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={say('Menu')}
            aria-expanded={open}
          />
          <Link to="/" className="row-link" style={{ position: 'relative' }}>
            Kusanya
          </Link>
        </Group>
        <Group gap="sm" wrap="nowrap">
          <Button
            variant="default"
            size="xs"
            className="search-button"
            onClick={find.open}
            {...(keysAreOn && { 'aria-keyshortcuts': '/' })}
          >
            {say('Search')}
            {keysAreOn && <kbd aria-hidden="true">/</kbd>}
          </Button>
          <PersonMenu />
        </Group>
        {finding && (
          <Suspense>
            <FindAnything close={find.close} />
          </Suspense>
        )}
      </header>
      <nav className="frame-rail" aria-label={say('Main')}>
        {nouns.map(([to, name, also]) => (
          <Link key={to} to={to} className="noun" data-in={isIn(to, also)} onClick={close}>
            {say(name)}
            {to === '/unmatched' && <UnmatchedCount />}
          </Link>
        ))}
      </nav>
      <main className="frame-main" id="page" tabIndex={-1}>
        <div role="status">
          {isAway && <p className="away">{say('The server cannot be reached: what you see may be old.')}</p>}
        </div>
        <Outlet />
      </main>
      {isSignedOut && (
        <Suspense>
          <SignInAgain />
        </Suspense>
      )}
    </div>
  )
}
