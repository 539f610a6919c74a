import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { totals } from '@kusanya/domain/invoice.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { useState, type FormEvent } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import { findCustomers, findProducts } from '../find-choices.ts'
import { sayMoney } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Pick, type Choice } from '../parts/pick.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { say } from '../words/say.ts'
import { Table } from '../parts/table.tsx'

type Line = { product: Choice<Schemas['Product']> | null; quantity: number; rate: number }
const noLine: Line = { product: null, quantity: 1, rate: 0 }

/** A bill is written here; its totals are counted by the same rules as on the server, while one types. */
export function NewInvoice() {
  const navigate = useNavigate()
  const [header] = useState(wishKey)
  const [customer, setCustomer] = useState<Choice<Schemas['CustomerInList']> | null>(null)
  const [lines, setLines] = useState([noLine])
  const [discount, setDiscount] = useState<number | string>('')
  const making = useAct(async (body: Schemas['CreateInvoice']) => {
    const { data } = await answered(api.POST('/business/invoice/create', { params: { header }, body }))
    await navigate({ to: '/invoices/$id', params: { id: data._id } })
  }, 'Invoice created')
  const wrong = making.error instanceof Problem ? making.error.errors : {}
  const change = (place: number, changed: Partial<Line>) =>
    setLines(lines.map((line, index) => (index === place ? { ...line, ...changed } : line)))
  const choose = (place: number, product: Line['product']) =>
    change(place, { product, ...(product && { rate: product.thing.price }) })
  const percent = Number(discount) || 0
  const counted = totals(
    lines.map(({ quantity, rate }) => ({ quantity, rate: fromWire(rate) })),
    percent > 0 ? { type: 'percentage', basisPoints: fromWire(Math.min(percent, 100)) } : null,
    null,
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const {
      title = '',
      duedate = '',
      draft,
    } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>
    making.mutate({
      customerid: customer?.value ?? '',
      items: lines.flatMap(({ product, quantity, rate }) =>
        product ? [{ itemid: product.value, name: product.label, quantity, rate }] : [],
      ),
      duedate,
      title: title || null,
      ...(percent > 0 && { discount: percent, discounttype: 'percentage' }),
      ...(draft && { status: 'draft' }),
    } as Schemas['CreateInvoice'])
  }
  return (
    <form onSubmit={send}>
      <PageHead title={say('New invoice')}>
        <Button type="submit" loading={making.isPending}>
          {say('Create')}
        </Button>
      </PageHead>
      <Stack maw={800}>
        <Pick
          what="customers"
          find={findCustomers}
          label={say('Customer')}
          required
          chosen={customer}
          choose={setCustomer}
          error={wrong['customerid']}
        />
        <Group grow align="flex-start">
          <TextInput
            label={say('Title')}
            name="title"
            placeholder={say('Made from the number when empty')}
            error={wrong['title']}
          />
          <TextInput label={say('Due date')} name="duedate" type="date" required error={wrong['duedate']} />
        </Group>
        <Sideways label={say('Line items')}>
          <Table aria-label={say('Line items')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th style={{ minWidth: 180 }}>{say('Item')}</Table.Th>
                <Table.Th style={{ width: 110 }}>{say('Quantity')}</Table.Th>
                <Table.Th style={{ width: 150 }}>{say('Rate')}</Table.Th>
                <Table.Th className="amount" style={{ width: 140 }}>
                  {say('Amount')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line, place) => (
                <Table.Tr key={place}>
                  <Table.Td>
                    <Pick
                      what="products"
                      find={findProducts}
                      aria-label={say('Item {number}', { number: place + 1 })}
                      chosen={line.product}
                      choose={(product) => choose(place, product)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <NumberInput
                      aria-label={say('Quantity {number}', { number: place + 1 })}
                      min={1}
                      decimals={0}
                      value={line.quantity}
                      onChange={(value) => change(place, { quantity: Math.max(1, Math.trunc(Number(value) || 1)) })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <NumberInput
                      aria-label={say('Rate {number}', { number: place + 1 })}
                      min={0}
                      value={line.rate}
                      onChange={(value) => change(place, { rate: Number(value) || 0 })}
                    />
                  </Table.Td>
                  <Table.Td className="amount">
                    {sayMoney(toWire(fromWire(line.rate) * BigInt(line.quantity)))}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Sideways>
        <Group justify="space-between" align="flex-end">
          <Button variant="default" onClick={() => setLines([...lines, noLine])}>
            {say('Another line')}
          </Button>
          <NumberInput
            label={say('Discount (per cent)')}
            min={0}
            max={100}
            value={discount}
            onChange={setDiscount}
            w={160}
          />
        </Group>
        <Text ta="right" fz={20} fw={650}>
          {say('Total')} {sayMoney(toWire(counted.total))}
        </Text>
        <Checkbox label={say('Keep it as a draft: no number, not sent to anybody')} name="draft" />
        {making.error && (
          <Alert color="red" role="alert">
            {making.error.message}
          </Alert>
        )}
      </Stack>
    </form>
  )
}
