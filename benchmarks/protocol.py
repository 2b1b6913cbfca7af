"""A browser's tab in Streamlit's protocol: messages in, messages out, as bytes, without a socket.

Written from what Chromium sends with Streamlit 1.67. Every request for a rerun has the values of all widgets
on the page, the query of the address, the hash of the page, and the hashes of the messages that the tab
keeps; the server sends only references to those.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.widgets import (
    CLICK,
    PRESSED,
    VALUED,
    Press,
    Value,
    Widget,
    event_state,
    server_value,
    value_state,
)

# How a run can end. An early end is not one of them: another run follows.
ENDS = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
}


@dataclass
class Run:
    """What the server sent from a change to the end of its run.

    received: bytes. drawn: the hashes of the elements of the page itself, without frame and styles.
    """

    received: int = 0
    drawn: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)


@dataclass
class _KeptMessage:
    """A message that the tab keeps, since the server may refer to it."""

    message: ForwardMsg
    last_used: int  # the number of finished runs at its last use


class Tab:
    """One tab. page: the path of its address, "" for the start page. query: of its address."""

    def __init__(self, origin: str, page: str = "", query: str = "") -> None:
        self.origin, self.page = origin, page
        self.parameters = parse_qs(query)
        self.pages: dict[str, str] = {}  # hash of each page by its path
        self.widgets: dict[str, Widget] = {}  # by id
        self.dialog = ""  # the id of the open dialog
        self.session = ""  # its id, from the server
        self.run = Run()
        self._page_hash = self._main_hash = ""  # of the current page's script, and of app.py
        self._kept: dict[str, _KeptMessage] = {}
        self._finished_runs = 0
        self._most_runs = 2  # after so many runs without use, a message is no longer kept
        self._seen: set[str] = set()  # ids of widgets in the current run

    @property
    def query(self) -> str:
        """The query of the address."""
        return urlencode(self.parameters, doseq=True)

    def widget(self, key: str) -> Widget | None:
        """The widget with this key; None if the page has none."""
        return next((widget for widget in self.widgets.values() if widget.key == key), None)

    def opening(self) -> bytes:
        """The message that opens the page, or opens it again after the connection was lost."""
        self.run = Run()
        return self._rerun(page_script_hash=self._page_hash, page_name="" if self._page_hash else self.page)

    def changing(self, values: Mapping[str, Value]) -> bytes:
        """The message that these widgets, by id, have new values."""
        self.run = Run()
        for name, value in values.items():
            widget = self.widgets[name]
            widget.value = value
            if widget.parameter:
                self._set_parameter(widget.parameter, value)
        return self._rerun(page_script_hash=self._page_hash)

    def pressing(self, name: str, press: Press = CLICK) -> bytes:
        """The message that a button, component or dialog, by id, was used."""
        self.run = Run()
        return self._rerun(event_state(name, press), page_script_hash=self._page_hash)

    def changing_page(self, page: str) -> bytes:
        """The message that the reader goes to another page. The tab keeps only the widgets of the frame."""
        self.run = Run()
        self.page = page
        self.widgets = {
            name: widget for name, widget in self.widgets.items() if widget.script == self._main_hash
        }
        bound = {widget.parameter for widget in self.widgets.values()}
        self.parameters = {name: values for name, values in self.parameters.items() if name in bound}
        return self._rerun(page_script_hash=self.pages[page])

    def receive(self, payload: bytes) -> bool:
        """Handle a message of the server. Returns whether it ends the current run."""
        self.run.received += len(payload)
        message = ForwardMsg.FromString(payload)
        kind = message.WhichOneof("type")
        if kind in ("delta", "ref_hash"):
            self._draw(message)
        elif kind == "new_session":
            self._begin(message)
        elif kind == "navigation":
            self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            self._page_hash = message.navigation.page_script_hash
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
        """Handle the message that begins a run."""
        new = message.new_session
        self._page_hash, self._main_hash = new.page_script_hash, new.main_script_hash
        self.session, self._most_runs = new.initialize.session_id, new.config.max_cached_message_age
        if not message.metadata.run.fragment_ids:
            self._seen, self.dialog = set(), ""

    def _draw(self, message: ForwardMsg) -> None:
        """Handle a message with an element or a block, or a reference to one."""
        if message.WhichOneof("type") == "ref_hash":
            name = message.ref_hash
            delta = self._kept_delta(name)
        else:
            name = message.hash
            delta = message.delta
            if message.metadata.cacheable:
                self._kept[name] = _KeptMessage(message, self._finished_runs)
        block = delta.add_block
        if block.HasField("dialog") and block.dialog.is_open:
            self.dialog = block.dialog.id
        kind = delta.new_element.WhichOneof("type")
        if kind is None:
            return
        if kind != "html" and message.metadata.active_script_hash != self._main_hash:
            self.run.drawn.add(name)
        element = getattr(delta.new_element, kind)
        if kind == "exception":
            self.run.errors.append(f"exception: {element.type} {element.message}".strip())
        elif kind in VALUED | PRESSED and element.id:
            script = message.metadata.active_script_hash
            self._update_widget(Widget(kind, element, script, in_fragment=bool(delta.fragment_id)))

    def _kept_delta(self, name: str) -> Delta:
        """The content of a kept message. If it is not kept, that is an error: a browser would give up."""
        if name not in self._kept:
            self.run.errors.append("a reference to a message that is not kept")
            return Delta()
        self._kept[name].last_used = self._finished_runs
        return self._kept[name].message.delta

    def _update_widget(self, widget: Widget) -> None:
        """Add a widget, or update it: it keeps its value unless the server sets another."""
        name = widget.element.id
        self._seen.add(name)
        if widget.kind in VALUED:
            before = self.widgets.get(name)
            keeps = before is not None and not widget.element.set_value
            widget.value = before.value if keeps else server_value(widget)
        self.widgets[name] = widget

    def _end(self, message: ForwardMsg) -> bool:
        """Handle the message that a run has ended: forget widgets and messages that are no longer used."""
        if message.script_finished not in ENDS:
            return False
        fragments = set(message.metadata.run.fragment_ids)
        if not fragments:
            self.widgets = {name: widget for name, widget in self.widgets.items() if name in self._seen}
        self._finished_runs += 1
        self._kept = {
            name: kept
            for name, kept in self._kept.items()
            if self._finished_runs - kept.last_used <= self._most_runs
            or (fragments and kept.message.delta.fragment_id not in fragments)
        }
        return True

    def _set_parameter(self, parameter: str, value: Value) -> None:
        """Put the value of a bound widget into the address."""
        if isinstance(value, bool):
            value = str(value).lower()
        self.parameters[parameter] = [value] if isinstance(value, str) else list(value)

    def _rerun(self, *events: WidgetState, **page: str) -> bytes:
        """The message that asks for a rerun of a page, with the values of all widgets, and events."""
        message = BackMsg()
        message.rerun_script.CopyFrom(
            ClientState(query_string=self.query, cached_message_hashes=list(self._kept), **page)
        )
        context = message.rerun_script.context_info
        context.timezone, context.timezone_offset, context.locale = "UTC", 0, "en-US"
        context.url = f"{self.origin}/{self.page}"
        context.is_embedded, context.color_scheme = False, "light"
        states = message.rerun_script.widget_states.widgets
        states.extend(
            value_state(name, widget.value) for name, widget in self.widgets.items() if widget.kind in VALUED
        )
        states.extend(events)
        return message.SerializeToString()
