import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answered, api } from '../api.ts'
import { useFilters } from '../filters.ts'
import { sayChannel } from '../parts/channels.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { SectionLinks } from '../parts/section-links.tsx'
import { Select } from '../parts/select.tsx'
import { say } from '../words/say.ts'
import { OfWhom } from './of-whom.tsx'
import { paymentColumns } from './payment-columns.tsx'

export function Payments() {
  const [filters, change] = useFilters()
  const query = useQuery({
    queryKey: ['payments', filters],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answered(api.GET('/business/transaction/list', { params: { query: { limit: '20', ...filters } as never } })),
  })
  return (
    <>
      <PageHead title={say('Payments')} />
      <SectionLinks of="payments" />
      <Group mb="md" justify="space-between">
        <SegmentedControl
          aria-label={say('Which payments')}
          size="xs"
          data={[
            { value: '', label: say('All') },
            { value: 'confirmed', label: say('Confirmed') },
            { value: 'unconfirmed', label: say('Reported') },
            { value: 'held', label: say('Held') },
            { value: 'suspicious', label: say('Suspicious') },
          ]}
          value={filters['trust'] ?? ''}
          onChange={(trust) => change({ trust })}
        />
        <SearchBox label={say('Search payments')} />
      </Group>
      <Group mb="md" align="flex-end">
        <Select
          label={say('Channel')}
          placeholder={say('All')}
          size="xs"
          w={140}
          data={['mpesa', 'manual'].map((value) => ({ value, label: sayChannel(value) }))}
          value={filters['channel'] ?? null}
          onChange={(channel) => change({ channel })}
        />
        <DayBox name="paidfrom" label={say('Paid from')} />
        <DayBox name="paidto" label={say('Paid until')} />
      </Group>
      <OfWhom />
      <List
        label={say('Payments')}
        query={query}
        columns={paymentColumns}
        empty={
          ['channel', 'trust', 'paidfrom', 'paidto', 'customerid', 'accountid', 'paymentlinkid'].some(
            (name) => filters[name],
          )
            ? say('Nothing is found.')
            : say('Money that arrives, from phones, the counter or a file, appears here.')
        }
      />
    </>
  )
}

/** A day that the list begins or ends with. What is half written is not asked for. */
function DayBox({ name, label }: { name: 'paidfrom' | 'paidto'; label: string }) {
  const [filters, change] = useFilters()
  return (
    <TextInput
      type="date"
      label={label}
      size="xs"
      w={140}
      value={filters[name] ?? ''}
      onChange={({ currentTarget: { value, validity } }) => !validity.badInput && change({ [name]: value })}
    />
  )
}
