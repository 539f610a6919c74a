/**
 * Makes an element. Properties that begin with `on` are listeners, `class`, `aria-…`, `data-…` and the like are
 * attributes; text is never read as HTML.
 */
export function el(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.')
  const element = document.createElement(name)
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value)
    else if (key in element && !key.startsWith('aria') && key !== 'list') element[key] = value
    else element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false))
  return element
}

let lastId = 0

/** An id that no other element has, to tie a label to its field. */
export const freshId = (name) => `${name}-${++lastId}`
