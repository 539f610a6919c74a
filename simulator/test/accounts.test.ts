import { expect, test } from 'vitest'
import { billPath, caller, invoice, listener, optInBody, simulator } from './world.ts'

async function optedIn() {
  const daraja = await simulator()
  const business = await listener()
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  return { daraja, business, post }
}

const single = `${billPath}/single-invoicing`

test('an account number that the menu could not take cannot be billed, and the longest it takes can be paid', async () => {
  const { daraja, post } = await optedIn()
  const long = 'A'.repeat(21)
  expect((await post(single, invoice({ accountReference: long }))).body).toMatchObject({
    rescode: '400',
    Status_Message: 'Bad Request - Invalid accountReference',
  })
  const account = 'A'.repeat(20)
  expect((await post(single, invoice({ accountReference: account }))).body).toMatchObject({ rescode: '200' })
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account, amount: 2500 })
  expect(daraja.phone('254708374149').inbox[0]?.bill?.owed).toBe(0)
})

test('a bill is found however its account number is typed, and the business is told what was typed', async () => {
  const { daraja, business, post } = await optedIn()
  daraja.switches({ pushUnknownAccounts: false })
  await post(single, invoice({ accountReference: 'Acc-1' }))
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: ' aCC-1', amount: 500 })
  await daraja.settled()
  expect(daraja.phone('254708374149').inbox[0]?.bill?.owed).toBe(2000)
  expect(business.bodies('/bills')).toMatchObject([{ accountReference: 'aCC-1' }])
})
