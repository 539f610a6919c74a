import { useNavigate, useSearch } from '@tanstack/react-router'

export type Filters = Record<string, string>

/** The filters of a list live in its address, so that a page can be sent to a colleague. Setting one goes to page one. */
export function useFilters(): [Filters, (changed: Record<string, string | null>) => void] {
  const filters = useSearch({ strict: false }) as Filters
  const navigate = useNavigate()
  const change = (changed: Record<string, string | null>) => {
    const { page: _page, ...rest } = filters
    const next = { ...rest, ...changed }
    const kept: Filters = Object.fromEntries(
      Object.entries(next).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    )
    void navigate({ to: '.', search: kept, replace: true })
  }
  return [filters, change]
}
