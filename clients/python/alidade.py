"""Items, scores and rewards of Alidade: exact answers to spatial questions.

The answers come from Alidade's server on this machine, which is started where none runs. Items are
plain dictionaries; a reply is right where the server proves it so from the item's instance.
"""

from __future__ import annotations

import atexit
import contextlib
import http.client
import json
import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Optional, Union

__all__ = [
    "AlidadeError",
    "Items",
    "check",
    "items",
    "marks",
    "prompts",
    "score",
    "scores",
    "solve",
    "tasks",
    "trl_reward",
    "verl_reward",
]

__version__ = "0.2.0"

Item = Mapping[str, Any]

#: Replies that are asked about in one request.
BATCH = 256
#: Items that are fetched at once when one of them is asked for.
BLOCK = 256
#: Seconds a server may take to start, the first download of what it runs on included.
START = 180
#: Seconds an answer may take.
PATIENCE = 120


class AlidadeError(RuntimeError):
    """What the server says is wrong with a request, or that there is no server."""


def items(
    task: str,
    *,
    seed: int = 0,
    size: Optional[int] = None,
    profile: Optional[str] = None,
    level: Optional[str] = None,
    **knobs: Union[str, int, float, bool],
) -> "Items":
    """The items of a task, as a sequence that is asked for when it is used.

    ``size`` bounds it, for what needs a length. Raises AlidadeError when the first item is asked
    for and the task, a knob or its value is not known.
    """
    return Items(task, seed=seed, size=size, profile=profile, level=level, knobs=knobs)


class Items(Sequence):
    """Items of one task, seed and set of knobs. Item i depends on nothing else."""

    def __init__(
        self,
        task: str,
        *,
        seed: int = 0,
        size: Optional[int] = None,
        profile: Optional[str] = None,
        level: Optional[str] = None,
        knobs: Optional[Mapping[str, Any]] = None,
        start: int = 0,
    ) -> None:
        if size is not None and size < 0:
            raise ValueError(f"Cannot make {size} items, must be 0 or more")
        self.task, self.seed, self.size, self.start = task, seed, size, start
        self.profile, self.level = profile, level
        self.knobs = dict(knobs or {})
        self._blocks: dict[int, list[dict[str, Any]]] = {}

    def __len__(self) -> int:
        if self.size is None:
            raise TypeError("Cannot tell the length of items without end, must be made with size=")
        return self.size

    def __getitem__(self, index):
        if isinstance(index, slice):
            if index.stop is None and self.size is None:
                raise IndexError("Cannot slice items without end to the end, must name one")
            size = self.size if self.size is not None else max(index.start or 0, index.stop or 0)
            first, last, step = index.indices(size)
            if step == 1:
                return self._fetch(first, max(0, last - first))
            return [self[i] for i in range(first, last, step)]
        if index < 0:
            index += len(self)
        if index < 0 or (self.size is not None and index >= self.size):
            raise IndexError(f"Cannot give item {index}, must be below {self.size}")
        block, place = divmod(index, BLOCK)
        if block not in self._blocks:
            count = BLOCK if self.size is None else min(BLOCK, self.size - block * BLOCK)
            if len(self._blocks) >= 16:
                self._blocks.pop(next(iter(self._blocks)))
            self._blocks[block] = self._fetch(block * BLOCK, count)
        return self._blocks[block][place]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        index = 0
        while self.size is None or index < self.size:
            yield self[index]
            index += 1

    def split(self, index: int, count: int) -> "Items":
        """The items of one of ``count`` workers: none stands in two, and together they are all."""
        if self.size is None or not 0 <= index < count:
            raise ValueError("Cannot split, must have a size, and be one of the parts")
        first, last = self.size * index // count, self.size * (index + 1) // count
        return Items(
            self.task, seed=self.seed, size=last - first, profile=self.profile, level=self.level,
            knobs=self.knobs, start=self.start + first,
        )

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_blocks": {}}

    def _fetch(self, first: int, count: int) -> list[dict[str, Any]]:
        if count <= 0:
            return []
        query: list[tuple[str, Any]] = [
            ("seed", self.seed), ("index", self.start + first), ("count", count),
        ]
        query += [(k, v) for k, v in (("profile", self.profile), ("level", self.level)) if v]
        query += [("set", f"{name}={_word(value)}") for name, value in self.knobs.items()]
        path = f"/v1/items/{urllib.parse.quote(self.task)}?{urllib.parse.urlencode(query)}"
        text = _server().ask("GET", path)
        found = [json.loads(line) for line in text.splitlines()]
        if len(found) != count:
            raise AlidadeError(f"Cannot give items: {len(found)} of {count} came")
        return found


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def score(item: Item, reply: str) -> float:
    """1.0 where the reply is right, else 0.0."""
    return scores([(item, reply)])[0]


