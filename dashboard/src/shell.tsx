import { Burger, Group, NavLink } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useLive } from './live.ts'
import { sections } from './parts/section-links.tsx'
import { PersonMenu } from './person-menu.tsx'
import { say, type Sentence } from './words/say.ts'

/** The nouns of the rail; some stand for several pages. */
const nouns: [to: string, name: Sentence, also?: keyof typeof sections][] = [
  ['/', 'Overview'],
  ['/invoices', 'Invoices'],
  ['/customers', 'Customers'],
  ['/payments', 'Payments'],
  ['/unmatched', 'Unmatched'],
  ['/settings', 'Settings', 'settings'],
]

/** What is around every page: the rail of nouns, and who is signed in for which business. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  useLive()
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
        <PersonMenu />
      </header>
      <nav className="frame-rail" aria-label={say('Main')}>
        {nouns.map(([to, name, also]) => (
          <NavLink key={to} component={Link} to={to} label={say(name)} active={isIn(to, also)} onClick={close} />
        ))}
      </nav>
      <main className="frame-main" id="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
