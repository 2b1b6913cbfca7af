// Takes the words "is loading" (deploy/middleware.py) away once the app has drawn a page.
const waiting = document.getElementById("linchpin-waiting")
const DRAWN = "[data-testid=stMain] :is(h1, p), [role=dialog]"
const drawn = new MutationObserver(() => {
  if (!document.querySelector(DRAWN)) return
  drawn.disconnect()
  waiting.remove()
})
drawn.observe(document.getElementById("root"), { childList: true, subtree: true })
