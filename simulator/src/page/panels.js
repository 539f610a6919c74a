import { el } from './element.js'

/** Panels of which one is seen, with tabs that the arrow keys walk through. */
export function showPanels(place, panels) {
  const tabs = panels.map(({ title, id }, index) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `${id}-tab`,
        'aria-controls': id,
        onclick: () => choose(index),
        onkeydown: (event) => walk(event, index),
      },
      title,
    ),
  )
  const bodies = panels.map(({ id, element }) =>
    el('div.panel', { id, role: 'tabpanel', 'aria-labelledby': `${id}-tab` }, element),
  )

  function choose(index) {
    tabs.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === index))
      tab.tabIndex = i === index ? 0 : -1
      bodies[i].hidden = i !== index
    })
    panels[index].onShow?.()
  }

  function walk(event, index) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const next = (index + by + tabs.length) % tabs.length
    choose(next)
    tabs[next].focus()
  }

  place.append(el('div.tabs', { role: 'tablist', 'aria-label': 'Behind the scenes' }, tabs), ...bodies)
  choose(0)
}
