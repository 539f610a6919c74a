import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { sessionQuery } from './session.ts'
import { NotHere, Trouble } from './parts/trouble.tsx'
import { Shell } from './shell.tsx'

type Held = { queries: QueryClient }
type Search = Record<string, string>

/** Filters live in the address, as text; what is empty is left out. */
const asText = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === '' || value == null ? [] : [[name, String(value)]])),
  )

const root = createRootRouteWithContext<Held>()({
  component: Outlet,
  notFoundComponent: NotHere,
  errorComponent: Trouble,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('./pages/sign-in.tsx'), 'SignIn'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.fetchQuery(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: { then: location.href } })
  },
})

/** Every page of who is signed in: its address, the file it is in, and its name there. */
const page = <Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    validateSearch: asText,
    component: lazyRouteComponent(load as () => Promise<Record<string, never>>, name),
  })

const pages = [
  page('/', () => import('./pages/overview.tsx'), 'Overview'),
  page('/invoices', () => import('./pages/invoices.tsx'), 'Invoices'),
  page('/invoices/new', () => import('./pages/new-invoice.tsx'), 'NewInvoice'),
  page('/invoices/$id', () => import('./pages/invoice.tsx'), 'InvoicePage'),
  page('/invoices/$id/edit', () => import('./pages/edit-invoice.tsx'), 'EditInvoice'),
  page('/customers', () => import('./pages/customers.tsx'), 'Customers'),
  page('/customers/$id', () => import('./pages/customer.tsx'), 'CustomerPage'),
  page('/accounts', () => import('./pages/accounts.tsx'), 'Accounts'),
  page('/accounts/$id', () => import('./pages/account.tsx'), 'AccountPage'),
  page('/links', () => import('./pages/links.tsx'), 'Links'),
  page('/links/$id', () => import('./pages/link.tsx'), 'LinkPage'),
  page('/payments', () => import('./pages/payments.tsx'), 'Payments'),
  page('/payments/$id', () => import('./pages/payment.tsx'), 'PaymentPage'),
  page('/unmatched', () => import('./pages/unmatched.tsx'), 'Unmatched'),
  page('/claims', () => import('./pages/claims.tsx'), 'Claims'),
  page('/contradictions', () => import('./pages/contradictions.tsx'), 'Contradictions'),
  page('/refused', () => import('./pages/refused.tsx'), 'RefusedPayments'),
  page('/statements', () => import('./pages/statements.tsx'), 'Statements'),
  page('/statements/$id', () => import('./pages/statement.tsx'), 'StatementPage'),
  page('/products', () => import('./pages/products.tsx'), 'Products'),
  page('/taxes', () => import('./pages/taxes.tsx'), 'Taxes'),
  page('/imports', () => import('./pages/imports.tsx'), 'Imports'),
  page('/reports', () => import('./pages/reports.tsx'), 'Reports'),
  page('/closes', () => import('./pages/closes.tsx'), 'Closes'),
  page('/audit', () => import('./pages/audit.tsx'), 'Audit'),
  page('/mpesa', () => import('./pages/mpesa.tsx'), 'Mpesa'),
  page('/settings', () => import('./pages/settings.tsx'), 'SettingsPage'),
  page('/users', () => import('./pages/users.tsx'), 'Users'),
  page('/keys', () => import('./pages/keys.tsx'), 'Keys'),
  page('/messages', () => import('./pages/messages.tsx'), 'Messages'),
  page('/messages/texts', () => import('./pages/message-texts.tsx'), 'MessageTexts'),
  page('/messages/log', () => import('./pages/message-log.tsx'), 'MessageLog'),
  page('/webhooks', () => import('./pages/webhooks.tsx'), 'Webhooks'),
  page('/webhooks/$id', () => import('./pages/webhook.tsx'), 'WebhookPage'),
  page('/me', () => import('./pages/me.tsx'), 'Me'),
]

/** Doors: for who is not signed in yet. */
const door = (path: string, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import('./pages/choose-password.tsx'), name as 'AskReset'),
  })

const tree = root.addChildren([
  signIn,
  door('/invitation/$token', 'AcceptInvitation'),
  door('/reset/$token', 'ResetPassword'),
  door('/reset', 'AskReset'),
  shell.addChildren(pages),
])

export function createDashboardRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: NotHere,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDashboardRouter>
  }
}
