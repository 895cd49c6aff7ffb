"""`python -m gapcheck`."""

import gc
import os
import signal
import sys

from gapcheck.stopping import listen, was_stopped

_INTERRUPTED = 130


def run() -> None:
    """The console script: a signal that ends it, also while it loads, is one line and no traceback."""
    listen()  # what is open is closed, after either signal
    gc.disable()  # loading makes many objects and no rubbish: looking for it costs a tenth of the start
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads have no work, and take 40 MB of addresses a core
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
