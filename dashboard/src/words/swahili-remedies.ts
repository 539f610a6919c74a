import type { Remedy } from '@kusanya/domain/importing/remedies.ts'

/** What is said of the rows of a file. */
export const remedies = {
  'it has more cells than there are columns: put quotes around a text with a separator in it':
    'una visanduku zaidi ya safu zilizopo: weka alama za kunukuu kwenye maandishi yenye kitenganishi ndani yake',
  'it says the same as row {row}': 'unasema sawa na mstari wa {row}',
  '“{word}” has another row that is wrong (row {row}): mend that, and import both':
    '“{word}” ina mstari mwingine wenye kosa (mstari wa {row}): rekebisha huo, kisha ingiza yote miwili',
  'name is empty: write who it is': 'name ni tupu: andika ni nani',
  'email “{typed}” is none: write one such as amina@example.com':
    'email “{typed}” si sahihi: andika kama amina@example.com',
  'phone “{typed}” is none: write it as 0712 345 678, or with + and the code of the country':
    'phone “{typed}” si sahihi: andika kama 0712 345 678, au kwa + na msimbo wa nchi',
  'phone “{typed}” was cut short by the spreadsheet: format the column as text, and type it again':
    'phone “{typed}” ilifupishwa na programu ya Excel: fanya safu iwe ya maandishi, kisha uandike tena',
  'currency “{typed}” is none: write three letters, such as KES':
    'currency “{typed}” si sahihi: andika herufi tatu, kama KES',
  'type “{typed}” is none: write individual or business': 'type “{typed}” si sahihi: andika individual au business',
  '{phone} is the phone of the customer {name} already': '{phone} tayari ni simu ya mteja {name}',
  'customer “{typed}” is not known: write an account number, a phone or an id':
    'customer “{typed}” hajulikani: andika namba ya akaunti, simu au id',
  'customer “{typed}” is any of {count}: write an account number, a phone or an id':
    'customer “{typed}” ni yeyote kati ya {count}: andika namba ya akaunti, simu au id',
  'item “{typed}” is not known: write the title, SKU or id of a product':
    'item “{typed}” haijulikani: andika kichwa, SKU au id ya bidhaa',
  'item “{typed}” is any of {count}: write the title, SKU or id of a product':
    'item “{typed}” ni yoyote kati ya {count}: andika kichwa, SKU au id ya bidhaa',
  'quantity “{typed}” is none: write a whole number from 1':
    'quantity “{typed}” si sahihi: andika namba kamili kuanzia 1',
  'rate “{typed}” is no amount: write it as 1500 or 1500.50': 'rate “{typed}” si kiasi: andika kama 1500 au 1500.50',
  'due “{typed}” is no day: write it as 2031-03-15': 'due “{typed}” si siku: andika kama 2031-03-15',
  'title “{typed}” is not that of the same invoice above: write it once (row {row})':
    'title “{typed}” si ya ankara ile ile iliyo juu: kiandike mara moja (mstari wa {row})',
  '{name}: {what}, due {day}': '{name}: {what}, mwisho {day}',
} as const satisfies Record<Remedy, string>
