"""The link is the view: what the shared filters put into the address, and take out of it."""

from playwright.sync_api import WebSocketRoute, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from components.ui import scripts
from components.ui.session.page_names import PAGES


def assert_chosen(tab, *labels):
    for label in labels:
        expect(tab.chip(label)).to_have_attribute("aria-pressed", "true")
    pressed = tab.page.locator(".linchpin-filters [aria-pressed=true]")
    expect(pressed).to_have_count(len(labels))


def test_what_is_chosen_stands_in_the_address_and_comes_back_with_it(go, visit, browser):
    tab = go("/statement")
    tab.chip("Health").click()
    tab.wait_for_query(theme=["Health"])
    tab.chip("Climate").click()
    tab.wait_for_query(theme=["Health", "Climate"])
    assert_chosen(tab, "Health", "Climate")
    tab.chip("Climate").click()
    tab.wait_for_query(theme=["Health"])
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    tab.follow("method")
    tab.page.reload()
    tab.settled("method")
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    assert_chosen(tab, "Health", "ROK")
    tab.page.go_back()
    tab.settled("statement")
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    assert_chosen(tab, "Health", "ROK")
    lead = tab.page.get_by_text("under theme Health, actor ROK").inner_text()
    with browser.new_context() as elsewhere:
        pasted = visit(tab.page.url.removeprefix(tab.origin), lead, by=elsewhere)
        assert_chosen(pasted, "Health", "ROK")


def test_a_filter_survives_every_page_change_until_it_is_cleared(go):
    tab = go("/?theme=Health&actor=ROK")
    for name in [*PAGES][1:]:
        tab.follow(name)
        expect(tab.page.get_by_test_id("stException")).to_have_count(0)
        tab.wait_for_query(theme=["Health"], actor=["ROK"])
        assert_chosen(tab, "Health", "ROK")
    unit, clear = (
        tab.page.get_by_text("Numbers: sentences"),
        tab.page.get_by_role("button", name="Clear filters"),
    )
    expect(unit).to_be_hidden()
    clear.click()
    tab.wait_for_query()
    assert tab.page.url == f"{tab.origin}/{name}"
    assert_chosen(tab)
    expect(unit).to_be_visible()  # where Clear filters was; all of it has room
    assert tab.page.evaluate(
        "(bar => bar.scrollWidth <= bar.clientWidth)(document.querySelector('.linchpin-filters'))"
    )


def test_bad_values_are_named_and_dropped_from_the_link(go):
    tab = go("/statement?theme=Nonsense&theme=Health&actor=Nobody&actor=ROK&passage=p99.s9")
    for named in ("Nonsense", "Nobody", "p99.s9"):
        expect(tab.page.get_by_test_id("stAlert").filter(has_text=named)).to_be_visible()
    tab.wait_for_query(theme=["Health"], actor=["ROK"])
    assert_chosen(tab, "Health", "ROK")


PRESS_TWICE = """async (wait) => {
  for (let presses = 0; presses < 2; presses++) {
    document.querySelector(".linchpin-filters [data-label=US]").click()
    await new Promise((done) => setTimeout(done, wait))
  }
}"""
CHANGE_AND_PRESS = """() => {
  const links = [...document.querySelectorAll("[data-testid=stTopNavLink]")]
  links.find((link) => link.textContent.includes("Timeline")).click()
  document.querySelector(".linchpin-filters [data-label=Security]").click()
}"""


def test_a_chip_that_is_pressed_twice_at_once_leaves_the_link_as_it_was(go):
    tab = go("/statement")
    lead = tab.page.locator(".st-key-heading_words p")
    whole = lead.inner_text()
    for wait in (15, 40):
        tab.page.evaluate(PRESS_TWICE, wait)
        tab.page.wait_for_timeout(600)  # both runs have ended
        assert_chosen(tab)
        expect(lead).to_have_text(whole)
        tab.wait_for_query()


def test_a_chip_that_is_pressed_right_after_a_page_change_is_pressed_and_nothing_fails(go):
    tab = go("/brief")
    tab.page.evaluate(CHANGE_AND_PRESS)
    tab.wait_for_query(theme=["Security"])
    assert_chosen(tab, "Security")
    expect(tab.page.get_by_test_id("stException")).to_have_count(0)


