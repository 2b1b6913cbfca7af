"""What a browser's tab keeps of Streamlit's protocol, and what it says to the server.

Bytes in, bytes out, no socket. Written after what Chromium was seen to send with Streamlit 1.67:
every rerun carries the state of all widgets on the page, the address's query, the hash of the page
and the hashes of the messages that the tab still has, which the server then sends as references.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.widgets import PRESSED, VALUED, Press, Value, Widget, happened, held, state

ENDS = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
}


@dataclass
class Run:
    """What the server sent between a change and the end of its run. `received` is in bytes; `drawn`
    are the hashes of what the page itself drew, without the frame around it and without styles."""

    received: int = 0
    drawn: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


@dataclass
class _Kept:
    message: ForwardMsg
    used: int  # the number of finished runs when it was last asked for


class Tab:
    """One tab, from opening an address on. `page` is the address's path without slash, "" for the first."""

    def __init__(self, origin: str, page: str = "", query: str = "") -> None:
        self.origin, self.page = origin, page
        self.parameters = parse_qs(query)
        self.pages: dict[str, str] = {}  # hashes by path
        self.widgets: dict[str, Widget] = {}  # by id
        self.dialog = ""  # the id of the dialog that stands over the page
        self.session = ""  # what the server calls it
        self.run = Run()
        self._hash = self._main = ""
        self._kept: dict[str, _Kept] = {}
        self._finished, self._oldest = 0, 2  # runs
        self._seen: set[str] = set()  # ids of widgets in the current run

    @property
    def query(self) -> str:
        return urlencode(self.parameters, doseq=True)

    def widget(self, key: str) -> Widget | None:
        """The widget of this key, if the page has it."""
        return next((widget for widget in self.widgets.values() if widget.key == key), None)

    def opening(self) -> bytes:
        """What a tab says first, also after it lost the connection."""
        self.run = Run()
        return self._rerun(page_script_hash=self._hash, page_name="" if self._hash else self.page)

    def changing(self, values: Mapping[str, Value]) -> bytes:
        """What a tab says when these widgets, by id, got new values."""
        self.run = Run()
        for name, value in values.items():
            widget = self.widgets[name]
            widget.value = value
            if widget.parameter:
                self._address(widget.parameter, value)
        return self._rerun(page_script_hash=self._hash)

    def pressing(self, name: str, press: Press = Press()) -> bytes:
        """What a tab says when a button, component or dialog of this id was used."""
        self.run = Run()
        return self._rerun(happened(name, press), page_script_hash=self._hash)

    def turning(self, page: str) -> bytes:
        """What a tab says when the reader goes to another page: only what the frame drew goes along."""
        self.run = Run()
        self.page = page
        self.widgets = {name: widget for name, widget in self.widgets.items() if widget.script == self._main}
        bound = {widget.parameter for widget in self.widgets.values()}
        self.parameters = {name: values for name, values in self.parameters.items() if name in bound}
        return self._rerun(page_script_hash=self.pages[page])

    def take(self, payload: bytes) -> bool:
        """Take a message; whether the run that was asked for ended with it."""
        self.run.received += len(payload)
        message = ForwardMsg.FromString(payload)
        kind = message.WhichOneof("type")
        if kind in ("delta", "ref_hash"):
            self._draw(message)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "navigation":
            self.pages = {one.url_pathname: one.page_script_hash for one in message.navigation.app_pages}
            self._hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.parameters = parse_qs(message.page_info_changed.query_string)
        elif kind == "page_not_found":
            self.run.errors.append(f"no page {message.page_not_found.page_name}")
        elif kind == "session_event" and message.session_event.HasField("script_compilation_exception"):
            self.run.errors.append(
                f"compilation: {message.session_event.script_compilation_exception.message}"
            )
        elif kind == "script_finished":
            return self._end(message)
        return False

    def _begin(self, message: ForwardMsg) -> None:
        new = message.new_session
        self._hash, self._main = new.page_script_hash, new.main_script_hash
        self.session, self._oldest = new.initialize.session_id, new.config.max_cached_message_age
        if not message.metadata.run.fragment_ids:
            self._seen, self.dialog = set(), ""

    def _draw(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") == "ref_hash":
            name, delta = message.ref_hash, self._recalled(message.ref_hash)
        else:
            name, delta = message.hash, message.delta
            if message.metadata.cacheable:
                self._kept[name] = _Kept(message, self._finished)
        block = delta.add_block
        if block.HasField("dialog") and block.dialog.is_open:
            self.dialog = block.dialog.id
        kind = delta.new_element.WhichOneof("type")
        if kind is None:
            return
        if kind != "html" and message.metadata.active_script_hash != self._main:
            self.run.drawn.add(name)
        element = getattr(delta.new_element, kind)
        if kind == "exception":
            self.run.errors.append(f"exception: {element.type} {element.message}".strip())
        elif kind in VALUED | PRESSED and element.id:
            script, alone = message.metadata.active_script_hash, bool(delta.fragment_id)
            self._use(Widget(kind, element, script, alone))

    def _recalled(self, name: str) -> Delta:
        """The delta of a message that the tab still has; without it, a browser would give up."""
        if name not in self._kept:
            self.run.errors.append("a reference to a message that is not kept")
            return Delta()
        self._kept[name].used = self._finished
        return self._kept[name].message.delta

    def _use(self, widget: Widget) -> None:
        """A widget keeps its value over reruns unless the server sets another."""
        name = widget.element.id
        self._seen.add(name)
        if widget.kind in VALUED:
            before = self.widgets.get(name)
            keeps = before is not None and not widget.element.set_value
            widget.value = before.value if keeps else held(widget)
        self.widgets[name] = widget

    def _end(self, message: ForwardMsg) -> bool:
        if message.script_finished not in ENDS:
            return False  # ended early, for another run
        fragments = set(message.metadata.run.fragment_ids)
        if not fragments:
            self.widgets = {name: widget for name, widget in self.widgets.items() if name in self._seen}
        self._finished += 1
        self._kept = {
            name: kept
            for name, kept in self._kept.items()
            if self._finished - kept.used <= self._oldest
            or (fragments and kept.message.delta.fragment_id not in fragments)
        }
        return True

    def _address(self, parameter: str, value: Value) -> None:
        if isinstance(value, bool):
            value = str(value).lower()
        self.parameters[parameter] = [value] if isinstance(value, str) else list(value)

    def _rerun(self, *triggers: WidgetState, **where: str) -> bytes:
        message = BackMsg()
        message.rerun_script.CopyFrom(
            ClientState(query_string=self.query, cached_message_hashes=list(self._kept), **where)
        )
        context = message.rerun_script.context_info
        context.timezone, context.timezone_offset, context.locale = "UTC", 0, "en-US"
        context.url, context.is_embedded, context.color_scheme = f"{self.origin}/{self.page}", False, "light"
        states = message.rerun_script.widget_states.widgets
        states.extend(
            state(name, widget.value) for name, widget in self.widgets.items() if widget.kind in VALUED
        )
        states.extend(triggers)
        return message.SerializeToString()
