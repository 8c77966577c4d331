"""Works that worker processes find by name, for the tests of engines."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from rashomon.adapters.process_pool import ProcessPool
from rashomon.model.engine import Work


def doubled(number: int) -> int:
    """Twice the number; 13 ends its process."""
    if number == 13:
        os._exit(1)
    return 2 * number


def touched(path: str) -> str:
    """The path of a file that is there now."""
    Path(path).touch()
    return path


def slow(number: int) -> int:
    """The number, after a while."""
    time.sleep(0.05)
    return number


def length(text: str) -> int:
    """How long the text is."""
    return len(text)


def who(_number: int) -> int:
    """The process that does it."""
    return os.getpid()


DOUBLE = Work(doubled, takes=int, gives=int)
TOUCH = Work(touched, takes=str, gives=str)
SLOW = Work(slow, takes=int, gives=int)
WHO = Work(who, takes=int, gives=int)
LENGTH = Work(length, takes=str, gives=int, whole=True)


def main() -> None:
    """Ten minutes of slow work on two processes; says when the first product is there, and that it was interrupted."""
    # A shell's background jobs are begun deaf to interrupts, and so would be every process below them.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for number in ProcessPool(2).map(SLOW, range(24_000)):
            if number == 0:
                sys.stdout.write("first\n")
                sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stdout.write("interrupted\n")


if __name__ == "__main__":
    main()
