"""deploy/nginx.conf.template in front of two replicas: who is served by which, and what a reader of
a lost one sees."""

import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections import defaultdict
from pathlib import Path
from string import Template

import pytest
from playwright.sync_api import expect

from tests.browser.server import ASGI, HOST, ROOT, Server, free_port

TEMPLATE = ROOT / "deploy" / "nginx.conf.template"
SERVERS = "server {host}:{port} max_fails=1 fail_timeout=1s;"
# What nginx needs beyond the template: folders of its own that anyone may write.
MAIN = """
daemon off; master_process off; pid $folder/pid; error_log $folder/errors warn;
events {}
http {
  include /etc/nginx/mime.types;
  client_body_temp_path $folder/1; proxy_temp_path $folder/2; fastcgi_temp_path $folder/3;
  uwsgi_temp_path $folder/4; scgi_temp_path $folder/5;
  include $folder/site.conf;
}
"""


class Front:
    """nginx before two replicas, one of its own, to be lost, and one that stays. `origin` is its address."""

    def __init__(self, folder: Path, kept: Server) -> None:
        self.folder = folder
        self.lost = Server(folder / "replica", ASGI)
        self.replicas = [self.lost, kept]
        port = free_port()
        self.origin = f"http://{HOST}:{port}"
        servers = "\n".join(SERVERS.format(host=HOST, port=replica.port) for replica in self.replicas)
        site = Template(TEMPLATE.read_text(encoding="utf-8"))
        # As the image's envsubst does: nothing but what the environment names.
        (folder / "site.conf").write_text(
            site.safe_substitute(LISTEN=port, SERVERS=servers, LOG=folder / "sent")
        )
        (folder / "main.conf").write_text(Template(MAIN).substitute(folder=folder))
        self._nginx = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "main.conf", "-e", "stderr"])
        try:
            self._await()
        except BaseException:
            self.stop()
            raise

    def _await(self) -> None:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{self.origin}/ready", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("nginx did not start")

    def sent(self) -> dict[str, set[str]]:
        """By a reader's cookie, the ports that their requests went to."""
        ports: dict[str, set[str]] = defaultdict(set)
        for line in (self.folder / "sent").read_text(encoding="utf-8").splitlines():
            *_, reader, address, _ = line.split(" ")
            ports[reader].add(address.rpartition(":")[2])
        return ports

    def asked_by(self, reader: str) -> str:
        """The port of the replica that answers a reader, named by the cookie, encoded as in its header.
        nginx writes its log after the answer has gone out: wait for the line."""
        deadline = time.monotonic() + 10
        while not (ports := self.sent()[reader]):
            assert time.monotonic() < deadline, f"no request of {reader} in the log"
            time.sleep(0.02)
        (port,) = ports
        return port

    def stop(self) -> None:
        self._nginx.terminate()
        self._nginx.wait()
        self.lost.stop()


@pytest.fixture(scope="module")
def front(server, tmp_path_factory):
    if not shutil.which("nginx"):
        missing = "No nginx found."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    front = Front(tmp_path_factory.mktemp("front"), server)
    yield front
    front.stop()


@pytest.fixture
def readers(browser, front, visit):
    """Opens the same address as a reader of each replica; the tabs. More readers are named until both
    replicas have one, which takes no page."""
    contexts = []

    def readers(path):
        tabs = {}
        while len(tabs) < 2:
            assert len(contexts) < 20, "twenty readers on one replica"
            contexts.append(browser.new_context(service_workers="block"))
            for _ in range(2):  # the first answer names the reader, who is sent by that name
                contexts[-1].request.get(f"{front.origin}/ready")
            (cookie,) = (one for one in contexts[-1].cookies() if one["name"] == "linchpin_reader")
            port = front.asked_by(cookie["value"])
            if port not in tabs:
                tabs[port] = visit(path, at=front, by=contexts[-1])
        return [tabs[str(replica.port)] for replica in front.replicas]

    yield readers
    for context in contexts:
        context.close()


VIEW = "/commitments?theme=Health&q=vaccine"


def assert_same_view_and_alive(tab, before):
    """The tab shows what it showed, with no complaint, and still answers."""
    tab.wait_for_view(before)
    tab.settled("commitments")
    expect(tab.drawer).to_have_count(0)
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], q=["vaccine"], actor=["ROK"])
    tab.settled("commitments")
    tab.chip("ROK").click()
    tab.wait_for_query(theme=["Health"], q=["vaccine"])
    tab.settled("commitments")


def test_readers_stay_with_their_replica_and_find_their_view_on_the_other_if_it_is_lost(readers, front):
    """One test, since the replicas cost more than what is asked of them."""
    lost, kept = readers(VIEW)
    assert_headers_and_packed_files_pass_through(lost, front.origin)
    for tab in (lost, kept):
        with tab.page.expect_download() as started:
            tab.page.get_by_role("button", name="Download these rows").click()
        assert Path(started.value.path()).read_text(encoding="utf-8").count("\n") > 1
    assert "vaccine" not in (front.folder / "sent").read_text(encoding="utf-8")
    served = {reader: ports for reader, ports in front.sent().items() if reader != "-"}
    assert all(len(ports) == 1 for ports in served.values())

    before, lost.loses_server = lost.view, True
    kept.page.evaluate("window.untouched = true")
    front.lost.kill()
    expect(lost.page.locator("[data-test-connection-state=CONNECTED]")).to_have_count(0)
    assert_same_view_and_alive(lost, before)
    assert kept.view == before
    assert kept.page.evaluate("window.untouched"), "the page was loaded anew"
    assert kept.errors == []


def assert_headers_and_packed_files_pass_through(tab, origin):
    answer = tab.page.request.get(origin)
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-encoding"] == "br"
    script = tab.page.locator("script[type=module]").first.evaluate("script => script.src")
    script = tab.page.request.get(script)
    assert script.headers["content-encoding"] == "br"
    assert "immutable" in script.headers["cache-control"]
