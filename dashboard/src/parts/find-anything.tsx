import { Stack, Text, TextInput } from '@mantine/core'
import { spokenAccountNumber } from '@kusanya/domain/account-number.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { answered, api } from '../api.ts'
import { say, type Sentence } from '../words/say.ts'
import { sayPhone } from './dates.ts'
import { Dialog, Refused } from './form.tsx'
import { sayMoney } from './money.tsx'

type Found = { to: string; name: string; about: string }
const each = '5'

/** Finds invoices, customers, payments, accounts and payment links by whatever one knows of them: a number, a name, a phone, a code, an amount. */
export function FindAnything({ close }: { close: () => void }) {
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 200)
  const { data, error } = useQuery({
    queryKey: ['anything', search],
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
    queryFn: () => find(search),
  })
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const places = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')]
    const now = places.indexOf(document.activeElement as HTMLElement)
    places[now + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  const isEmpty = data?.every(([, found]) => found.length === 0)
  return (
    <Dialog opened close={close} title={say('Search')} wide>
      <Stack onKeyDown={walk}>
        <TextInput
          type="search"
          aria-label={say('Search everything')}
          placeholder={say('A number, a name, a phone, a code, an amount')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Refused error={error} />
        {search.length > 1 && isEmpty && <Text c="dimmed">{say('Nothing is found.')}</Text>}
        {search.length > 1 &&
          data?.map(
            ([noun, found]) =>
              found.length > 0 && (
                <Stack key={noun} gap={2} component="section" aria-label={say(noun)}>
                  <Text size="xs" c="dimmed">
                    {say(noun)}
                  </Text>
                  {found.map(({ to, name, about }) => (
                    <Link key={to} to={to} className="found" onClick={close}>
                      <span>{name}</span>
                      <Text span size="sm" c="dimmed">
                        {about}
                      </Text>
                    </Link>
                  ))}
                </Stack>
              ),
          )}
      </Stack>
    </Dialog>
  )
}

async function find(search: string): Promise<[Sentence, Found[]][]> {
  const query = { search, limit: each }
  const [invoices, customers, payments, accounts, links] = await Promise.all([
    answered(api.GET('/business/invoice/list', { params: { query } })),
    answered(api.GET('/business/customer/list', { params: { query } })),
    answered(api.GET('/business/transaction/list', { params: { query } })),
    answered(api.GET('/business/account/list', { params: { query } })),
    answered(api.GET('/business/payment-link/list', { params: { query: { ...query, kind: 'standalone' } } })),
  ])
  return [
    [
      'Invoices',
      invoices.data.map((one) => ({
        to: `/invoices/${one._id}`,
        name: one.invoiceno ?? say('Draft'),
        about: [one.customer.name, one.title, sayMoney(one.balance, one.currency)].join(' · '),
      })),
    ],
    [
      'Customers',
      customers.data.map((one) => ({
        to: `/customers/${one._id}`,
        name: one.name,
        about: [one.phone && sayPhone(one.phone), spokenAccountNumber(one.accountno)].filter(Boolean).join(' · '),
      })),
    ],
    [
      'Payments',
      payments.data.map((one) => ({
        to: `/payments/${one._id}`,
        name: one.transactioncode,
        about: [one.name, sayMoney(one.amount, one.currency)].filter(Boolean).join(' · '),
      })),
    ],
    [
      'Accounts',
      // The one that each customer has from the start is found as the customer.
      accounts.data
        .filter(({ isdefault }) => !isdefault)
        .map((one) => ({
          to: `/accounts/${one._id}`,
          name: one.name ?? spokenAccountNumber(one.accountno),
          about: [one.customername, spokenAccountNumber(one.accountno)].join(' · '),
        })),
    ],
    [
      'Payment links',
      links.data.map((one) => ({
        to: `/links/${one._id}`,
        name: one.title,
        about: sayMoney(one.amount, one.currency),
      })),
    ],
  ]
}