def scores(pairs: Iterable[tuple[Item, str]]) -> list[float]:
    """1.0 for each right reply, else 0.0."""
    return [1.0 if mark == "right" else 0.0 for mark in marks(pairs)]


def marks(pairs: Iterable[tuple[Item, str]]) -> list[str]:
    """How each reply stands: ``right``, ``wrong``, ``unread`` or ``empty``."""
    asked = [{"item": _scored(item), "reply": reply} for item, reply in pairs]
    found: list[str] = []
    for at in range(0, len(asked), BATCH):
        for answer in _post("/v1/score", asked[at : at + BATCH]):
            if "error" in answer:
                raise AlidadeError(answer["error"])
            found.append(answer["mark"])
    return found


#: What scoring needs of an item.
_SCORED = (
    "id", "task", "version", "profile", "level", "knobs", "form", "choices", "claim", "instance",
    "answer",
)


def _scored(item: Item) -> dict[str, Any]:
    if isinstance(item, str):
        item = json.loads(item)
    return {name: item[name] for name in _SCORED if item.get(name) is not None}


def solve(kind: str, instances: Sequence[Any]) -> list[dict[str, Any]]:
    """The outcome of each instance: exact, tie, between, undetermined, impossible or limit."""
    return _post(f"/v1/solve/{urllib.parse.quote(kind)}", list(instances))


def check(kind: str, claims: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Whether each claim, ``{"instance", "outcome"}``, holds by an independent checker."""
    return _post(f"/v1/check/{urllib.parse.quote(kind)}", list(claims))


def tasks() -> list[dict[str, Any]]:
    """The tasks with their knobs."""
    return json.loads(_server().ask("GET", "/v1/tasks"))


def prompts(source: Iterable[Item]) -> list[dict[str, Any]]:
    """Rows with ``prompt`` and ``item``, for ``datasets.Dataset.from_list`` and TRL's trainers.

    The item stands there as JSON text, so that every row has the same columns.
    """
    return [{"prompt": item["question"], "item": json.dumps(item)} for item in source]


def trl_reward(
    completions: Sequence[Any], item: Sequence[Union[str, Item]] = (), **_: Any
) -> list[float]:
    """A reward function for TRL's GRPOTrainer; the dataset has a column ``item``.

    Completions are texts, or lists of messages, the last of which counts.
    """
    if len(item) != len(completions):
        raise ValueError("Cannot score: no column 'item', must come with each completion")
    return scores(zip(item, map(_text, completions)))  # type: ignore[arg-type]


def verl_reward(
    data_source: str,
    solution_str: str,
    ground_truth: Union[str, Item],
    extra_info: Optional[Mapping[str, Any]] = None,
    **_: Any,
) -> float:
    """A reward function for verl (``compute_score``); the item is the ``ground_truth``."""
    return score(ground_truth, solution_str)  # type: ignore[arg-type]


def _text(completion: Any) -> str:
    if isinstance(completion, str):
        return completion
    content = completion[-1]["content"] if completion else ""
    if isinstance(content, str):
        return content
    return "".join(part.get("text", "") for part in content)


def _post(path: str, value: Any) -> Any:
    return json.loads(_server().ask("POST", path, json.dumps(value)))


class _Server:
    """A server that is reached by one connection a thread, and found again when it is gone."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._lock = threading.Lock()
        self._url: Optional[str] = None
        self._pid = os.getpid()

    def ask(self, method: str, path: str, body: Optional[str] = None) -> str:
        data = None if body is None else body.encode()
        wait = 0.05
        last: Optional[Exception] = None
        for attempt in range(8):
            try:
                connection = self._connection(fresh=attempt > 0)
                headers = {"content-type": "application/json"} if data is not None else {}
                token = os.environ.get("ALIDADE_TOKEN")
                if token:
                    headers["authorization"] = f"Bearer {token}"
                connection.request(method, path, data, headers)
                response = connection.getresponse()
                text = response.read().decode()
            except (OSError, http.client.HTTPException) as error:
                # Nothing is lost: what the server answers depends on the request alone.
                last = error
                self._drop()
                time.sleep(wait)
                wait = min(2 * wait, 2)
                continue
            if response.status == 429:
                time.sleep(wait)
                wait = min(2 * wait, 2)
                continue
            if response.status >= 400:
                raise AlidadeError(_error_of(text, response.status))
            return text
        raise AlidadeError(f"Cannot reach Alidade's server: {last or 'it is busy'}")

    def _connection(self, fresh: bool) -> http.client.HTTPConnection:
        known = getattr(self._local, "connection", None)
        if known is not None and not fresh and self._local.pid == os.getpid():
            return known
        parts = urllib.parse.urlsplit(self._find())
        maker = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = maker(parts.hostname, parts.port, timeout=PATIENCE)
        connection.connect()
        if isinstance(connection.sock, socket.socket):
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._local.connection, self._local.pid = connection, os.getpid()
        return connection

    def _drop(self) -> None:
        with contextlib.suppress(Exception):
            self._local.connection.close()
        self._local.connection = None
        with self._lock:
            self._url = None

    def _find(self) -> str:
        given = os.environ.get("ALIDADE_URL")
        if given:
            return given
        with self._lock:
            if self._url is None:
                self._url = _running() or _start()
            return self._url


def _folder() -> str:
    """A folder of this user's own, where the one server says where it listens."""
    base = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    name = f"alidade-{os.getuid()}" if hasattr(os, "getuid") else "alidade"
    folder = os.environ.get("ALIDADE_RUNTIME") or os.path.join(base, name)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and os.stat(folder).st_uid != os.getuid():
        raise AlidadeError(f"Cannot use {folder}: it is another user's, must be one's own")
    return folder


def _running() -> Optional[str]:
    try:
        with open(os.path.join(_folder(), "server.json"), encoding="utf-8") as file:
            url = json.load(file)["url"]
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)
        connection.request("GET", "/healthz")
        if connection.getresponse().status == 200:
            return url
    except (OSError, ValueError, KeyError, http.client.HTTPException):
        pass
    return None


