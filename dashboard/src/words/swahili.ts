import { bills } from './swahili-bills.ts'
import { books } from './swahili-books.ts'
import { customers } from './swahili-customers.ts'
import { deeds } from './swahili-deeds.ts'
import { frame } from './swahili-frame.ts'
import { importing } from './swahili-import.ts'
import { invoices } from './swahili-invoices.ts'
import { messages } from './swahili-messages.ts'
import { people } from './swahili-people.ts'
import { remedies } from './swahili-remedies.ts'
import { settings } from './swahili-settings.ts'

/** What the dashboard says in Kiswahili, by the English sentence. What stands in braces is put in by who says it. */
export const swahili = {
  ...frame,
  ...bills,
  ...books,
  ...settings,
  ...importing,
  ...remedies,
  ...deeds,
  ...messages,
  ...invoices,
  ...customers,
  ...people,
}
