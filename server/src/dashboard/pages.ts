/** The addresses of the dashboard's pages. All are one file; the dashboard's own router shows the right one. */
export const pages = [
  '/',
  '/sign-in',
  '/reset',
  '/reset/:token',
  '/invitation/:token',
  ...[
    'invoices',
    'customers',
    'accounts',
    'links',
    'payments',
    'unmatched',
    'products',
    'taxes',
    'webhooks',
    'keys',
    'users',
  ],
  ...['claims', 'contradictions', 'refused', 'statements'],
  ...['settings', 'imports', 'closes', 'reports', 'messages', 'audit', 'me', 'mpesa'],
].flatMap((page) => (page.startsWith('/') ? [page] : [`/${page}`, `/${page}/*`]))
