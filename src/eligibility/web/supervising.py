"""Several workers at one address: what dies is replaced, and SIGHUP replaces them one after another."""

from collections.abc import Callable
from socket import socket

from uvicorn import Config
from uvicorn.supervisors import Multiprocess


class Supervisor(Multiprocess):
    """The library's own, which tells when all of its workers answer, and that control-c ended it."""

    def __init__(self, config: Config, listener: socket, listening: Callable[[], None]) -> None:
        super().__init__(config, [listener])
        self._listening = listening
        self._interrupted = False
        self._begun = False

    def run(self) -> None:
        """Where the first workers fail, so would all that replaced them, and whoever asks would wait for ever."""
        super().run()
        if self._interrupted:
            raise KeyboardInterrupt
        if not self._begun:
            raise SystemExit(1)

    def init_processes(self) -> None:
        super().init_processes()
        if all([one.wait_until_ready(self.config.timeout_worker_healthcheck) for one in self.processes]):
            self._begun = True
            self._listening()
        else:
            self.should_exit.set()

    def handle_int(self) -> None:
        self._interrupted = True
        super().handle_int()
