import { TextInput, type TextInputProps } from '@mantine/core'
import { useUncontrolled } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { say } from '../words/say.ts'

type Props = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'min' | 'max'> & {
  value?: number | string
  defaultValue?: number | string
  /** The number that is written; '' while there is none. */
  onChange?: (value: number | string) => void
  min?: number
  max?: number
  /** How many digits there may be after the point. */
  decimals?: number
  suffix?: string
}

/**
 * A number that is not below nothing. What is typed stays as it is typed, so that nothing jumps under the cursor; commas
 * between the thousands come when one leaves it. What is too much is not cut, but said when it is sent.
 */
export function NumberInput({
  value,
  defaultValue = '',
  onChange,
  min,
  max,
  decimals = 2,
  suffix = '',
  ...props
}: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [kept, keep] = useUncontrolled<number | string>({
    ...(value !== undefined && { value }),
    defaultValue,
    finalValue: '',
    ...(onChange && { onChange }),
  })
  const [typing, setTyping] = useState<string | null>(null)
  useEffect(() => box.current?.setCustomValidity(wrong(kept, min, max)), [kept, min, max])
  return (
    <TextInput
      {...props}
      ref={box}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={typing ?? written(kept, suffix)}
      onChange={({ currentTarget }) => {
        const typed = currentTarget.value.replace(/[^\d.,\s%]/g, '')
        setTyping(typed)
        keep(numberIn(typed, decimals))
      }}
      onBlur={() => setTyping(null)}
    />
  )
}

/** `12,345.5 %`. */
function written(kept: number | string, suffix: string): string {
  return kept === '' ? '' : Number(kept).toLocaleString('en-GB', { maximumFractionDigits: 20 }) + suffix
}

/** 1500.5 of `1,500.507`: what is more than there may be after the point is cut. */
function numberIn(text: string, decimals: number): number | string {
  const [whole = '', rest = ''] = text.replace(/[^\d.]/g, '').split('.')
  return whole + rest === '' ? '' : Number(`${whole || 0}.${rest.slice(0, decimals)}`)
}

/** What the browser says of it when it is sent; '' when nothing is wrong. */
function wrong(kept: number | string, min?: number, max?: number): string {
  if (kept === '') return ''
  if (min !== undefined && Number(kept) < min) return say('At least {least}', { least: written(min, '') })
  if (max !== undefined && Number(kept) > max) return say('At most {most}', { most: written(max, '') })
  return ''
}