def _start() -> str:
    """Starts the server, once a machine: others wait at the lock, and find it running."""
    folder = _folder()
    with _locked(os.path.join(folder, "start.lock")):
        found = _running()
        if found:
            return found
        announced = os.path.join(folder, "server.json")
        with contextlib.suppress(FileNotFoundError):
            os.remove(announced)
        words = [*_command(), "serve", "--port", "0", "--quiet", "--announce", announced]
        log = os.path.join(folder, "server.log")
        with open(log, "ab") as errors:
            process = subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
                start_new_session=True,
            )
        if os.environ.get("ALIDADE_KEEP", "1") == "0":
            atexit.register(process.terminate)
        end = time.monotonic() + START
        while time.monotonic() < end:
            found = _running()
            if found:
                return found
            if process.poll() is not None:
                raise AlidadeError(f"Cannot start {shlex.join(words)}: {_tail(log)}")
            time.sleep(0.05)
        process.kill()
        raise AlidadeError(f"Cannot start {shlex.join(words)}: it was not ready in {START} s")


def _command() -> list[str]:
    given = os.environ.get("ALIDADE_COMMAND")
    if given:
        return shlex.split(given)
    installed = shutil.which("alidade")
    if installed:
        return [installed]
    if shutil.which("npx"):
        return ["npx", "-y", "@alidade/core"]
    raise AlidadeError("Cannot start a server: no alidade and no npx, must be on PATH")


@contextlib.contextmanager
def _locked(path: str) -> Iterator[None]:
    with open(path, "a", encoding="utf-8") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        except ImportError:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        yield


def _tail(path: str) -> str:
    with contextlib.suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
        lines = file.read()[-2000:].strip().splitlines()
        return lines[-1] if lines else "it said nothing"
    return "it said nothing"


def _error_of(text: str, status: int) -> str:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        return json.loads(text)["error"]
    return f"Cannot be answered: status {status}"


_SERVERS: dict[int, _Server] = {}


def _server() -> _Server:
    """One a process: a fork must not share its parent's connections."""
    pid = os.getpid()
    if pid not in _SERVERS:
        _SERVERS[pid] = _Server()
    return _SERVERS[pid]
