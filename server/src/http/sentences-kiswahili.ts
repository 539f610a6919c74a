/**
 * What else is said of a request, by its English: what is wrong with a body, why something cannot be, who may. What stands in
 * braces is put over as it is.
 */
const sentences: Record<string, string> = {
  // What is wrong with a field
  '{name} is required': '{name} inahitajika',
  '{name} must be a string': '{name} lazima iwe maandishi',
  '{name} must be a number': '{name} lazima iwe namba',
  '{name} must be an integer': '{name} lazima iwe namba kamili',
  '{name} must be a boolean': '{name} lazima iwe true au false',
  '{name} must be an array': '{name} lazima iwe orodha',
  '{name} must be an object': '{name} lazima iwe kitu chenye sehemu zake',
  '{name} must be a null': '{name} lazima iwe null',
  '{name} must be at most {limit} characters': '{name} isizidi herufi {limit}',
  '{name} must be at most {limit}': '{name} isizidi {limit}',
  '{name} must be at least {limit}': '{name} lazima iwe angalau {limit}',
  '{name} must be greater than {limit}': '{name} lazima izidi {limit}',
  '{name} must have at most {limit} entries': '{name} isizidi vitu {limit}',
  '{name} is not valid': '{name} si sahihi',
  'Invalid {name} value': '{name} si sahihi',
  'Invalid {name}. Use {values}': '{name} si sahihi. Tumia {values}',
  'Unknown event. Use {values}': 'Tukio halijulikani. Tumia {values}',
  'Invalid type': 'type si sahihi',
  'At least one item is required': 'Angalau kitu kimoja kinahitajika',
  'A letterhead has up to 6 lines': 'Maelezo chini ya jina yasizidi mistari 6',
  'A sender of SMS is up to 11 letters and digits, as it was registered':
    'Jina la mtumaji wa SMS lisizidi herufi na tarakimu 11, kama lilivyosajiliwa',
  'A next number is a whole number from 1 to 99,999,999': 'Namba inayofuata ni namba nzima kutoka 1 hadi 99,999,999',
  'A time of day is written HH:MM': 'Saa huandikwa HH:MM',
  'An account prefix is up to 8 letters and digits': 'Mwanzo wa namba za akaunti usizidi herufi na tarakimu 8',
  '{name} must be a three-letter code such as KES': '{name} lazima iwe msimbo wa herufi tatu kama KES',
  '{name} must be an email address': '{name} lazima iwe anwani ya barua pepe',
  'events must be a list of event names: {values}': 'events lazima iwe orodha ya majina ya matukio: {values}',
  'ids must name 1 to 1,000 invoices': 'ids lazima itaje ankara 1 hadi 1,000',
  'image must be a PNG or JPEG in base64': 'image lazima iwe PNG au JPEG kwa base64',
  'keep is required: ours or theirs': 'keep inahitajika: ours au theirs',
  'keep must be ours or theirs': 'keep lazima iwe ours au theirs',
  'quantity must be a positive integer': 'quantity lazima iwe namba kamili inayozidi 0',
  'scopes must be a list without repeats of {values}': 'scopes lazima iwe orodha isiyorudia ya {values}',
  'securitycredential must be base64, as the Daraja portal makes it':
    'securitycredential lazima iwe base64, kama tovuti ya Daraja inavyoitengeneza',
  'shortcode must be 5 to 7 digits': 'shortcode lazima iwe tarakimu 5 hadi 7',
  'xlsx must be the file in base64': 'xlsx lazima iwe faili kwa base64',

  // Of a request as a whole
  'There are problems with your submission': 'Kuna makosa kwenye ulichotuma',
  'Invalid request body': 'Ombi si sahihi',
  'Not found': 'Haikupatikana',
  'Method not allowed': 'Njia hii ya kuomba hairuhusiwi',
  'Request body is too large': 'Ombi ni kubwa mno',
  'Content-Type must be application/json': 'Content-Type lazima iwe application/json',
  'Temporarily unavailable. Please try again.': 'Haipatikani kwa sasa. Tafadhali jaribu tena.',
  'Internal error': 'Kosa la ndani',

  // What fills the braces of a refusal
  owner: 'mmiliki',
  accountant: 'mhasibu',
  cashier: 'keshia',
  auditor: 'mkaguzi',
  'an owner': 'mmiliki',
  'an owner or an accountant': 'mmiliki au mhasibu',
  'an owner, an accountant or a cashier': 'mmiliki, mhasibu au keshia',
  'an owner, an accountant, a cashier or an auditor': 'mmiliki, mhasibu, keshia au mkaguzi',
  'duedate of an instalment': 'duedate ya awamu',
  'amount of an instalment': 'amount ya awamu',
  'neither PNG nor JPEG': 'si PNG wala JPEG',
  damaged: 'imeharibika',
  'interlaced, or of 16 bits': 'ni ya interlace, au ya biti 16',
  'give a whole https:// address of at most 2048 characters': 'toa anwani nzima ya https:// isiyozidi herufi 2048',
  'a user name or password does not belong in it; verify the signature instead':
    'haipaswi kuwa na jina la mtumiaji au nenosiri; thibitisha sahihi badala yake',
  'https is required': 'https inahitajika',
  'only the ports 443 and 8443 are called': 'ni port 443 na 8443 tu zinazoitwa',
  'the address is not public': 'anwani si ya hadharani',
  'The invoice was cancelled': 'Ankara ilifutwa',
  'The invoice was withdrawn': 'Ankara iliondolewa',
  'The receipt was cancelled': 'Risiti ilifutwa',
  'The invoice was paid': 'Ankara ililipwa',
  'What was due that day was paid, or is due on another day':
    'Kilichodaiwa siku hiyo kililipwa, au kinadaiwa siku nyingine',
  'The customer does not want this': 'Mteja hataki hii',
  'The customer has no e-mail address': 'Mteja hana anwani ya barua pepe',
  'The customer has no Kenyan mobile number': 'Mteja hana namba ya simu ya Kenya',
}

const placeholder = /\{(\w+)\}/g
/** A sentence without braces is looked up; the others are tried in their order. */
const patterns = Object.entries(sentences).flatMap(([english, said]) => {
  if (!english.includes('{')) return []
  const plain = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return [{ pattern: new RegExp(`^${plain.replace(placeholder, '(?<$1>.+?)')}$`, 's'), said }]
})

/** A sentence, or a part of one, in Kiswahili; null when we have none, as for the words of M-PESA. */
export function inKiswahili(english: string): string | null {
  const known = sentences[english]
  if (known !== undefined) return known
  for (const { pattern, said } of patterns) {
    const { groups } = pattern.exec(english) ?? {}
    if (groups)
      return said.replace(placeholder, (_, name: string) => sentences[groups[name] ?? ''] ?? groups[name] ?? '')
  }
  return null
}
