import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { sayDay } from '../parts/dates.ts'
import { sayMoney } from '../parts/money.tsx'
import { Sideways } from '../parts/sideways.tsx'
import { Table } from '../parts/table.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, spokenLanguage, type Sentence } from '../words/say.ts'

type Invoice = Schemas['Invoice']
type Adjustment = Schemas['Adjustment']
type Paper = { key: string; name: string; about: string; amount: number; at: string; pdf?: string; undo?: Undo | null }
type Undo = { question: string; work: (reason: string) => Promise<unknown> }

const kinds: Record<Adjustment['kind'], Sentence> = {
  credit_note: 'Credit note',
  write_off: 'Written off',
  withholding: 'Tax withheld',
  rounding: 'Rounded away',
}

/** The papers of an invoice: receipts for what was paid, and what closed it besides money, each with its undo. */
export function InvoicePapers({ invoice }: { invoice: Invoice }) {
  const session = useSession()
  const { _id: id, invoiceno, currency } = invoice
  const path = { params: { path: { id } } }
  const receipts = useQuery({
    queryKey: ['invoice', id, 'receipts'],
    enabled: invoiceno !== null && invoice.amountpaid > 0,
    queryFn: () =>
      answered(api.GET('/business/receipt/list', { params: { query: { search: `for ${invoiceno}`, limit: '50' } } })),
  })
  const notes = useQuery({
    queryKey: ['invoice', id, 'credit-notes'],
    enabled: invoice.adjusted > 0,
    queryFn: () =>
      answered(api.GET('/business/credit-note/list', { params: { query: { invoiceid: id, limit: '50' } } })),
  })
  const adjustments = useQuery({
    queryKey: ['invoice', id, 'adjustments'],
    queryFn: () => answered(api.GET('/business/invoice/{id}/adjustment/list', path)),
  })
  const mayUndo = whyNot(session, 'write') === null
  const papers: Paper[] = [
    // A number may begin like another one.
    ...(receipts.data?.data ?? [])
      .filter(({ title }) => title === `Receipt for ${invoiceno}`)
      .map((receipt) => ({
        key: receipt._id,
        name: receipt.receiptno,
        about: receipt.status === 'cancelled' ? say('Receipt, taken back') : say('Receipt'),
        amount: receipt.amount,
        at: receipt.date,
        pdf: `/business/receipt/${receipt._id}/pdf`,
      })),
    ...(notes.data?.data ?? []).map((note) => ({
      key: note._id,
      name: note.creditnoteno,
      about: [note.status === 'cancelled' ? say('Credit note, taken back') : say('Credit note'), note.reason].join(
        ': ',
      ),
      amount: note.amount,
      at: note.createdat,
      pdf: `/business/credit-note/${note._id}/pdf`,
      undo: note.status === 'issued' && mayUndo ? undoOfNote(note._id) : null,
    })),
    ...(adjustments.data?.data ?? [])
      .filter(({ kind }) => kind !== 'credit_note')
      .map((one) => ({
        key: one._id,
        name: say(kinds[one.kind]),
        about: [one.reason, one.certificateno, one.status === 'reversed' ? say('taken back') : '']
          .filter(Boolean)
          .join(' · '),
        amount: one.amount,
        at: one.createdat,
        undo: one.status === 'standing' && mayUndo ? undoOfAdjustment(id, one._id) : null,
      })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
  if (papers.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {say('Receipts and corrections')}
      </Title>
      <Sideways label={say('Receipts and corrections')}>
        <Table aria-label={say('Receipts and corrections')}>
          <Table.Tbody>
            {papers.map((paper) => (
              <Table.Tr key={paper.key}>
                <Table.Td>
                  {paper.pdf ? (
                    <Anchor href={`${paper.pdf}?lang=${spokenLanguage()}`} target="_blank" size="sm">
                      {paper.name}
                    </Anchor>
                  ) : (
                    paper.name
                  )}
                  <Text size="xs" c="dimmed">
                    {paper.about}
                  </Text>
                </Table.Td>
                <Table.Td className="minor">{sayDay(paper.at)}</Table.Td>
                <Table.Td className="amount">{sayMoney(paper.amount, currency)}</Table.Td>
                <Table.Td className="amount">
                  {paper.undo && <AskFirst button="Take back" size="xs" reason said="Taken back" {...paper.undo} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Sideways>
    </Stack>
  )
}

function undoOfNote(id: string): Undo {
  return {
    question: say('The note keeps its number, and the invoice asks for the amount again.'),
    work: (reason) =>
      answered(
        api.POST('/business/credit-note/{id}/reverse', {
          params: { path: { id }, header: wishKey() },
          body: { reason },
        }),
      ),
  }
}

function undoOfAdjustment(id: string, adjustmentid: string): Undo {
  return {
    question: say('The invoice asks for the amount again.'),
    work: (reason) =>
      answered(
        api.POST('/business/invoice/{id}/adjustment/reverse', {
          params: { path: { id }, header: wishKey() },
          body: { adjustmentid, reason },
        }),
      ),
  }
}
