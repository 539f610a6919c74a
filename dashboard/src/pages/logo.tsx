import { Alert, Button, FileButton, Group, Image, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useAct, wishKey } from '../act.ts'
import { answered, api, Problem } from '../api.ts'
import { WithReason } from '../parts/with-reason.tsx'
import { useSession, whyNotOwner } from '../session.ts'
import { say } from '../words/say.ts'

/** The picture at the head of documents and pay pages: shown, replaced, taken away. */
export function Logo() {
  const why = whyNotOwner(useSession())
  const { data, error } = useQuery({
    queryKey: ['logo'],
    queryFn: () => answered(api.GET('/business/settings/logo')).catch(noneIsNone),
  })
  const setting = useAct(
    async (file: File) =>
      answered(
        api.POST('/business/settings/logo/set', {
          params: { header: wishKey() },
          body: { image: base64(new Uint8Array(await file.arrayBuffer())) },
        }),
      ),
    'Logo saved',
  )
  const removing = useAct(
    (_: null) => answered(api.POST('/business/settings/logo/remove', { params: { header: wishKey() } })),
    'Logo removed',
  )
  const logo = data?.data ?? null
  const trouble = error ?? setting.error ?? removing.error
  return (
    <Stack maw={640} gap="xs" mb="xl">
      <Text fw={700} size="sm">
        {say('Logo')}
      </Text>
      <Text c="dimmed" size="xs">
        {say('On documents and pay pages. PNG or JPEG of at most 64 KB.')}
      </Text>
      {logo && <Image src={`data:${logo.type};base64,${logo.image}`} alt={say('Logo')} h={54} w="auto" fit="contain" />}
      <Group>
        <FileButton
          onChange={(file) => file && setting.mutate(file)}
          accept="image/png,image/jpeg"
          disabled={why !== null}
        >
          {(props) => (
            <WithReason why={why}>
              <Button variant="default" disabled={why !== null} loading={setting.isPending} {...props}>
                {say('Choose a picture')}
              </Button>
            </WithReason>
          )}
        </FileButton>
        {logo && (
          <WithReason why={why}>
            <Button variant="subtle" disabled={why !== null} onClick={() => removing.mutate(null)}>
              {say('Remove')}
            </Button>
          </WithReason>
        )}
      </Group>
      {trouble && <Alert color="red">{trouble.message}</Alert>}
    </Stack>
  )
}

function noneIsNone(error: unknown): null {
  if (error instanceof Problem && error.status === 404) return null
  throw error
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
