const [gap, edge] = [4, 8]

/**
 * Shows something over the page beside what it belongs to: below, or above where there is more room; never past the edge of
 * the window. It is a popover, so that nothing that scrolls or covers cuts it off. Follows when something scrolls; the
 * answer ends that.
 */
export function layBeside(floating: HTMLElement, place: Element, asWide = false): () => void {
  const lay = () => {
    const around = place.getBoundingClientRect()
    if (asWide) floating.style.width = `${around.width}px`
    const below = innerHeight - around.bottom - gap - edge
    const isBelow = below >= floating.offsetHeight || below >= around.top
    floating.style.maxHeight = `${Math.max(80, isBelow ? below : around.top - gap - edge)}px`
    floating.style.top = `${isBelow ? around.bottom + gap : around.top - gap - floating.offsetHeight}px`
    floating.style.left = `${Math.max(edge, Math.min(around.left, innerWidth - floating.offsetWidth - edge))}px`
  }
  if (!floating.matches(':popover-open')) floating.showPopover()
  lay()
  const watch = new ResizeObserver(() => requestAnimationFrame(lay))
  watch.observe(floating)
  addEventListener('scroll', lay, { capture: true, passive: true })
  addEventListener('resize', lay)
  return () => {
    watch.disconnect()
    removeEventListener('scroll', lay, { capture: true })
    removeEventListener('resize', lay)
  }
}
