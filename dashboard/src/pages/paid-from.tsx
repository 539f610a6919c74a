import { Anchor, Card, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answered, api, type Schemas } from '../api.ts'
import { sayDay, sayPhone } from '../parts/dates.ts'
import { say } from '../words/say.ts'
import type { Whose } from './books.tsx'

const latest = '100'

/** The phones that the latest payments came from: who is asked when a bill is late. Nothing while there are none. */
export function PaidFrom({ whose }: { whose: Whose }) {
  const query = { ...whose, limit: latest }
  const { data } = useQuery({
    queryKey: ['payments', query],
    queryFn: () => answered(api.GET('/business/transaction/list', { params: { query } })),
  })
  const phones = newestOf(data?.data ?? [])
  if (phones.length === 0) return null
  return (
    <Card withBorder component="section" aria-label={say('Has paid from')}>
      <Title order={2} size="h5" mb="xs">
        {say('Has paid from')}
      </Title>
      <Stack gap="sm">
        {phones.map(({ phone, name, date }) => (
          <div key={phone}>
            <Anchor size="sm" href={`tel:+${phone}`}>
              {sayPhone(phone)}
            </Anchor>
            <Text size="sm" className="clamped">
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {say('Last on {day}', { day: sayDay(date) })}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  )
}

/** Of each phone its newest payment. Of those that M-PESA hides only a part is known: nobody can be called there. */
function newestOf(payments: Schemas['Transaction'][]): Schemas['Transaction'][] {
  const whole = payments.filter(({ phone, status }) => /^254\d{9}$/.test(phone) && status !== 'cancelled')
  const newestFirst = whole.toSorted((one, other) => Date.parse(other.date) - Date.parse(one.date))
  return newestFirst.filter(({ phone }, place) => newestFirst.findIndex((one) => one.phone === phone) === place)
}
