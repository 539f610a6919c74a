import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useRef, type FocusEvent } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { AskFirst } from '../parts/ask-first.tsx'
import { Form, wrongIn } from '../parts/form.tsx'
import { Tag } from '../parts/tag.tsx'
import { useSession, whyNot } from '../session.ts'
import { say, type Sentence } from '../words/say.ts'

type Template = Schemas['MessageTemplate']
export type Draft = Pick<Template, 'title' | 'text'>
type Field = HTMLInputElement | HTMLTextAreaElement

const placeholders: Record<string, Sentence> = {
  business: 'Name of the business',
  customer: 'Name of the customer',
  invoice: 'Number of the invoice',
  title: 'Title of the invoice',
  total: 'Total of the invoice',
  amount: 'Amount',
  balance: 'Still to be paid',
  due: 'When it is due',
  paybill: 'Paybill',
  account: 'Account number',
  howtopay: 'How to pay',
  link: 'Link to pay',
  stop: 'Link to choose or stop',
  receipt: 'Number of the receipt',
  payment: 'M-PESA code',
  paidon: 'Day it was paid',
}

type Props = { template: Template; draft: Draft | null; keep: (draft: Draft | null) => void }

/** A text as the business wants it, with buttons for what is put in for each customer. */
export function MessageEditor({ template, draft, keep }: Props) {
  const why = whyNot(useSession(), 'write')
  const { title, text } = draft ?? template
  const body = useRef<HTMLTextAreaElement>(null)
  const last = useRef<Field>(null)
  const remember = ({ currentTarget }: FocusEvent<Field>) => {
    last.current = currentTarget
  }
  const { purpose, channel, language } = template
  const write = (words: { title: string | null; text: string | null }) =>
    answered(
      api.PATCH('/business/message/template/update', {
        params: { header: wishKey() },
        body: { purpose, channel, language, ...words },
      }),
    )
  const saving = useAct(
    () => write({ title: channel === 'email' ? title : null, text }),
    'Text saved',
    () => keep(null),
  )
  const wrong = wrongIn(saving)
  return (
    <Stack>
      <Group justify="space-between">
        <Tag colour={template.own ? 'teal' : 'gray'}>
          {say(draft ? 'Not saved yet' : template.own ? 'Your text' : 'Our text')}
        </Tag>
        {draft && (
          <Button size="xs" variant="subtle" onClick={() => keep(null)}>
            {say('Undo what was written')}
          </Button>
        )}
        {!draft && template.own && (
          <AskFirst
            button="Back to ours"
            size="xs"
            question={say('Your text is forgotten, and messages are written as they were before.')}
            said="Text saved"
            why={why}
            work={() => write({ title: null, text: null })}
          />
        )}
      </Group>
      <Form work={saving} button="Save" why={why} send={() => saving.mutate(undefined)}>
        {channel === 'email' && (
          <TextInput
            label={say('Subject')}
            value={title}
            onChange={(event) => keep({ title: event.currentTarget.value, text })}
            onFocus={remember}
            maxLength={200}
            readOnly={why !== null}
            error={wrong['title']}
          />
        )}
        <Textarea
          ref={body}
          label={say('Text')}
          value={text}
          onChange={(event) => keep({ title, text: event.currentTarget.value })}
          onFocus={remember}
          autosize
          minRows={channel === 'sms' ? 5 : 10}
          maxRows={22}
          maxLength={5000}
          readOnly={why !== null}
          error={wrong['text']}
        />
        {why === null && (
          <div role="group" aria-label={say('Put in where the cursor is')}>
            <Text size="sm" c="dimmed" mb={6} aria-hidden="true">
              {say('Put in where the cursor is')}
            </Text>
            <Group gap={6}>
              {template.placeholders.map((name) => (
                <Button
                  key={name}
                  size="compact-sm"
                  variant="default"
                  fw={400}
                  title={`{${name}}`}
                  onClick={() => insert(last.current ?? body.current, `{${name}}`)}
                >
                  {placeholders[name] ? say(placeholders[name]) : `{${name}}`}
                </Button>
              ))}
            </Group>
          </div>
        )}
      </Form>
    </Stack>
  )
}

/** Puts it where the cursor stands, in place of what is marked; the page hears of it as if it had been typed. */
function insert(field: Field | null, words: string): void {
  if (!field) return
  const end = field.value.length
  field.setRangeText(words, field.selectionStart ?? end, field.selectionEnd ?? end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
