import { bills } from './swahili-bills.ts'
import { frame } from './swahili-frame.ts'
import { settings } from './swahili-settings.ts'

/** What the dashboard says in Kiswahili, by the English sentence. What stands in braces is put in by who says it. */
export const swahili = { ...frame, ...bills, ...settings }
