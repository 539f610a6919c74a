import { deliver } from './callbacks.ts'
import { remind } from './reminders.ts'
import { expirePrompt, letPhoneAnswer } from './stk-prompts.ts'
import type { Work } from './work.ts'
import type { World } from './world.ts'

/** Does what the clock says is due. */
export async function runWork(world: World, work: Work): Promise<void> {
  switch (work.kind) {
    case 'callback':
      return deliver(world, work)
    case 'phone-answers':
      return letPhoneAnswer(world, work.checkoutId)
    case 'prompt-expires':
      return expirePrompt(world, work.checkoutId)
    case 'reminders':
      return remind(world)
  }
}
