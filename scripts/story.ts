import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { tellStory, type StoryDemo } from './story-steps.ts'

const file = path.resolve(process.env['KUSANYA_DATA'] ?? '.kusanya', 'demo.json')
if (!existsSync(file)) {
  console.error(`${file} is not there. Start the server first, in another terminal: npm start`)
  process.exit(1)
}
let step = 0
try {
  await tellStory(JSON.parse(readFileSync(file, 'utf8')) as StoryDemo, (line) =>
    console.log(`${String(++step).padStart(2)}. ✔ ${line}`),
  )
  console.log('\nFrom invoice to acknowledged payment: every step holds.')
} catch (error) {
  console.error(`${String(step + 1).padStart(2)}. ✘ ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
