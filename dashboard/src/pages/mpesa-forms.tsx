import { Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct, wishKey } from '../act.ts'
import { answered, api, type Schemas } from '../api.ts'
import { Form, wrongIn } from '../parts/form.tsx'
import { PasswordBox } from '../parts/password-box.tsx'
import { Select } from '../parts/select.tsx'
import { say } from '../words/say.ts'

type Shortcode = Schemas['Shortcode']
type Props = { shortcode: Shortcode; done: () => void }

/** Keys are sealed as soon as they arrive, and never shown again; a passkey that is left empty stays as it was. */
export function Connect({ shortcode, done }: Partial<Props> & Pick<Props, 'done'>) {
  const [header] = useState(wishKey)
  const connecting = useAct(
    (body: Schemas['ConnectShortcode']) =>
      answered(api.POST('/business/shortcode/connect', { params: { header }, body })),
    'Paybill connected',
    done,
  )
  const wrong = wrongIn(connecting)
  const secret = { required: true, autoComplete: 'off' }
  return (
    <Form
      work={connecting}
      button="Connect"
      cancel={done}
      send={({
        environment,
        consumerkey = '',
        consumersecret = '',
        passkey,
        email = '',
        officialcontact = '',
        ...more
      }) =>
        connecting.mutate({
          shortcode: shortcode?.shortcode ?? more['shortcode'] ?? '',
          environment: environment === 'production' ? 'production' : 'sandbox',
          consumerkey,
          consumersecret,
          email,
          officialcontact,
          ...(passkey && { passkey }),
        })
      }
    >
      {!shortcode && (
        <TextInput
          label={say('Business number')}
          name="shortcode"
          inputMode="numeric"
          required
          data-autofocus
          error={wrong['shortcode']}
        />
      )}
      <Select
        label={say('Where')}
        name="environment"
        defaultValue={shortcode?.environment ?? 'production'}
        data={[
          { value: 'production', label: say('Production') },
          { value: 'sandbox', label: say('Sandbox') },
        ]}
      />
      <PasswordBox label={say('Consumer key')} name="consumerkey" {...secret} error={wrong['consumerkey']} />
      <PasswordBox label={say('Consumer secret')} name="consumersecret" {...secret} error={wrong['consumersecret']} />
      <PasswordBox
        label={say('Passkey')}
        description={say('For asking phones to pay. Empty: as it was')}
        name="passkey"
        autoComplete="off"
        error={wrong['passkey']}
      />
      <TextInput
        label={say('E-mail shown to customers')}
        name="email"
        type="email"
        required
        defaultValue={shortcode?.email ?? ''}
        error={wrong['email']}
      />
      <TextInput
        label={say('Phone shown to customers')}
        name="officialcontact"
        type="tel"
        required
        defaultValue={shortcode?.officialcontact ?? ''}
        error={wrong['officialcontact']}
      />
    </Form>
  )
}

/** In whose name Safaricom is asked about receipts and gives money back. */
export function Operator({ shortcode, done }: Props) {
  const [header] = useState(wishKey)
  const setting = useAct(
    (body: Schemas['SetShortcodeOperator']) =>
      answered(
        api.POST('/business/shortcode/{id}/operator', { params: { path: { id: shortcode._id }, header }, body }),
      ),
    'Operator set',
    done,
  )
  const wrong = wrongIn(setting)
  return (
    <Form
      work={setting}
      button="Set the operator"
      cancel={done}
      send={({ name = '', password = '', certificate = '' }) => setting.mutate({ name, password, certificate })}
    >
      <Text size="sm">{say('In his name Safaricom is asked about receipts, and gives money back.')}</Text>
      <TextInput
        label={say('Name in the M-PESA portal')}
        name="name"
        required
        defaultValue={shortcode.operator?.name ?? ''}
        error={wrong['name']}
      />
      <PasswordBox label={say('Password')} name="password" required autoComplete="off" error={wrong['password']} />
      <Textarea
        label={say('Certificate of Safaricom')}
        description={say('The PEM file of this environment; the password is encrypted with it and not kept')}
        name="certificate"
        rows={4}
        required
        error={wrong['certificate']}
      />
    </Form>
  )
}

export function TryPhone({ shortcode, done }: Props) {
  const [header] = useState(wishKey)
  const trying = useAct(
    (phone: string) =>
      answered(
        api.POST('/business/shortcode/{id}/test', { params: { path: { id: shortcode._id }, header }, body: { phone } }),
      ),
    'The phone was asked',
    done,
  )
  return (
    <Form work={trying} button="Ask the phone" cancel={done} send={({ phone = '' }) => trying.mutate(phone)}>
      <TextInput
        label={say('Phone')}
        description={say('It is asked for one shilling')}
        name="phone"
        type="tel"
        required
        placeholder="0712 345 678"
        data-autofocus
        error={wrongIn(trying)['phone']}
      />
    </Form>
  )
}
