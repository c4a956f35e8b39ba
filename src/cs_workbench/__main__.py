"""The entry point: runs one command line (`cli/dispatch.py`)."""

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    gc.disable()  # collecting while modules are imported costs a tenth of the start; what works long turns it on again
    gc.set_threshold(10_000, 20, 50)  # and then seldom: an import makes a million objects, hardly any of them garbage
    try:
        from cs_workbench.cli.dispatch import dispatch  # after the line above

        return dispatch(sys.argv[1:] if arguments is None else arguments)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
