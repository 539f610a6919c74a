/** Everything that is said of a row: what is wrong and what to write instead, or what to look at. Words in braces are filled in. */
export type Remedy =
  | 'it has more cells than there are columns: put quotes around a text with a separator in it'
  | 'it says the same as row {row}'
  | '“{word}” has another row that is wrong (row {row}): mend that, and import both'
  | 'name is empty: write who it is'
  | 'email “{typed}” is none: write one such as amina@example.com'
  | 'phone “{typed}” is none: write it as 0712 345 678, or with + and the code of the country'
  | 'phone “{typed}” was cut short by the spreadsheet: format the column as text, and type it again'
  | 'currency “{typed}” is none: write three letters, such as KES'
  | 'type “{typed}” is none: write individual or business'
  | '{phone} is the phone of the customer {name} already'
  | 'customer “{typed}” is not known: write an account number, a phone or an id'
  | 'customer “{typed}” is any of {count}: write an account number, a phone or an id'
  | 'item “{typed}” is not known: write the title, SKU or id of a product'
  | 'item “{typed}” is any of {count}: write the title, SKU or id of a product'
  | 'quantity “{typed}” is none: write a whole number from 1'
  | 'rate “{typed}” is no amount: write it as 1500 or 1500.50'
  | 'due “{typed}” is no day: write it as 2031-03-15'
  | 'title “{typed}” is not that of the same invoice above: write it once (row {row})'
  | '{name}: {what}, due {day}'

/** Says it in the language of who imports. */
export type SayRemedy = (remedy: Remedy, about: Record<string, string | number>) => string

export const inEnglish: SayRemedy = (remedy, about) =>
  remedy.replace(/\{(\w+)\}/g, (_, name: string) => String(about[name] ?? ''))
