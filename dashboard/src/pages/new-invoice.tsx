import { Alert, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { wholeOf } from '../invoice-form/bodies.ts'
import { anotherLike, nothingWritten, type Draft } from '../invoice-form/draft.ts'
import { InvoiceForm } from '../invoice-form/form.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

/** A new invoice: an empty one, one for a customer (`?customerid=`, and `accountid=`), or another one like one that is there (`?like=`). */
export function NewInvoice() {
  const asked = useSearch({ strict: false }) as Asked
  const { data: begun, error } = useQuery({
    queryKey: ['new-invoice', asked],
    staleTime: Infinity,
    queryFn: () => beginFrom(asked),
  })
  return (
    <>
      <PageHead title={say('New invoice')} />
      {error && <Alert color="red">{error.message}</Alert>}
      {begun && <Write begun={begun} key={JSON.stringify(asked)} />}
    </>
  )
}

type Asked = { customerid?: string; accountid?: string; like?: string }

async function beginFrom({ like, customerid, accountid = '' }: Asked): Promise<Draft> {
  if (like) {
    const { data } = await answered(api.GET('/business/invoice/details/{id}', { params: { path: { id: like } } }))
    return anotherLike(data)
  }
  if (!customerid) return nothingWritten
  const path = { id: customerid }
  const { data: thing } = await answered(api.GET('/business/customer/details/{id}', { params: { path } }))
  const customer = { value: thing._id, label: `${thing.name} · ${thing.accountno}`, thing }
  return { ...nothingWritten, customer, account: accountid }
}

function Write({ begun }: { begun: Draft }) {
  const navigate = useNavigate()
  const [header] = useState(wishKey)
  const [isDraft, keepDraft] = useState(false)
  const making = useAct(async (body: Schemas['CreateInvoice']) => {
    const { data } = await answered(api.POST('/business/invoice/create', { params: { header }, body }))
    await navigate({ to: '/invoices/$id', params: { id: data._id } })
  }, 'Invoice created')
  return (
    <InvoiceForm
      begun={begun}
      work={making}
      button="Create"
      why={whyNot(useSession(), 'write')}
      send={(draft) => making.mutate({ ...wholeOf(draft, begun), status: isDraft ? 'draft' : 'unpaid' })}
    >
      <Checkbox
        label={say('Keep it as a draft: no number, not sent to anybody')}
        checked={isDraft}
        onChange={(event) => keepDraft(event.currentTarget.checked)}
      />
    </InvoiceForm>
  )
}
