"""`python -m gapcheck`."""

import signal
import sys

_INTERRUPTED = 130


def run() -> None:
    """The console script: a signal that ends it, also while it loads, is one line and no traceback."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # what is open is closed, as after Ctrl-C
    try:
        from gapcheck.cli.main import main

        main()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        print("gapcheck: stopped", file=sys.stderr)
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    run()
