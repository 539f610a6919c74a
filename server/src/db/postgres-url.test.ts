import { expect, test } from 'vitest'
import { connectTo, socketUrl } from './postgres-url.ts'

test('a socket URL is read back as the directory it was made of', () => {
  const directory = '/srv/odd, "place" & co?'
  expect(connectTo(socketUrl('kusanya', directory, 5433))).toEqual([
    'postgres://kusanya@localhost:5433/kusanya',
    { host: directory },
  ])
})

test('a URL of a server is left as it is', () => {
  const url = 'postgres://kusanya:p%40ss@db.example,db2.example:5432/kusanya?sslmode=require'
  expect(connectTo(url)).toEqual([url, {}])
})
