import { Command } from 'commander'
import { addBackup } from './beside/backup.ts'
import { addBusiness } from './beside/business.ts'
import { addConnect } from './beside/connect.ts'
import { addDoctor } from './beside/doctor.ts'
import { addStart } from './beside/start.ts'
import { addCompletions } from './completions.ts'
import { addClose } from './over-http/close.ts'
import { addImport } from './over-http/import.ts'
import { addInvoice } from './over-http/invoice.ts'
import { addKey } from './over-http/key.ts'
import { addListen } from './over-http/listen.ts'
import { addStatement } from './over-http/statement.ts'
import { addTrigger } from './over-http/trigger.ts'

const ends = `
Exit codes: 0 done · 1 refused or failed · 2 the command line makes no sense · 3 done, but it wants a person

Those of the first kind read the settings of the server (KUSANYA_DATA, DATABASE_URL, KUSANYA_MASTER_KEY, …).
Those of the second ask KUSANYA_BASE_URL with the key in KUSANYA_API_KEY; without these, the demo in KUSANYA_DATA.`

/** All commands, as the command line, the completions and docs/cli.md know them. */
export function program(): Command {
  const kusanya = new Command('kusanya')
    .description('Invoicing and M-PESA collection, from a terminal')
    .exitOverride()
    .configureHelp({ helpWidth: 100, showGlobalOptions: false })
    .helpOption('-h, --help', 'show what it does')
    .addHelpText('after', ends)

  kusanya.commandsGroup('Beside the database, as the server is:')
  for (const add of [addStart, addDoctor, addBusiness, addConnect, addBackup]) add(kusanya)
  kusanya.commandsGroup('Over the API of a running server:')
  for (const add of [addInvoice, addKey, addImport, addStatement, addClose, addListen, addTrigger]) add(kusanya)
  kusanya.commandsGroup('For this shell:').helpCommand('help [command]', 'show what a command does')
  addCompletions(kusanya)
  return kusanya
}
