/** Reads the ways Kenyans write a mobile number (`0712 345 678`, `+254 712…`, `254712…`, `712…`) to `254712345678`, or null. */
export function readPhone(text: string): string | null {
  const digits = text.replace(/[\s()\-.]/g, '').replace(/^\+/, '')
  const [, subscriber] = /^(?:254|0)?([17]\d{8})$/.exec(digits) ?? []
  return subscriber ? `254${subscriber}` : null
}

/** `254712345678` → `0712 345 678`; what is no Kenyan mobile number stays as it is. */
export function localPhone(phone: string): string {
  const [, first, second, third] = /^254(\d{3})(\d{3})(\d{3})$/.exec(readPhone(phone) ?? '') ?? []
  return first ? `0${first} ${second} ${third}` : phone
}

/** `254712345678` → `0712 ••• 678`. */
export function maskedPhone(phone: string): string {
  return localPhone(phone).replace(/^(\d{4}) \d{3} /, '$1 ••• ')
}
