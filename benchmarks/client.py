"""A tab without a browser, connected to the server by a websocket."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.protocol import Run, Tab
from benchmarks.widgets import CLICK, Press, Value

TIMEOUT = 30  # seconds for one run
# What is raised when the connection is lost or the server does not answer.
CONNECTION_ERRORS = (TimeoutError, WebSocketException, OSError)


class _CountingConnection(ClientConnection):
    """A connection that counts the bytes that arrive, still compressed."""

    arrived = 0

    def data_received(self, data: bytes) -> None:
        self.arrived += len(data)
        super().data_received(data)


@dataclass
class Answer:
    """What a change caused: seconds until the script has finished, bytes as they arrived, and the run."""

    seconds: float
    wire_bytes: int
    run: Run


class Client:
    """One tab with its connection."""

    def __init__(self, origin: str, page: str = "", query: str = "") -> None:
        self.tab = Tab(origin, page, query)
        self._socket: _CountingConnection | None = None

    async def open(self) -> Answer:
        """Connect and wait for the first run.

        After `close`, this continues the same session, which the server keeps for two minutes.
        """
        self._socket = await connect(
            f"{self.tab.origin.replace('http', 'ws', 1)}/_stcore/stream",
            create_connection=_CountingConnection,
            origin=self.tab.origin,
            # As a browser sends them: the protocol, a token for a login, and the session of before.
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN", *filter(None, [self.tab.session])],
            max_size=None,
            ping_interval=None,  # a browser answers pings and sends none
            proxy=None,
        )
        return await self._send(self.tab.opening())

    async def choose(self, values: Mapping[str, Value]) -> Answer:
        """Give widgets, by id, new values."""
        return await self._send(self.tab.changing(values))

    async def press(self, name: str, press: Press = CLICK) -> Answer:
        """Use a button, component or dialog, by id."""
        return await self._send(self.tab.pressing(name, press))

    async def change_page(self, page: str) -> Answer:
        """Go to another page."""
        return await self._send(self.tab.changing_page(page))

    async def close(self) -> None:
        """Close the connection."""
        if self._socket is not None:
            await self._socket.close()

    async def _send(self, message: bytes) -> Answer:
        """Send a message and wait for the end of the run that it causes."""
        socket = self._socket
        arrived_before, began = socket.arrived, time.perf_counter()
        async with asyncio.timeout(TIMEOUT):
            await socket.send(message)
            while not self.tab.receive(await socket.recv()):
                pass
        return Answer(time.perf_counter() - began, socket.arrived - arrived_before, self.tab.run)
