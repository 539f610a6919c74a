import { TextInput, type TextInputProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { say } from '../words/say.ts'
import { layBeside } from './beside.ts'

export type Choice<Thing> = { value: string; label: string; thing: Thing }
type Props<Thing> = Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  /** What is asked for, as a query is named; the same question is asked once. */
  what: string
  find: (search: string) => Promise<Choice<Thing>[]>
  chosen: Choice<Thing> | null
  /** Null when what was chosen is wiped away. */
  choose: (choice: Choice<Thing> | null) => void
}

/** One of however many there are: the server is asked while one types, so that nobody waits for a list of all. */
export function Pick<Thing>({ what, find, chosen, choose, ...props }: Props<Thing>) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const [search] = useDebouncedValue((typed ?? '').trim(), 200)
  const { data: choices = [], isFetched } = useQuery({
    queryKey: ['pick', what, search],
    placeholderData: keepPreviousData,
    queryFn: () => find(search),
    enabled: isOpen,
  })
  const close = () => {
    setOpen(false)
    setTyped(null)
  }
  const take = (choice: Choice<Thing> | undefined) => {
    if (choice) choose(choice)
    close()
  }
  const type = (text: string) => {
    setTyped(text)
    setAt(0)
    setOpen(true)
    if (text === '' && chosen) choose(null)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && (!isOpen || (event.key !== 'Enter' && event.key !== 'Escape'))) return
    event.preventDefault()
    if (event.key === 'Enter') return take(choices[at])
    if (event.key === 'Escape') return close()
    if (!isOpen) return setOpen(true)
    setAt((now) => Math.max(0, Math.min(choices.length - 1, now + (step ?? 0))))
  }
  return (
    <>
      <TextInput
        {...props}
        ref={box}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen && choices[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onBlur={close}
      />
      {isOpen && isFetched && (
        <div
          id={id}
          role="listbox"
          aria-label={props.label ? String(props.label) : props['aria-label']}
          className="choices"
          popover="manual"
          ref={(list) => (list && box.current ? layBeside(list, box.current, true) : undefined)}
          // What has the focus is the box; pressing here must not take it away.
          onMouseDown={(event) => event.preventDefault()}
        >
          {choices.length === 0 && <div className="choice">{say('Nothing is found.')}</div>}
          {choices.map((choice, place) => (
            <div
              key={choice.value}
              id={`${id}-${place}`}
              role="option"
              className="choice"
              aria-selected={place === at}
              ref={(option) => void (place === at && option?.scrollIntoView({ block: 'nearest' }))}
              onClick={() => take(choice)}
            >
              {choice.label}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
