import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Dialog, Form, wrongIn } from '../parts/form.tsx'
import { sayMoney } from '../parts/money.tsx'
import { NumberInput } from '../parts/number-input.tsx'
import { Select } from '../parts/select.tsx'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Invoice = Schemas['Invoice']

/** What closes an invoice besides money: lines taken back by a numbered document, tax withheld, what will never be paid. */
export function InvoiceCorrections({ invoice }: { invoice: Invoice }) {
  const session = useSession()
  const [crediting, credit] = useDisclosure()
  const [adjusting, adjust] = useDisclosure()
  const role = whyNot(session, 'write')
  const unissued = invoice.status === 'draft' ? say('It was not issued yet') : null
  const cancelled = invoice.status === 'cancelled' ? say('It is cancelled') : null
  const settled = invoice.balance === 0 ? say('There is nothing left to pay on it') : null
  const whyNotCredited = role ?? unissued ?? cancelled
  const whyNotAdjusted = whyNotCredited ?? settled
  return (
    <>
      <WithReason why={whyNotCredited}>
        <Button variant="default" disabled={whyNotCredited !== null} onClick={credit.open}>
          {say('Credit note')}
        </Button>
      </WithReason>
      <WithReason why={whyNotAdjusted}>
        <Button variant="default" disabled={whyNotAdjusted !== null} onClick={adjust.open}>
          {say('Write off or withhold')}
        </Button>
      </WithReason>
      <Dialog opened={crediting} close={credit.close} title={say('Credit note')} wide>
        <Credit invoice={invoice} done={credit.close} />
      </Dialog>
      <Dialog opened={adjusting} close={adjust.close} title={say('Write off or withhold')}>
        <Adjust invoice={invoice} done={adjust.close} />
      </Dialog>
    </>
  )
}

function Credit({ invoice, done }: { invoice: Invoice; done: () => void }) {
  const [header] = useState(wishKey)
  const [isWhole, setWhole] = useState(true)
  const crediting = useAct(
    (body: Schemas['CreateCreditNote']) =>
      answered(api.POST('/business/credit-note/create', { params: { header }, body })),
    'Credit note made',
    done,
  )
  const linesIn = (written: Record<string, string>) =>
    invoice.items.flatMap((_, index) => {
      const amount = Number((written[`line${index + 1}`] ?? '').replaceAll(',', ''))
      return amount > 0 ? [{ line: index + 1, amount }] : []
    })
  return (
    <Form
      work={crediting}
      button="Make the credit note"
      cancel={done}
      send={(written) =>
        crediting.mutate({
          invoiceid: invoice._id,
          reason: written['reason'] ?? '',
          ...(!isWhole && { items: linesIn(written) }),
        })
      }
    >
      <TextInput
        label={say('Why')}
        description={say('Printed on the note')}
        name="reason"
        required
        maxLength={500}
        data-autofocus
        error={wrongIn(crediting)['reason']}
      />
      <Checkbox
        label={say('Take back all that is left')}
        checked={isWhole}
        onChange={(event) => setWhole(event.currentTarget.checked)}
      />
      {!isWhole && (
        <Stack gap="xs">
          <Text size="sm">{say('How much of each line, before discount and tax:')}</Text>
          {invoice.items.map((item, index) => (
            <Group key={index} justify="space-between" wrap="nowrap">
              <Text size="sm">
                {item.name} · {sayMoney(item.total, invoice.currency)}
              </Text>
              <NumberInput
                aria-label={say('Take back of line {number}', { number: index + 1 })}
                name={`line${index + 1}`}
                min={0}
                max={item.total}
                w={130}
              />
            </Group>
          ))}
        </Stack>
      )}
    </Form>
  )
}

const kinds = {
  write_off: 'Write off: it will never be paid',
  withholding: 'Tax withheld by the customer',
  rounding: 'A few cents, rounded away',
} as const
const withheld = { vat: 'VAT', income: 'Income tax' } as const

function Adjust({ invoice, done }: { invoice: Invoice; done: () => void }) {
  const [header] = useState(wishKey)
  const [kind, setKind] = useState<keyof typeof kinds>('write_off')
  const adjusting = useAct(
    (body: Schemas['AddInvoiceAdjustment']) =>
      answered(
        api.POST('/business/invoice/{id}/adjustment/add', { params: { path: { id: invoice._id }, header }, body }),
      ),
    'Invoice adjusted',
    done,
  )
  const wrong = wrongIn(adjusting)
  return (
    <Form
      work={adjusting}
      button="Adjust"
      cancel={done}
      send={({ reason = '', amount = '', withheld, certificateno, certificatedate }) =>
        adjusting.mutate({
          kind,
          reason,
          amount: Number(amount.replaceAll(',', '')),
          ...(kind === 'withholding' && {
            withheld: withheld as 'vat' | 'income',
            certificateno: certificateno ?? '',
            certificatedate: certificatedate || null,
          }),
        })
      }
    >
      <Select
        label={say('What it is')}
        data={Object.entries(kinds).map(([value, word]) => ({ value, label: say(word) }))}
        value={kind}
        onChange={(chosen) => setKind(chosen as keyof typeof kinds)}
      />
      <NumberInput
        label={say('Amount ({currency})', { currency: invoice.currency })}
        name="amount"
        defaultValue={invoice.balance}
        min={0.01}
        max={invoice.balance}
        required
        error={wrong['amount']}
      />
      {kind === 'withholding' && (
        <>
          <Select
            label={say('Which tax')}
            name="withheld"
            data={Object.entries(withheld).map(([value, word]) => ({ value, label: say(word) }))}
            defaultValue="vat"
          />
          <TextInput
            label={say('Number of the certificate')}
            name="certificateno"
            required
            error={wrong['certificateno']}
          />
          <TextInput
            label={say('Date of the certificate')}
            name="certificatedate"
            type="date"
            error={wrong['certificatedate']}
          />
        </>
      )}
      <TextInput label={say('Why')} name="reason" required maxLength={500} error={wrong['reason']} />
    </Form>
  )
}
