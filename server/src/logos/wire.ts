import { writeInstant } from '@kusanya/domain/day.ts'
import { Type, type Static } from 'typebox'
import { named, submission } from '../http/fields.ts'
import type { Logo } from './logos.ts'

/** In base64 a third larger than as bytes; what is over is refused by its own name. */
export const SetLogoBody = Type.Object(
  {
    image: Type.String({
      minLength: 1,
      maxLength: 500_000,
      pattern: '^[A-Za-z0-9+/\\s]+={0,2}\\s*$',
      wording: 'image must be a PNG or JPEG in base64',
      missing: 'image is required',
      description: 'A PNG (8 bits, not interlaced) or JPEG of at most 64 KB and 2,000 pixels a side, in base64',
    }),
  },
  submission,
)

export const LogoOnWire = named('Logo', {
  type: Type.Enum(['image/png', 'image/jpeg'] as const),
  width: Type.Integer(),
  height: Type.Integer(),
  image: Type.String({ description: 'The picture, in base64' }),
  updatedat: Type.String(),
})

export function presentLogo({ type, width, height, bytes, changedAt }: Logo): Static<typeof LogoOnWire> {
  return { type, width, height, image: bytes.toString('base64'), updatedat: writeInstant(changedAt) }
}
