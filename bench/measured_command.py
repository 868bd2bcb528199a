"""Runs the ``sayso`` command line with these arguments, then writes what it used as one JSON line to standard error."""

import json
import resource
import sys
import time
from pathlib import Path


def peak_mb() -> float:
    """Peak resident memory of this process.

    Linux carries the peak of the process that started a command over into ``ru_maxrss``; ``VmHWM`` is the
    command's own.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        lines = status.read_text(encoding="utf-8", errors="replace").splitlines()
        return float(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    from sayso.cli import main

    sys.argv[0] = "sayso"
    try:
        main()
    finally:
        print(json.dumps({"cpu_s": time.process_time(), "peak_mb": peak_mb()}), file=sys.stderr)
