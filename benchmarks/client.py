"""A tab without a browser: a websocket to the server that speaks as a browser's does."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from benchmarks.protocol import Run, Tab
from benchmarks.widgets import Press, Value

PATIENCE = 30  # seconds for one run
# What a lost or silent server raises.
TROUBLE = (TimeoutError, WebSocketException, OSError)


class _Counted(ClientConnection):
    """A connection that counts the bytes that arrive, before they are unpacked."""

    arrived = 0

    def data_received(self, data: bytes) -> None:
        self.arrived += len(data)
        super().data_received(data)


@dataclass
class Answer:
    """A change and what came of it: seconds until the script had finished, and bytes on the wire."""

    seconds: float
    wire: int
    run: Run


class Client:
    """One tab with its connection."""

    def __init__(self, origin: str, page: str = "", query: str = "") -> None:
        self.tab = Tab(origin, page, query)
        self._socket: _Counted | None = None

    async def open(self) -> Answer:
        """Connect and wait for the first run; after `close`, come back to the same session, which the
        server keeps for two minutes."""
        self._socket = await connect(
            f"{self.tab.origin.replace('http', 'ws', 1)}/_stcore/stream",
            create_connection=_Counted,
            origin=self.tab.origin,
            # As the browser: the protocol, a token that only a login needs, and the session had before.
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN", *filter(None, [self.tab.session])],
            max_size=None,
            ping_interval=None,  # a browser answers pings and sends none
            proxy=None,
        )
        return await self._ask(self.tab.opening())

    async def choose(self, values: Mapping[str, Value]) -> Answer:
        """Give widgets, by id, new values."""
        return await self._ask(self.tab.changing(values))

    async def press(self, name: str, press: Press = Press()) -> Answer:
        """Use a button, component or dialog, by id."""
        return await self._ask(self.tab.pressing(name, press))

    async def turn(self, page: str) -> Answer:
        """Go to another page."""
        return await self._ask(self.tab.turning(page))

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()

    async def _ask(self, message: bytes) -> Answer:
        socket = self._socket
        arrived, began = socket.arrived, time.perf_counter()
        async with asyncio.timeout(PATIENCE):
            await socket.send(message)
            while not self.tab.take(await socket.recv()):
                pass
        return Answer(time.perf_counter() - began, socket.arrived - arrived, self.tab.run)
