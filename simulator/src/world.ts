import { createAgenda, type Agenda } from './agenda.ts'
import { type Chance, freshChance, seededChance } from './chance.ts'
import { createCredentials, type Credentials } from './credential.ts'
import { createJournal, type Journal } from './journal.ts'
import { createPoster, type Poster } from './post.ts'
import { emptyState, type State } from './state.ts'
import { defaultSwitches, setSwitches, type Switches } from './switches.ts'
import { createTroubles, type Troubles } from './trouble.ts'
import type { Work } from './work.ts'

/** What somebody watching may want to know at once. */
export type Happening =
  | { type: 'phone'; msisdn: string }
  | { type: 'journal'; entry: unknown }
  | { type: 'trouble' }
  | { type: 'clock' }
  | { type: 'business'; shortcode: string }

/** Everything one simulator is made of; the first argument of whatever happens in it. */
export interface World {
  state: State
  switches: Switches
  agenda: Agenda
  chance: Chance
  journal: Journal
  troubles: Troubles
  poster: Poster
  credentials: Credentials
  realNow: () => Date
  /** When the state of this moment is in the state file; at once when there is none. */
  kept(): Promise<void>
  /** Tells watchers and the state file that something changed. */
  changed(happening?: Happening): void
  watch(listener: (happening: Happening) => void): () => void
  newPhones: { balanceKes: number; pin: string; answers: 'by-hand' | 'pays' }
}

export interface WorldOptions {
  state?: State | undefined
  now: () => Date
  seed?: number | undefined
  switches?: Partial<Switches> | undefined
  newPhones?: Partial<World['newPhones']> | undefined
  run(world: World, work: Work): Promise<void>
  save(): void
  kept(): Promise<void>
}

export function createWorld(options: WorldOptions): World {
  const watchers = new Set<(happening: Happening) => void>()
  const chance = options.seed === undefined ? freshChance() : seededChance(options.seed)
  // Trouble draws from its own numbers, so that adding one does not change every receipt.
  const troubleChance = options.seed === undefined ? freshChance() : seededChance(options.seed ^ 0x5f3759df)
  const switches = structuredClone(defaultSwitches)
  setSwitches(switches, options.switches ?? {})
  const changed = (happening?: Happening) => {
    // The journal and the troubles are not kept.
    if (happening?.type !== 'journal' && happening?.type !== 'trouble') options.save()
    if (happening) for (const listener of watchers) listener(happening)
  }
  const world: World = {
    state: options.state ?? emptyState(),
    switches,
    chance,
    journal: createJournal((entry) => changed({ type: 'journal', entry })),
    troubles: createTroubles(troubleChance, () => changed({ type: 'trouble' })),
    poster: createPoster(),
    credentials: createCredentials(),
    realNow: options.now,
    changed,
    kept: () => options.kept(),
    watch(listener) {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    newPhones: { balanceKes: 50_000, pin: '1234', answers: 'by-hand', ...options.newPhones },
    agenda: createAgenda(
      () => world.state,
      options.now,
      (work) => options.run(world, work),
      () => changed(),
    ),
  }
  return world
}
