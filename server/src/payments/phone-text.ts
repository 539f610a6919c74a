import type { PayerPhone } from '@kusanya/mpesa'

/** A payer's phone as a payment keeps it: `254…`, masked, or a hash. */
export function phoneText(phone: PayerPhone): string | null {
  switch (phone.kind) {
    case 'full':
      return phone.msisdn
    case 'masked':
      return phone.text
    case 'hashed':
      return phone.sha256
    case 'absent':
      return null
  }
}
