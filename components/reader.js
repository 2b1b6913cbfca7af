// Builds the text once; later runs only change what changed: muted, selected, marked.
export default function ({ data, parentElement, setTriggerValue }) {
  const article = parentElement.querySelector("article")
  if (!article.children.length) build(article, data)
  const spans = [...article.querySelectorAll(".sentence")]
  const shows = spans.some((span) => span.dataset.id === data.selected)

  spans.forEach((span, place) => {
    const sentence = data.sentences[place]
    const selected = sentence.id === data.selected
    span.classList.toggle("muted", !sentence.shown)
    span.classList.toggle("selected", selected)
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
    const span = spans.find((one) => one.dataset.id === selected)
    const below = span.getBoundingClientRect().top - article.getBoundingClientRect().top
    article.scrollTop += below - article.clientHeight / 3
  }
  article.dataset.selected = selected
}

function build(article, data) {
  let section, heading, paragraph, theme
  for (const sentence of data.sentences) {
    if (sentence.section !== heading) {
      heading = sentence.section
      section = article.appendChild(document.createElement("section"))
      if (heading) section.appendChild(element("h2", "", heading))
    }
    section ??= article.appendChild(document.createElement("section"))
    if (sentence.paragraph !== paragraph?.number) {
      paragraph = { number: sentence.paragraph, node: element("p", "", "") }
      paragraph.node.appendChild(element("span", "number", String(sentence.paragraph)))
      section.appendChild(paragraph.node)
      theme = undefined
    }
    paragraph.node.append(sentenceNode(sentence, data, sentence.theme !== theme), " ")
    theme = sentence.theme
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

function element(name, className, text) {
  const node = document.createElement(name)
  node.className = className
  node.textContent = text
  return node
}
