import { NativeSelect, type NativeSelectProps } from '@mantine/core'

type Choice = { value: string; label: string }
type Props = Omit<NativeSelectProps, 'data' | 'value' | 'defaultValue' | 'onChange'> & {
  data: readonly (string | Choice)[]
  value?: string | null
  defaultValue?: string | null
  /** What was chosen; null is nothing. */
  onChange?: (value: string | null) => void
  /** What it says when nothing is chosen; without it, something always is. */
  placeholder?: string
}

/** One of a few. The browser's own: right on each phone, and a tenth of what a drawn list weighs. */
export function Select({ data, value, defaultValue, onChange, placeholder, ...props }: Props) {
  return (
    <NativeSelect
      {...props}
      {...(value !== undefined && { value: value ?? '' })}
      {...(defaultValue !== undefined && { defaultValue: defaultValue ?? '' })}
      onChange={(event) => onChange?.(event.currentTarget.value || null)}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {data.map((choice) => {
        const { value, label } = typeof choice === 'string' ? { value: choice, label: choice } : choice
        return (
          <option key={value} value={value}>
            {label}
          </option>
        )
      })}
    </NativeSelect>
  )
}
