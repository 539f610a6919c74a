import { lazy } from 'react'
import type { Schemas } from '../api.ts'
import { Opening } from '../parts/opening.tsx'
import { useSession, whyNot } from '../session.ts'
import { say } from '../words/say.ts'

type Account = Schemas['Account']

// Fetched by who uses credit.
const PayFromCredit = lazy(async () => ({ default: (await import('./credit-forms.tsx')).PayFromCredit }))
const RefundCredit = lazy(async () => ({ default: (await import('./credit-forms.tsx')).RefundCredit }))

/** What may be done with money that no invoice has asked for yet. */
export function CreditDeeds({ account }: { account: Account }) {
  const why = whyNot(useSession(), 'payments') ?? (account.credit > 0 ? null : say('It has no credit'))
  const whyNotPaid = why ?? (account.balance > 0 ? null : say('It owes nothing'))
  return (
    <>
      <Opening button={say('Pay from credit')} plain why={whyNotPaid} title={say('Pay from credit')}>
        {(done) => <PayFromCredit account={account} done={done} />}
      </Opening>
      <Opening button={say('Give credit back')} plain why={why} title={say('Give credit back')}>
        {(done) => <RefundCredit account={account} done={done} />}
      </Opening>
    </>
  )
}
