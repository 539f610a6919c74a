#!/usr/bin/env node
import { appendFile, readFile } from 'node:fs/promises'
import process from 'node:process'
import { run } from './run.ts'

void run(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  readFile: (path) => readFile(path, 'utf8'),
  readBytes: (path) => readFile(path),
  appendFile: (path, text) => appendFile(path, text),
}).then((code) => {
  process.exitCode = code
})
