/* Copy buttons, and news of a request without loading the page again. The page works without this file. */
if (navigator.clipboard) for (const button of document.querySelectorAll('[data-copy]')) button.hidden = false
addEventListener('click', async ({ target }) => {
  if (!target.dataset.copy) return
  const label = target.textContent
  await navigator.clipboard.writeText(target.dataset.copy)
  target.textContent = target.dataset.done
  setTimeout(() => (target.textContent = label), 2000)
})
addEventListener('input', ({ target }) => {
  const other = target.id === 'phone' && document.querySelector('[value=other]')
  if (other) other.checked = true
})

const main = () => document.querySelector('main')
let timer
function wait() {
  clearTimeout(timer)
  if (main().dataset.look) timer = setTimeout(look, main().dataset.look * 1000)
}
async function look() {
  if (!document.hidden)
    try {
      const answer = await fetch(location.href)
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const news = page.querySelector('main')
      if (answer.ok && news.textContent !== main().textContent) {
        document.title = page.title
        main().replaceWith(news)
        document.querySelector('[role=status]')?.focus()
      }
    } catch {}
  wait()
}
addEventListener('visibilitychange', () => main().dataset.look && look())
wait()
