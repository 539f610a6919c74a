import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { say } from '../words/say.ts'

/** A password or another secret, which can be looked at before it is sent. */
export function PasswordBox(props: PasswordInputProps) {
  return <PasswordInput visibilityToggleButtonProps={{ 'aria-label': say('Show or hide the password') }} {...props} />
}
