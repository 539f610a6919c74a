import { AppShell, Burger, Group, Menu, NavLink, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { ask } from './api.ts'
import { useSession } from './session.ts'

const nouns = [
  ['/', 'Overview'],
  ['/invoices', 'Invoices'],
  ['/customers', 'Customers'],
  ['/payments', 'Payments'],
  ['/unmatched', 'Unmatched'],
] as const

/** What is around every page: the rail of nouns, and who is signed in for which business. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure()
  const { pathname } = useLocation()
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !open } }}
      padding="lg"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
            <Link to="/" className="row-link" style={{ position: 'relative' }}>
              Kusanya
            </Link>
          </Group>
          <Person />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label="Main">
        {nouns.map(([to, label]) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={label}
            active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

function Person() {
  const { user, role, businesses, businessid } = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const business = businesses.find(({ _id }) => _id === businessid)
  const leave = async () => {
    await ask('POST', '/session/end')
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }
  const act = async (id: string) => {
    await ask('POST', '/session/business', { businessid: id })
    queries.clear()
    location.assign('/')
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton>
          <Text size="sm" fw={550} ta="right">
            {business?.name}
          </Text>
          <Text size="xs" c="dimmed" ta="right">
            {user.name} · {role}
          </Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {businesses.length > 1 && (
          <>
            <Menu.Label>Act for</Menu.Label>
            {businesses.map(({ _id, name }) => (
              <Menu.Item key={_id} disabled={_id === businessid} onClick={() => void act(_id)}>
                {name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => void leave()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
