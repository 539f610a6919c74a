import { test } from 'vitest'
import { tell } from './tell.ts'

// What every line must come to. Empty is nothing; a column of an account is what it owes.
const minutes = { timeout: 300_000 }

test.concurrent('a family of three', minutes, () =>
  tell(
    { 'Wanjiku Kamau': ['Amani', 'Baraka', 'Chausiku'] },
    '2031-01-05',
    `
date       | what happens                              | Amani  | Baraka | Chausiku | credit | suspense
-----------|-------------------------------------------|--------|--------|----------|--------|---------
2031-01-06 | bill Amani 15,000 due 2031-01-31 as A1    | 15,000 |        |          |        |
2031-01-06 | bill Baraka 12,000 due 2031-01-31 as B1   | 15,000 | 12,000 |          |        |
2031-01-06 | bill Chausiku 9,000 due 2031-01-31 as C1  | 15,000 | 12,000 | 9,000    |        |
2031-01-10 | pay Amani 36,000 by Paybill as One        |        | 12,000 | 9,000    | 21,000 |
2031-01-11 | move One to A1, B1, C1                    |        |        |          |        |
2031-05-05 | bill Amani 15,000 due 2031-05-31 as A2    | 15,000 |        |          |        |
2031-05-05 | bill Chausiku 9,000 due 2031-05-31 as C2  | 15,000 |        | 9,000    |        |
2031-05-07 | pay Baraka 9,000 by Paybill as Sibling    | 15,000 |        | 9,000    | 9,000  |
2031-05-08 | move Sibling to C2                        | 15,000 |        |          |        |
2031-05-09 | somebody pays 5,000 for "AUNT" as Aunt    | 15,000 |        |          |        | 5,000
2031-05-12 | move Aunt to A2                           | 10,000 |        |          |        |
2031-05-13 | pay Amani 10,000 by Paybill as Twice      |        |        |          |        |
2031-05-13 | pay Amani 10,000 by Paybill as Again      |        |        |          | 10,000 |
2031-05-14 | reverse Again                             |        |        |          |        |
2031-09-01 | pay Amani 16,500 by Paybill               |        |        |          | 16,500 |
2031-09-02 | bill Amani 15,000 due 2031-09-30 as A3    |        |        |          | 1,500  |
`,
  ),
)

test.concurrent('a term at a school', minutes, () =>
  tell(
    { 'Njeri Mwangi': ['Daudi'], 'Akinyi Odhiambo': ['Esther'] },
    '2031-01-05',
    `
date       | what happens                               | Daudi  | Esther | credit | suspense
-----------|--------------------------------------------|--------|--------|--------|---------
2031-01-06 | bill Daudi 45,000 due 2031-02-28 as Fees   | 45,000 |        |        |
2031-01-06 | bill Esther 45,000 due 2031-02-28 as Hers  | 45,000 | 45,000 |        |
2031-01-13 | pay Daudi 10,000 by Paybill                | 35,000 | 45,000 |        |
2031-01-20 | pay Fees 10,000 on the prompt              | 25,000 | 45,000 |        |
2031-01-27 | receive 15,000 by cash for Fees            | 10,000 | 45,000 |        |
2031-02-03 | pay Esther 45,000 by Paybill as All        | 10,000 |        |        |
2031-02-10 | bill Daudi 3,500 due 2031-02-20 as Trip    | 13,500 |        |        |
2031-02-12 | pay Daudi 5,000 by Paybill                 | 8,500  |        |        |
2031-02-17 | credit note of 20,000 on Hers              | 8,500  |        | 20,000 |
2031-02-18 | refund 15,000 to Esther                    | 8,500  |        | 5,000  |
2031-03-01 | pay Trip 4,000 on the prompt               | 4,500  |        | 5,000  |
2031-03-05 | bill Esther 6,000 due 2031-03-20 as Books  | 4,500  | 1,000  |        |
2031-03-31 | write off 500 of Fees                      | 4,000  | 1,000  |        |
2031-04-02 | receive 1,000 by cheque for Books          | 4,000  |        |        |
`,
  ),
)

