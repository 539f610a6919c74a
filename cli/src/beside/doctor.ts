import type { Command } from 'commander'
import { deed, type Json } from '../options.ts'
import { say, styled } from '../terminal.ts'
import type { Finding } from './finding.ts'

export function addDoctor(kusanya: Command): void {
  deed(kusanya, 'doctor', 'examine database, clock, public URL, Daraja credentials and callbacks, each with a remedy')
    .addHelpText('after', '\nEnds with 1 when something is wrong. What is only worth a look ends with 0.')
    .action(async ({ json }: Json) => {
      const { examine } = await import('./examine.ts')
      const findings = await examine()
      say(json, { healthy: !findings.some(({ state }) => state === 'wrong'), findings }, () => report(findings))
      if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
    })
}

const marks = {
  well: () => styled('green', '✔'),
  doubtful: () => styled('yellow', '!'),
  wrong: () => styled('red', '✘'),
}

function report(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  return findings
    .map(({ what, state, says, remedy }) => {
      const line = `${marks[state]()} ${what.padEnd(width)}  ${says}`
      return remedy ? `${line}\n  ${' '.repeat(width)}  → ${remedy}` : line
    })
    .join('\n')
}
