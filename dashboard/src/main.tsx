import './styles.ts'
import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Problem } from './api.ts'
import { Toasts } from './parts/toasts.tsx'
import { createDashboardRouter } from './routes.tsx'
import { noteAnswer } from './standing.ts'
import { theme, variables } from './theme.ts'
import { speakAtTheDoor } from './words/language.ts'

const allWell = () => noteAnswer(null)
const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteAnswer, onSuccess: allWell }),
  mutationCache: new MutationCache({
    // Who is refused at the door was not signed in before.
    onError: (problem, _sent, _before, { meta }) => meta?.['atDoor'] || noteAnswer(problem),
    onSuccess: allWell,
  }),
  defaultOptions: {
    // What cannot be sent is said at once, instead of waiting unseen for a better line.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
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
