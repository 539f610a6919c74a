import './styles.ts'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api.ts'
import { Toasts } from './parts/toasts.tsx'
import { createDashboardRouter } from './routes.tsx'
import { theme, variables } from './theme.ts'
import { speakAtTheDoor } from './words/language.ts'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused is refused again; a server that is away may be back.
      retry: (failures, problem) =>
        failures < 2 && !(problem instanceof Problem && problem.status > 0 && problem.status < 500),
    },
  },
})
const router = createDashboardRouter(queries)
const root = document.getElementById('root')
if (!root) throw new Error('the page has no place for the dashboard')

await speakAtTheDoor()
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
