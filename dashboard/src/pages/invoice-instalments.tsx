import { Stack, Text, Title } from '@mantine/core'
import type { Schemas } from '../api.ts'
import { sayDay } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Table } from '../parts/table.tsx'
import { say } from '../words/say.ts'

/** By when which part is to be paid, and what of each has been. */
export function InvoiceInstalments({ invoice }: { invoice: Schemas['Invoice'] }) {
  const { instalments, currency } = invoice
  if (instalments.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('Instalments')}
      </Title>
      <Sideways label={say('Instalments')}>
        <Table aria-label={say('Instalments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('Due')}</Table.Th>
              <Table.Th>{say('Status')}</Table.Th>
              <Table.Th className="amount">{say('Amount')}</Table.Th>
              <Table.Th className="amount minor">{say('Paid')}</Table.Th>
              <Table.Th className="amount minor">{say('Balance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {instalments.map(({ duedate, amount, amountpaid, balance, status }, place) => (
              <Table.Tr key={place}>
                <Table.Td>{sayDay(duedate)}</Table.Td>
                <Table.Td>
                  <StatusBadge status={status} />
                </Table.Td>
                <Table.Td className="amount">
                  {sayMoney(amount, currency)}
                  <Text size="xs" c="dimmed" hiddenFrom="sm">
                    {say('Paid {amount}', { amount: sayMoney(amountpaid, currency) })}
                  </Text>
                </Table.Td>
                <Table.Td className="amount minor">{sayMoney(amountpaid, currency)}</Table.Td>
                <Table.Td className="amount minor">{sayMoney(balance, currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sideways>
    </Stack>
  )
}
