import type { Context } from '../context.ts'

export async function deliverEvents(_ctx: Context, _limit: number): Promise<number> {
  return 0
}
