import { say } from '../words/say.ts'

/** How money came, as people call it. */
export function sayChannel(channel: string): string {
  return channel === 'mpesa' ? say('M-PESA') : channel === 'manual' ? say('By hand') : channel
}
