"""A known vulnerability fails, an unreachable service doesn't: pip-audit itself, against a service of our own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests import audit

HASH = f"--hash=sha256:{'0' * 64}"


class Service(BaseHTTPRequestHandler):
    """Knows a vulnerability of `leaky`, and answers about `broken` with what is no answer."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["package"]["name"]
        event = {"introduced": "0"}, {"fixed": "1.1"}
        affected = {
            "package": {"name": asked, "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": event}],
        }
        found = {"id": "PYSEC-1", "aliases": ["CVE-1"], "summary": "leaks", "affected": [affected]}
        body = {"leaky": json.dumps({"vulns": [found]}), "broken": "<html>"}.get(asked, "{}").encode()
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


def ask(
    folder: Path, pins: str, url: str, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, str]:
    file = folder / "requirements.txt"
    file.write_text(pins, encoding="utf-8")
    asked = "--vulnerability-service", "osv", "--osv-url", url, "--cache-dir", str(folder / "cache")
    return audit.audit([file], *asked, *options), capsys.readouterr().out


def test_a_known_vulnerability_fails_and_is_named(tmp_path, service, capsys):
    pins = f"sound==1.0 {HASH}\nleaky==1.0 {HASH}\n"
    code, said = ask(tmp_path, pins, service, capsys)
    assert (code, said) == (1, "pip-audit: leaky 1.0 is vulnerable: PYSEC-1, CVE-1; fixed in 1.1\n")
    code, said = ask(tmp_path, pins, service, capsys, "--ignore-vuln", "CVE-1")
    assert (code, said) == (0, "pip-audit: no known vulnerability; packages audited: 2\n")


def test_nothing_known_passes(tmp_path, service, capsys):
    code, said = ask(tmp_path, f"sound==1.0 {HASH}\n", service, capsys)
    assert (code, said) == (0, "pip-audit: no known vulnerability; packages audited: 1\n")


def test_an_answer_that_is_none_passes_in_one_line(tmp_path, service, capsys):
    code, said = ask(tmp_path, f"broken==1.0 {HASH}\n", service, capsys)
    assert code == 0
    assert said.startswith("pip-audit: nothing was audited") and said.count("\n") == 1


def test_a_service_out_of_reach_passes_in_one_line(tmp_path, capsys):
    # Nobody listens on port 9 of this computer.
    code, said = ask(tmp_path, f"leaky==1.0 {HASH}\n", "http://127.0.0.1:9", capsys)
    assert code == 0
    assert said.startswith("pip-audit: nothing was audited") and said.count("\n") == 1


def test_a_pin_without_a_hash_fails(tmp_path, service, capsys):
    code, said = ask(tmp_path, "sound==1.0\n", service, capsys)
    assert code == 1
    assert "sound==1.0 does not contain a hash" in said


def test_a_service_that_knows_no_package_has_audited_nothing(capsys):
    assert audit.outcome([{"name": "sound", "skip_reason": "not found"}]) == 0
    assert capsys.readouterr().out.startswith("pip-audit: nothing was audited")


def test_a_package_that_the_service_does_not_know_is_named(capsys):
    sound = {"name": "sound", "version": "1.0", "vulns": []}
    assert audit.outcome([sound, {"name": "new", "skip_reason": "not found"}]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("does not know them: new")
