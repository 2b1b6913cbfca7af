"""A known vulnerability fails, a service out of reach does not: pip-audit itself, asking our own service."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests import audit

HASH = f"--hash=sha256:{'0' * 64}"


class Service(BaseHTTPRequestHandler):
    """Knows a vulnerability of `leaky`."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["package"]["name"]
        event = {"introduced": "0"}, {"fixed": "1.1"}
        affected = {
            "package": {"name": asked, "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": event}],
        }
        found = {"id": "PYSEC-1", "aliases": ["CVE-1"], "summary": "leaks", "affected": [affected]}
        body = json.dumps({"vulns": [found]} if asked == "leaky" else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def ask(folder: Path, pins: str, url: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Audit a file of pins; the exit code, and what was printed."""
    file = folder / "requirements.txt"
    file.write_text(pins, encoding="utf-8")
    asked = "--vulnerability-service", "osv", "--osv-url", url, "--cache-dir", str(folder / "cache")
    return audit.audit([file], *asked), capsys.readouterr().out


def test_a_known_vulnerability_fails_and_is_named(tmp_path, service, capsys):
    code, said = ask(tmp_path, f"sound==1.0 {HASH}\nleaky==1.0 {HASH}\n", service, capsys)
    assert (code, said) == (1, "pip-audit: leaky 1.0 is vulnerable: PYSEC-1, CVE-1; fixed in 1.1\n")


def test_a_service_out_of_reach_passes_in_one_line(tmp_path, capsys):
    # Nobody listens on port 9 of this computer.
    code, said = ask(tmp_path, f"leaky==1.0 {HASH}\n", "http://127.0.0.1:9", capsys)
    assert code == 0
    assert said.startswith("pip-audit: nothing was audited") and said.count("\n") == 1


def test_a_pin_without_a_hash_fails(tmp_path, service, capsys):
    code, said = ask(tmp_path, "sound==1.0\n", service, capsys)
    assert code == 1
    assert "sound==1.0 does not contain a hash" in said


# What is said of a report

SOUND = {"name": "sound", "version": "1.0", "vulns": []}
UNKNOWN = {"name": "new", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("packages", "said"),
    [
        ([SOUND, SOUND], ["no known vulnerability; packages audited: 2"]),
        (
            [SOUND, UNKNOWN],
            [
                "no known vulnerability; packages audited: 1",
                "not audited, since the service does not know them: new",
            ],
        ),
        (
            [UNKNOWN],
            [
                "nothing was audited, the vulnerability service gave no answer "
                "(it knows none of the 1 packages)"
            ],
        ),
    ],
)
def test_a_report_without_a_vulnerability_passes(packages, said, capsys):
    assert audit.outcome(packages) == 0
    assert capsys.readouterr().out.splitlines() == [f"pip-audit: {line}" for line in said]


def test_a_vulnerability_without_a_fix_says_so(capsys):
    vulnerable = {"id": "PYSEC-2", "aliases": [], "fix_versions": []}
    assert audit.outcome([SOUND | {"vulns": [vulnerable]}]) == 1
    assert capsys.readouterr().out == "pip-audit: sound 1.0 is vulnerable: PYSEC-2; fixed in no version yet\n"
