/** The things with `id` beside their `_id`, which cannot be written. What has no `_id` stays as it is. */
export function withIds(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withIds)
  if (typeof data !== 'object' || data === null || !('_id' in data)) return data
  return Object.defineProperty(data, 'id', { value: data._id, enumerable: true })
}
