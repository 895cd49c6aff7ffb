"""`python -m gapcheck`."""

import signal
import sys

from gapcheck.stopping import listen, was_stopped

_INTERRUPTED = 130


def run() -> None:
    """The console script: a signal that ends it, also while it loads, is one line and no traceback."""
    listen()  # what is open is closed, after either signal
    try:
        from gapcheck.cli.main import main

        main()
    except (Exception, KeyboardInterrupt) as error:
        if not (was_stopped() or isinstance(error, KeyboardInterrupt)):
            raise
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print("gapcheck: stopped", file=sys.stderr)
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
