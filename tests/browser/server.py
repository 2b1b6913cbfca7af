"""The app on a free port, as a reader starts it, `streamlit run app.py`, or as servers do."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOST = "localhost"
PATIENCE = 60  # seconds for a start
ASGI = "asgi:app"


class Server:
    """A running app. `origin` is its address without a path; what it prints goes to `log`. HEALTH is the path
    that answers once it serves."""

    HEALTH = "/_stcore/health"

    def __init__(
        self,
        log: Path,
        script: str = "app.py",
        folder: Path = ROOT,
        flags: Sequence[str] = (),
        port: int | None = None,
        through: Sequence[str] = (),
        **environment: str,
    ) -> None:
        """Start a script of a folder, or ASGI, under the settings that the folder has, and wait until
        it serves. `through` is a command that runs the command after it."""
        self.port = port or free_port()
        self.origin = f"http://{HOST}:{self.port}"
        served = ["uvicorn", script, "--host", HOST, "--port", str(self.port)]
        run = ["streamlit", "run", script, *flags, "--server.port", str(self.port)]
        inherited = {name: value for name, value in os.environ.items() if name != "LINCHPIN_DATA"}
        self._command = [*through, sys.executable, "-m", *(served if script == ASGI else run)]
        self._folder, self._environment, self.log = folder, inherited | environment, log
        self.start()

    def start(self) -> None:
        """Start the process, also again after it has ended, and wait until it serves."""
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._folder,
                env=self._environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            self._await_health()
        except BaseException:
            self.stop()
            raise

    def health(self) -> str | None:
        """What the health address answers; None while it does not."""
        try:
            with urllib.request.urlopen(f"{self.origin}{self.HEALTH}", timeout=5) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, OSError):
            return None

    def printed(self) -> str:
        """Everything the server has printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def pid(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        """End the process at once, as a lost machine does."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """End the process, and wait until it has ended."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _await_health(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while self.health() is None:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The app did not start:\n{self.printed()}")
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
