import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generatedFiles, onDisk } from './generated.ts'

// Writes what follows from the code: the OpenAPI document, the client's types, the tables in docs/.

for (const { path: name, text } of await generatedFiles()) {
  const fresh = onDisk(name) !== text
  const file = path.join(import.meta.dirname, '..', name)
  mkdirSync(path.dirname(file), { recursive: true })
  if (fresh) writeFileSync(file, text)
  console.log(`${fresh ? 'written  ' : 'unchanged'} ${name}`)
}
