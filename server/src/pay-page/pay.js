/* Copy buttons, and news of a request without loading the page again. The page works without this file. */
const d = document
const main = () => d.querySelector('main')
const due = () => main().dataset.look
if (navigator.clipboard) d.querySelectorAll('[data-copy]').forEach((b) => (b.hidden = 0))
d.onclick = async ({ target: b }) => {
  if (!b.dataset.copy) return
  const label = b.textContent
  await navigator.clipboard.writeText(b.dataset.copy)
  b.textContent = b.dataset.done
  setTimeout(() => (b.textContent = label), 2000)
}
d.oninput = (e) => e.target.id == 'phone' && d.querySelector('[value=other]')?.click()
let timer
const wait = () => {
  clearTimeout(timer)
  timer = due() && setTimeout(look, due() * 1e3)
}
const look = async () => {
  try {
    if (!d.hidden) {
      const answer = await fetch('')
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const news = page.querySelector('main')
      if (answer.ok && news.textContent != main().textContent) {
        main().replaceWith(news)
        d.title = page.title
        d.querySelector('.notice').focus()
      }
    }
  } catch {}
  wait()
}
d.onvisibilitychange = () => due() && look()
wait()