def test_a_page_left_right_after_a_press_stands_in_the_history_as_it_was(go):
    tab = go("/commitments?commitment=covax-success")
    pin = tab.page.get_by_role("button", name="Commitment: ")
    for pins in (1, 0):
        pin.click()
        expect(pin).to_have_attribute("aria-pressed", str(bool(pins)).lower())
        tab.page.wait_for_url(lambda url, pins=pins: url.count("pin=") == pins)
        tab.follow("timeline")
        tab.page.go_back()
        tab.settled("commitments")
        tab.wait_for_query(
            commitment=["covax-success"], **{"pin": ["commitment:covax-success"]} if pins else {}
        )


# A component's first call is overtaken by a second; then the component goes.
CALLS = """async (address) => {
  const { lasting } = await import(address)
  const parent = document.body.appendChild(document.createElement("div"))
  let removed = 0
  const make = () => ({ remove: () => removed += 1 })
  const [first, leave] = lasting(parent, make)
  leave()
  const [second, leaveToo] = lasting(parent, make)
  const stays = first === second && removed === 0
  parent.remove()
  leave()
  leaveToo()
  return [stays, removed]
}"""
# A drawing with a name goes and comes back; then more go than are kept.
AWAY = """async (address) => {
  const { lasting } = await import(address)
  const done = []
  const make = (name) => Object.fromEntries(
    ["enter", "leave", "remove"].map((what) => [what, () => done.push(`${what} ${name}`)]))
  const leave = (name) => {
    const parent = document.body.appendChild(document.createElement("div"))
    const [, left] = lasting(parent, () => make(name), name)
    parent.remove()
    left()
  }
  leave("first")
  leave("first")
  for (let count = 0; count < 12; count += 1) leave(`more ${count}`)
  return done.filter((one) => one.includes("first"))
}"""


def test_what_a_component_has_drawn_stays_when_a_call_is_overtaken_and_goes_with_the_component(go):
    tab = go("/")
    assert tab.page.evaluate(CALLS, f"{tab.origin}/{scripts.address('lasting')}") == [True, 1]


def test_a_drawing_with_a_name_comes_back_until_too_many_have_gone_after_it(go):
    tab = go("/")
    done = tab.page.evaluate(AWAY, f"{tab.origin}/{scripts.address('lasting')}")
    assert done == ["leave first", "enter first", "leave first", "remove first"]


class SlowServer:
    """Lets through what a server sends, until `slow` is set: then nothing after the filter bar, which is the
    first component that a run draws.

    passed: whether the filter bar has come. kept: the messages after it, for `socket.send`.
    """

    def __init__(self) -> None:
        self.slow, self.kept, self.passed = False, [], False

    def __call__(self, socket: WebSocketRoute) -> None:
        self.socket = socket
        socket.connect_to_server().on_message(self._receive)

    def _receive(self, message: bytes) -> None:
        if self.passed:
            self.kept.append(message)
            return
        self.socket.send(message)
        element = ForwardMsg.FromString(message).delta.new_element
        self.passed = self.slow and element.WhichOneof("type") == "bidi_component"


OPACITY = "(node => [+getComputedStyle(node).opacity, node.getAnimations().length])"


def test_what_is_not_yet_new_fades_only_when_a_run_is_slow(browser, visit):
    server = SlowServer()
    with browser.new_context() as context:
        context.route_web_socket("**/*", server)
        tab = visit("/statement", by=context)
        text = tab.page.locator(".stElementContainer:has(.reader)")
        server.slow = True
        tab.chip("Health").click()
        expect(text).to_have_attribute("data-stale", "true")
        assert text.evaluate(OPACITY) == [1, 0]  # no animation that waits: browsers make a layer for each
        expect(text).to_have_css("opacity", "0.33")
        server.slow = server.passed = False
        for message in server.kept:
            server.socket.send(message)
        expect(text).to_have_css("opacity", "1")
        assert_chosen(tab, "Health")
