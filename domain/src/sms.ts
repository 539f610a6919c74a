/** How a text goes out as SMS. `units` are what the network counts, `unusual` the signs that made it long. */
export type SmsLength = { encoding: 'GSM-7' | 'UCS-2'; units: number; parts: number; left: number; unusual: string[] }

/** 3GPP TS 23.038: the default alphabet, and what takes two places in it. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extended = '\f^{}\\[~]|€'

/** What word processors write, and what everybody reads as the same. */
const lookAlikes: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': ',',
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '`': "'",
}

/** The same text in signs that the networks have, as far as there are any: one curly apostrophe would double what it costs. */
export function plainSigns(text: string): string {
  return [...text].map((sign) => lookAlikes[sign] ?? sign).join('')
}

/**
 * Counts a text as the networks do: 160 places of the GSM alphabet in one SMS and 153 in each of several, or 70 and 67 of
 * UTF-16 as soon as one sign is not in it. A sign is never cut in two, so a part may end one place early.
 */
export function smsLength(text: string): SmsLength {
  const signs = [...text]
  const unusual = [...new Set(signs.filter((sign) => !basic.includes(sign) && !extended.includes(sign)))]
  const plain = unusual.length === 0
  const sizes = signs.map((sign) => (plain ? (extended.includes(sign) ? 2 : 1) : sign.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [alone, together] = plain ? [160, 153] : [70, 67]
  const encoding = plain ? 'GSM-7' : 'UCS-2'
  if (units <= alone) return { encoding, units, parts: 1, left: alone - units, unusual }
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > together) {
      parts++
      used = 0
    }
    used += size
  }
  return { encoding, units, parts, left: together - used, unusual }
}