test.concurrent('a landlord’s year', minutes, () =>
  tell(
    { Kilonzo: ['Room1'], Halima: ['Room2'] },
    '2030-12-31',
    `
date       | what happens                                | Room1  | Room2  | credit | suspense
-----------|---------------------------------------------|--------|--------|--------|---------
2031-01-01 | bill Room1 20,000 due 2031-01-05 as K01     | 20,000 |        |        |
2031-01-01 | bill Room2 18,000 due 2031-01-05 as H01     | 20,000 | 18,000 |        |
2031-01-04 | pay Room1 20,000 by Paybill                 |        | 18,000 |        |
2031-01-09 | pay Room2 10,000 by Paybill                 |        | 8,000  |        |
2031-02-01 | bill Room1 20,000 due 2031-02-05 as K02     | 20,000 | 8,000  |        |
2031-02-01 | bill Room2 18,000 due 2031-02-05 as H02     | 20,000 | 26,000 |        |
2031-02-03 | pay Room2 20,000 by Paybill                 | 20,000 | 6,000  |        |
2031-02-05 | receive 60,000 by cheque for K02 as Cheque  |        | 6,000  | 40,000 |
2031-03-01 | bill Room1 20,000 due 2031-03-05 as K03     |        | 6,000  | 20,000 |
2031-03-01 | bill Room2 18,000 due 2031-03-05 as H03     |        | 24,000 | 20,000 |
2031-03-06 | reverse Cheque                              | 40,000 | 24,000 |        |
2031-03-08 | pay Room1 40,000 by Paybill                 |        | 24,000 |        |
2031-03-09 | pay Room2 24,000 by Paybill                 |        |        |        |
2031-04-01 | bill Room1 20,000 due 2031-04-05 as K04     | 20,000 |        |        |
2031-04-03 | pay Room1 19,000 by Paybill                 | 1,000  |        |        |
2031-04-20 | credit note of 1,000 on K04                 |        |        |        |
2031-06-01 | pay Room1 60,000 by Paybill as Ahead        |        |        | 60,000 |
2031-06-02 | bill Room1 20,000 due 2031-06-05 as K06     |        |        | 40,000 |
2031-07-01 | bill Room1 20,000 due 2031-07-05 as K07     |        |        | 20,000 |
2031-08-01 | bill Room1 21,000 due 2031-08-05 as K08     | 1,000  |        |        |
2031-08-04 | somebody pays 1,000 for "ROOM ONE" as Odd   | 1,000  |        |        | 1,000
2031-08-05 | move Odd to K08                             |        |        |        |
2031-12-01 | bill Room2 18,000 due 2031-12-05 as H12     |        | 18,000 |        |
2031-12-20 | pay Room2 11,000 by Paybill                 |        | 7,000  |        |
2031-12-31 | write off 7,000 of H12                      |        |        |        |
`,
  ),
)

test.concurrent('a water company’s month', minutes, () =>
  tell(
    { Muthoni: ['MeterA'], Juma: ['MeterB'], Chebet: ['MeterC'] },
    '2031-03-31',
    `
date       | what happens                                 | MeterA   | MeterB   | MeterC | credit | suspense
-----------|----------------------------------------------|----------|----------|--------|--------|---------
2031-04-01 | bill MeterA 1,234.56 due 2031-04-15 as MA    | 1,234.56 |          |        |        |
2031-04-01 | bill MeterB 2,080.40 due 2031-04-15 as MB    | 1,234.56 | 2,080.40 |        |        |
2031-04-01 | bill MeterC 310 due 2031-04-15 as MC         | 1,234.56 | 2,080.40 | 310    |        |
2031-04-03 | pay MeterA 1,235 by Paybill                  |          | 2,080.40 | 310    | 0.44   |
2031-04-04 | pay MeterB 2,080 by Paybill                  |          | 0.40     | 310    | 0.44   |
2031-04-05 | round off 0.40 of MB                         |          |          | 310    | 0.44   |
2031-04-08 | pay MeterA 310 by Paybill as Neighbour       |          |          | 310    | 310.44 |
2031-04-09 | move Neighbour to MC                         |          |          |        | 0.44   |
2031-04-15 | somebody pays 700 for "77-X" as Unknown      |          |          |        | 0.44   | 700
2031-04-20 | bill MeterA 99.56 due 2031-04-30 as Leak     | 99.12    |          |        |        | 700
2031-04-22 | credit note of 50 on Leak                    | 49.12    |          |        |        | 700
2031-04-25 | pay Leak 49 on the prompt                    | 0.12     |          |        |        | 700
2031-04-28 | reverse Unknown                              | 0.12     |          |        |        |
2031-04-30 | write off 0.12 of Leak                       |          |          |        |        |
`,
  ),
)

test.concurrent('invoices to a firm that withholds tax', minutes, () =>
  tell(
    { 'Buyer Limited': ['Firm'] },
    '2031-06-01',
    `
date       | what happens                                         | Firm    | credit | suspense
-----------|------------------------------------------------------|---------|--------|---------
2031-06-02 | bill Firm 100,000 plus VAT due 2031-07-02 as Works   | 116,000 |        |
2031-06-20 | withhold 2,000 vat tax of Works by WHV-1             | 114,000 |        |
2031-06-20 | withhold 5,000 income tax of Works by WHT-1          | 109,000 |        |
2031-06-25 | receive 109,000 by bank for Works                    |         |        |
2031-07-01 | bill Firm 50,000 plus VAT due 2031-08-01 as More     | 58,000  |        |
2031-07-10 | credit note of 10,000 on More                        | 46,400  |        |
2031-07-15 | withhold 800 vat tax of More by WHV-2                | 45,600  |        |
2031-07-15 | withhold 2,000 income tax of More by WHT-2           | 43,600  |        |
2031-07-20 | pay Firm 50,000 by Paybill                           |         | 6,400  |
2031-07-25 | refund 6,400 to Firm                                 |         |        |
`,
  ),
)
