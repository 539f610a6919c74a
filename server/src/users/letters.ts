type Letter = { title: string; body: string }
type Letters = {
  invitation(about: { name: string; business: string; link: string }): Letter
  reset(about: { name: string; link: string }): Letter
}

/** What is written to people who sign in, in both languages. */
export const letters: Record<'en' | 'sw', Letters> = {
  en: {
    invitation: ({ name, business, link }) => ({
      title: `${business} invites you to Kusanya`,
      body: `Hello ${name},\n\n${business} has given you access to its invoices and payments. Choose your password here, within seven days:\n\n${link}\n\nIf you did not expect this, do nothing.\n`,
    }),
    reset: ({ name, link }) => ({
      title: 'A new password for Kusanya',
      body: `Hello ${name},\n\nChoose a new password here, within half an hour:\n\n${link}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
    }),
  },
  sw: {
    invitation: ({ name, business, link }) => ({
      title: `${business} inakualika Kusanya`,
      body: `Habari ${name},\n\n${business} imekupa ruhusa ya kuona ankara na malipo yake. Chagua nywila yako hapa ndani ya siku saba:\n\n${link}\n\nKama hukutarajia ujumbe huu, usifanye chochote.\n`,
    }),
    reset: ({ name, link }) => ({
      title: 'Nywila mpya ya Kusanya',
      body: `Habari ${name},\n\nChagua nywila mpya hapa ndani ya nusu saa:\n\n${link}\n\nKama hukuiomba, usifanye chochote: nywila yako haitabadilika.\n`,
    }),
  },
}
