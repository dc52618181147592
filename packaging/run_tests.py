#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs all Qt Test executables of a folder and sums them up.

    run_tests.py build/tests [--filter TEXT] [--jobs N] [--timeout SECONDS]

Counted are test functions, not rows of their data and not initTestCase and cleanupTestCase (unless these fail).
A function with a failing row has failed; one of which every row was skipped is skipped. A program that crashes,
hangs or ends before its own totals counts as one failure more. The slow tests, which packaging/slow_tests.txt names,
start first, so that none of them runs on alone at the end. Their temporary files are in memory where there is enough of it,
unless TMPDIR says where: thousands of small files that are synced make tests wait for the disk. The last line is `N passed, N failed`, followed by
`, N skipped` where there are any; the exit code is 1 when something failed or no test ran.
"""

import argparse
import concurrent.futures
import contextlib
import os
import re
import signal
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# "FAIL!  : ClassTest::function(row) message"; the message may be empty.
RESULT = re.compile(r"^(PASS|FAIL!|SKIP|XFAIL|XPASS|BPASS|BFAIL|BSKIP|QFATAL)\s*: (\w+)::(\w*)\((.*?)\)(?: (.*))?$")
TOTALS = re.compile(r"^Totals: \d+ passed, \d+ failed")
FRAME = {"initTestCase", "cleanupTestCase"}
BAD = {"FAIL!", "XPASS", "QFATAL"}
SLOW = Path(__file__).with_name("slow_tests.txt")
MEMORY = Path("/dev/shm")
ENOUGH_MEMORY = 6e9  # bytes free for files; two tests at a time have taken 2.2e9 of them


class Outcome:
    """What one executable did."""

    def __init__(self, name):
        self.name = name
        self.passed = self.failed = self.skipped = 0
        self.seconds = 0.0
        self.trouble = ""  # why the program itself failed, beyond its functions
        self.skips = []  # (function, reason)
        self.output = ""


def count_functions(output, outcome):
    """Fills the counts from the text that Qt Test writes, which is complete up to the moment of a crash."""
    rows = {}
    for line in output.splitlines():
        match = RESULT.match(line)
        if match:
            kind, _, function, row, message = match.groups()
            rows.setdefault(function, []).append((kind, message or row))
    for function, results in rows.items():
        kinds = {kind for kind, _ in results}
        if kinds & BAD:
            outcome.failed += 1
            continue
        reasons = sorted({message for kind, message in results if kind in ("SKIP", "BSKIP")})
        outcome.skips += [(function, reason) for reason in reasons]
        if function in FRAME:
            continue
        # A skipped row says so once; Qt reports a function whose rows ran as PASS beside it.
        if kinds <= {"SKIP", "BSKIP"}:
            outcome.skipped += 1
        else:
            outcome.passed += 1


def in_order(tests):
    """Slow tests first, in the order of their list; the others by name."""
    names = [line for line in SLOW.read_text().split("\n") if line and not line.startswith("#")]
    rank = {name: i for i, name in enumerate(names)}
    return sorted(tests, key=lambda path: (rank.get(path.name, len(rank)), path.name))


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def available_memory():
    """Bytes that programs may have without swapping; 0 where the system does not tell."""
    try:
        found = re.search(r"^MemAvailable: *(\d+) kB", Path("/proc/meminfo").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


@contextlib.contextmanager
def temporary_folder():
    """Where the tests put their files; None: where they like."""
    fits = os.access(MEMORY, os.W_OK) and min(available_memory(), shutil.disk_usage(MEMORY).free) > ENOUGH_MEMORY
    if "TMPDIR" in os.environ or not fits:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="gbs-tests-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o1777)  # as /tmp: some tests go on as another account
        yield folder


def run_one(path, timeout, folder):
    outcome = Outcome(path.name)
    environment = dict(os.environ)
    if folder:
        environment["TMPDIR"] = folder
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Tests run side by side: threads that wait for each other on busy cores would take many times as long.
    environment.setdefault("OMP_NUM_THREADS", "1")
    start = time.monotonic()
    # A session of its own, so that a test's children end with it; -o -,txt asks for plain text.
    with subprocess.Popen(
        [str(path.resolve()), "-o", "-,txt"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            raw, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            end_group(process)
            raw, _ = process.communicate()
            outcome.trouble = f"no end after {timeout} s"
        finally:
            end_group(process)
    outcome.seconds = time.monotonic() - start
    outcome.output = raw.decode("utf-8", "replace")
    count_functions(outcome.output, outcome)
    if not outcome.trouble:
        outcome.trouble = trouble_of(process.returncode, outcome)
    if outcome.trouble:
        outcome.failed += 1
    return outcome


def trouble_of(code, outcome):
    if code < 0:
        return f"ended by signal {-code} ({signal.Signals(-code).name})"
    if not any(TOTALS.match(line) for line in outcome.output.splitlines()):
        return f"ended with code {code} before its totals"
    if code != 0 and outcome.failed == 0:
        return f"ended with code {code} although no function failed"
    return ""


def report(outcome):
    verdict = "FAILED" if outcome.failed else "ok"
    counts = f"{outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped"
    print(f"{verdict:6} {outcome.name:36} {counts} ({outcome.seconds:.1f} s)", flush=True)
    if outcome.failed:
        print(f"----- output of {outcome.name}")
        print(outcome.output.rstrip())
        if outcome.trouble:
            print(f"{outcome.name}: {outcome.trouble}")
        print(f"----- end of {outcome.name}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of the *_test executables")
    parser.add_argument("--filter", default="", help="only tests whose name contains this")
    parser.add_argument("--jobs", type=int, default=2, help="tests at the same time (default 2)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one executable (default 600)")
    arguments = parser.parse_args()

    tests = in_order(
        path
        for path in arguments.folder.glob("*_test")
        if path.is_file() and os.access(path, os.X_OK) and arguments.filter in path.name
    )
    with temporary_folder() as folder, concurrent.futures.ThreadPoolExecutor(max(1, arguments.jobs)) as pool:
        outcomes = []
        jobs = [pool.submit(run_one, test, arguments.timeout, folder) for test in tests]
        for job in concurrent.futures.as_completed(jobs):
            outcomes.append(job.result())
            report(outcomes[-1])

    skips = sorted((o.name, function, reason) for o in outcomes for function, reason in o.skips)
    if skips:
        print("Skipped:")
        for name, function, reason in skips:
            print(f"  {name} {function}: {reason}")
    bad = sorted(o.name for o in outcomes if o.failed)
    if bad:
        print("Failed: " + " ".join(bad))
    if not outcomes:
        print(f"No test executables in {arguments.folder} (filter {arguments.filter!r})")
    passed, failed, skipped = (sum(getattr(o, k) for o in outcomes) for k in ("passed", "failed", "skipped"))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return 1 if failed or passed + skipped == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
