import { Anchor, Group } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { say, type Sentence } from '../words/say.ts'

/** The pages that belong together under one noun of the rail. */
export const sections = {
  customers: [
    ['/customers', 'Customers'],
    ['/accounts', 'Accounts'],
    ['/links', 'Payment links'],
  ],
  payments: [
    ['/payments', 'Payments'],
    ['/statements', 'Statements of M-PESA'],
  ],
  unmatched: [
    ['/unmatched', 'Unmatched'],
    ['/claims', 'Said to be paid'],
    ['/contradictions', 'Contradictions'],
    ['/refused', 'Turned away'],
  ],
  products: [
    ['/products', 'Products'],
    ['/taxes', 'Taxes'],
  ],
  reports: [
    ['/reports', 'Reports'],
    ['/closes', 'Daily closes'],
    ['/audit', 'Audit trail'],
  ],
  settings: [
    ['/settings', 'Business'],
    ['/mpesa', 'M-PESA'],
    ['/messages', 'Messages'],
    ['/users', 'Users'],
    ['/keys', 'API keys'],
    ['/webhooks', 'Webhooks'],
  ],
} as const satisfies Record<string, readonly (readonly [string, Sentence])[]>

export function SectionLinks({ of }: { of: keyof typeof sections }) {
  const { pathname } = useLocation()
  return (
    <Group component="nav" gap="0 24px" mb="lg" aria-label={say('In this section')} className="section-links">
      {sections[of].map(([to, name]) => (
        <Anchor
          key={to}
          component={Link}
          to={to}
          c="inherit"
          underline="never"
          py={6}
          {...(pathname.startsWith(to) && { 'aria-current': 'page' as const })}
        >
          {say(name)}
        </Anchor>
      ))}
    </Group>
  )
}
