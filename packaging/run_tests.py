#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs all Qt Test executables of a folder and sums them up.

    run_tests.py build/tests [--filter TEXT] [--jobs N] [--timeout SECONDS] [--german]

With --german, all but the slow tests run again in a German locale, where a half is 0,5, if the sources of locales are
installed; of these, only failures count. Counts test functions, not their data rows, and neither initTestCase nor cleanupTestCase unless they fail. A function
fails if one of its rows fails, and is skipped if all of its rows are skipped. A program that crashes, hangs or exits before
its own totals adds one failure. The slow tests of packaging/slow_tests.txt start first, so that none of them runs alone at
the end. Unless TMPDIR is set, temporary files are kept in memory if there is enough: syncing thousands of small files makes
tests wait for the disk. The last line is `N passed, N failed`, followed by `, N skipped` if there are any; the exit code is 1
if a test failed or none ran.
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
ENOUGH_MEMORY = 6e9  # bytes; two parallel tests have used 2.2e9


class Outcome:
    """The results of one executable."""

    def __init__(self, name):
        self.name = name
        self.passed = self.failed = self.skipped = 0
        self.seconds = 0.0
        self.problem = ""  # why the program as a whole failed
        self.skips = []  # (function, reason)
        self.output = ""


def count_functions(output, outcome):
    """Counts results in the text output of Qt Test, which is complete up to a crash."""
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
        # Qt reports a skipped row as SKIP, and adds PASS for a function with rows that ran.
        if kinds <= {"SKIP", "BSKIP"}:
            outcome.skipped += 1
        else:
            outcome.passed += 1


def slow_tests():
    return [line for line in SLOW.read_text().split("\n") if line and not line.startswith("#")]


def in_order(tests):
    """Slow tests first, in the order of their list, then the others by name."""
    names = slow_tests()
    rank = {name: i for i, name in enumerate(names)}
    return sorted(tests, key=lambda path: (rank.get(path.name, len(rank)), path.name))


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def available_memory():
    """Bytes available without swapping; 0 if unknown."""
    try:
        found = re.search(r"^MemAvailable: *(\d+) kB", Path("/proc/meminfo").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0


@contextlib.contextmanager
def temporary_folder():
    """A folder for the temporary files of the tests, or None for the default."""
    fits = os.access(MEMORY, os.W_OK) and min(available_memory(), shutil.disk_usage(MEMORY).free) > ENOUGH_MEMORY
    if "TMPDIR" in os.environ or not fits:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="gbs-tests-", dir=MEMORY, ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o1777)  # like /tmp: some tests switch to another account
        yield folder


def german_locale(folder):
    """The variables of a locale with decimal commas, made in `folder`; None if it cannot be made."""
    try:
        made = subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", f"{folder}/de_DE.UTF-8"], capture_output=True)
    except OSError:
        return None
    # Warnings give the code 1.
    if made.returncode > 1 or not os.listdir(folder):
        return None
    # The system's error texts stay in English: tests compare them.
    return {"LOCPATH": folder, "LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "LC_MESSAGES": "C", "LANGUAGE": "en"}


def run_one(path, timeout, folder, locale=None):
    outcome = Outcome(path.name + (" (de_DE)" if locale else ""))
    environment = dict(os.environ) | (locale or {})
    if locale:
        environment.pop("LC_ALL", None)
    if folder:
        environment["TMPDIR"] = folder
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Tests run in parallel: threads that wait for each other on busy cores would be many times slower.
    environment.setdefault("OMP_NUM_THREADS", "1")
    start = time.monotonic()
    # A new session, so that a test's children end with it. `-o -,txt` selects plain text.
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
            outcome.problem = f"no end after {timeout} s"
        finally:
            end_group(process)
    outcome.seconds = time.monotonic() - start
    outcome.output = raw.decode("utf-8", "replace")
    count_functions(outcome.output, outcome)
    if not outcome.problem:
        outcome.problem = find_problem(process.returncode, outcome)
    if outcome.problem:
        outcome.failed += 1
    if locale:
        outcome.passed = outcome.skipped = 0
        outcome.skips = []
    return outcome


def find_problem(code, outcome):
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
        if outcome.problem:
            print(f"{outcome.name}: {outcome.problem}")
        print(f"----- end of {outcome.name}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of the *_test executables")
    parser.add_argument("--filter", default="", help="only tests whose name contains this")
    parser.add_argument("--jobs", type=int, default=2, help="parallel tests (default 2)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one executable (default 600)")
    parser.add_argument("--german", action="store_true", help="run the fast tests again with decimal commas")
    arguments = parser.parse_args()

    tests = in_order(
        path
        for path in arguments.folder.glob("*_test")
        if path.is_file() and os.access(path, os.X_OK) and arguments.filter in path.name
    )
    with (
        temporary_folder() as folder,
        tempfile.TemporaryDirectory() as locales,
        concurrent.futures.ThreadPoolExecutor(max(1, arguments.jobs)) as pool,
    ):
        outcomes = []
        jobs = [pool.submit(run_one, test, arguments.timeout, folder) for test in tests]
        if arguments.german and (locale := german_locale(locales)):
            fast = [test for test in tests if test.name not in slow_tests()]
            jobs += [pool.submit(run_one, test, arguments.timeout, folder, locale) for test in fast]
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
