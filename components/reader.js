// Builds the text once; later runs only change what changed: muted, selected, marked.
export default function ({ data, parentElement, setTriggerValue }) {
  const [bar, article, strip] = parentElement.querySelectorAll(".hits, article, .strip")
  if (!article.children.length) build(article, strip, data)
  const spans = [...article.querySelectorAll(".sentence")]
  const shows = spans.some((span) => span.dataset.id === data.selected)

  spans.forEach((span, place) => {
    const sentence = data.sentences[place]
    const selected = sentence.id === data.selected
    const tick = strip.children[place]
    for (const node of [span, tick]) {
      node.classList.toggle("muted", !sentence.shown)
      node.classList.toggle("selected", selected)
    }
    tick.classList.toggle("hit", sentence.hits.length > 0)
    tick.onclick = () => show(article, span)
    span.setAttribute("aria-pressed", String(selected))
    // One stop for the Tab key; the arrow keys move on from there.
    span.tabIndex = selected || (!shows && place === 0) ? 0 : -1
    markHits(span.querySelector(".text"), sentence)
    span.onclick = () => choose(sentence.id)
    span.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) spans[place + step]?.focus()
      else if (event.key === "Enter" || event.key === " ") choose(sentence.id)
      else return
      event.preventDefault()
    }
  })

  function choose(id) {
    const next = id === data.selected ? "" : id
    article.dataset.selected = next
    setTriggerValue("chosen", next)
  }

  // Scroll only to a sentence that a link chose, never to the one just clicked.
  const selected = data.selected ?? ""
  if (selected && article.dataset.selected !== selected) {
    show(article, spans.find((one) => one.dataset.id === selected))
  }
  article.dataset.selected = selected
  walkHits(bar, article, data, Boolean(selected))
}

function build(article, strip, data) {
  // The text flows anew when a column beside it or a font arrives, or the window turns: what was
  // scrolled to stays in view until the reader moves on.
  const flowed = new ResizeObserver(() => article.held?.isConnected && scrollTo(article, article.held))
  article.onwheel = article.onpointerdown = article.onkeydown = () => { article.held = null }
  let section, heading, paragraph, theme
  for (const sentence of data.sentences) {
    if (sentence.section !== heading) {
      heading = sentence.section
      section = article.appendChild(document.createElement("section"))
      if (heading) section.appendChild(element("h2", "", heading))
    }
    section ??= article.appendChild(document.createElement("section"))
    flowed.observe(section)
    if (sentence.paragraph !== paragraph?.number) {
      paragraph = { number: sentence.paragraph, node: element("p", "", "") }
      paragraph.node.appendChild(element("span", "number", String(sentence.paragraph)))
      section.appendChild(paragraph.node)
      theme = undefined
    }
    paragraph.node.append(sentenceNode(sentence, data, sentence.theme !== theme), " ")
    theme = sentence.theme
    const tick = strip.appendChild(element("div", "tick", ""))
    tick.style.setProperty("--theme", data.colours[theme])
    tick.style.setProperty("--reach", `${30 + (70 * sentence.level) / data.levels}%`)
  }
}

function sentenceNode(sentence, data, tagged) {
  const span = element("span", "sentence", "")
  span.dataset.id = sentence.id
  span.setAttribute("role", "button")
  span.style.setProperty("--theme", data.colours[sentence.theme])
  if (tagged) span.appendChild(element("span", "tag", data.labels[sentence.theme]))
  span.appendChild(element("span", "text", ""))
  if (sentence.level) {
    const bars = "▮".repeat(sentence.level) + "▯".repeat(data.levels - sentence.level)
    const strength = element("span", "strength", bars)
    strength.title = sentence.strength
    strength.setAttribute("role", "img")
    strength.setAttribute("aria-label", sentence.strength)
    span.appendChild(strength)
  }
  return span
}

function markHits(node, sentence) {
  const hits = JSON.stringify(sentence.hits)
  if (node.dataset.hits === hits) return
  node.dataset.hits = hits
  const parts = []
  let end = 0
  for (const [from, to] of sentence.hits) {
    parts.push(sentence.text.slice(end, from), element("mark", "", sentence.text.slice(from, to)))
    end = to
  }
  node.replaceChildren(...parts, sentence.text.slice(end))
}

// "3 of 12" with a step back and forth. New search words start at the first hit, unless a
// sentence is selected: then the reader stays with it.
function walkHits(bar, article, data, selected) {
  const marks = [...article.querySelectorAll("mark")]
  bar.hidden = !marks.length
  const [back, count, on] = bar.children
  const step = (place, scroll) => {
    bar.dataset.place = place
    count.textContent = `${place + 1} of ${marks.length}`
    marks.forEach((mark, one) => mark.classList.toggle("here", one === place))
    if (scroll) show(article, marks[place])
  }
  back.onclick = () => step((Number(bar.dataset.place) - 1 + marks.length) % marks.length, true)
  on.onclick = () => step((Number(bar.dataset.place) + 1) % marks.length, true)
  const fresh = bar.dataset.words !== data.words
  bar.dataset.words = data.words
  if (marks.length) step(fresh ? 0 : Math.min(bar.dataset.place, marks.length - 1), fresh && !selected)
}

function show(article, node) {
  article.held = node
  scrollTo(article, node)
}

function scrollTo(article, node) {
  const below = node.getBoundingClientRect().top - article.getBoundingClientRect().top
  article.scrollTop += below - article.clientHeight / 3
  node.scrollIntoView({ block: "nearest" }) // on a phone the text itself begins below the window
}

function element(name, className, text) {
  const node = document.createElement(name)
  node.className = className
  node.textContent = text
  return node
}
