import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import type { Schemas } from '../api.ts'
import { Table } from '../parts/table.tsx'
import { say, type Sentence } from '../words/say.ts'
import { channels, purposes, sayChannel, sayMessage, type Channel, type Purpose } from './message-words.ts'

export type Going = Pick<Schemas['Settings'], 'invoicechannels' | 'reminderchannels' | 'receiptchannels'>

const ways: [of: keyof Going, purpose: Purpose, when: Sentence][] = [
  ['invoicechannels', 'invoice', 'When it is issued'],
  ['reminderchannels', 'reminder', 'On the days below'],
  ['receiptchannels', 'receipt', 'When something is paid'],
]
/** What becomes of messages for which the server has no way out. */
export const notSetUp: Record<Channel, Sentence> = {
  email:
    'This server has no mail server: e-mails wait, and are given up after some thirty hours. Whoever runs it can set one up.',
  sms: 'This server has no SMS gateway: SMS wait, and are given up after some thirty hours. Whoever runs it can set one up.',
}

type Props = { going: Going; choose: (going: Going) => void; available: readonly Channel[]; readOnly: boolean }

/** What goes out by itself, and by which channels; and by which it cannot. */
export function MessageChannels({ going, choose, available, readOnly }: Props) {
  const toggle = (of: keyof Going, channel: Channel) =>
    choose({ ...going, [of]: channels.filter((one) => (one === channel) !== going[of].includes(one)) })
  const isSilent = ways.every(([of]) => going[of].length === 0)
  return (
    <Stack gap="sm">
      {channels
        .filter((channel) => !available.includes(channel))
        .map((channel) => (
          <Alert key={channel} color="yellow">
            {say(notSetUp[channel])}
          </Alert>
        ))}
      <Table className="flush" aria-label={say('What goes out by itself')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say('What goes out by itself')}</Table.Th>
            {channels.map((channel) => (
              <Table.Th key={channel} style={{ width: 90 }}>
                {sayChannel(channel)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ways.map(([of, purpose, when]) => (
            <Table.Tr key={of}>
              <Table.Th scope="row" style={{ fontWeight: 550 }}>
                {say(purposes[purpose])}
                <Text size="xs" c="dimmed">
                  {say(when)}
                </Text>
              </Table.Th>
              {channels.map((channel) => (
                <Table.Td key={channel}>
                  <Checkbox
                    aria-label={sayMessage({ purpose, channel })}
                    checked={going[of].includes(channel)}
                    disabled={readOnly}
                    onChange={() => toggle(of, channel)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isSilent && (
        <Text size="sm" c="dimmed">
          {say('Nothing goes out by itself. Tick what your customers should get.')}
        </Text>
      )}
    </Stack>
  )
}
