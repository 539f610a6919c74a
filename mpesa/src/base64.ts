/** Base64 of the text's UTF-8 bytes: `btoa` alone throws on anything beyond Latin-1. */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}
