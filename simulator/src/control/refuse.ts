/** A request to the control API that cannot be done, with the sentence that says why. */
export class ControlRefusal extends Error {
  readonly status: number
  readonly more: Record<string, unknown>

  constructor(status: number, message: string, more: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.more = more
  }
}
