#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills commands with SIGKILL at random moments, continues them, and compares what they leave with an uninterrupted run.

    tests/reliability/kills.py [--kills N] [--only NAME ...] [--seed S] [--build build]

Each scenario is started, killed and continued until it ends or has been killed often enough; then it is left alone until it
ends, and its files must be those of a run that nobody killed, byte for byte but for times. Afterwards the next round starts
over, until all scenarios together have had N kills. Reviews are judged by the test program review_kill_test, which checks
that what was acknowledged is there. Prints a table; the exit code is 1 if anything was lost.
"""
import argparse
import json
import os
import random
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def write_png(path, seed):
    draw = random.Random(seed)
    color = bytes(draw.randrange(256) for _ in range(3))
    rows = b"".join(b"\0" + (color * 40 + bytes(3 * 56) if 10 < y < 40 else bytes(3 * 96)) for y in range(72))
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", 96, 72, 8, 2, 0, 0, 0)) +
                     chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def make_data(folder, count=10):
    (folder / "photos").mkdir(parents=True)
    captions, boxes = [], ["image\twidth\theight\tx1\ty1\tx2\ty2\tphrase"]
    for i in range(count):
        name = f"{i}.png"
        write_png(folder / "photos" / name, i)
        captions += [f"{name}\t0\tA square number {i} on the left .", f"{name}\t1\tThing {i} hangs on a dark wall"]
        boxes += [f"{name}\t96\t72\t1\t11\t41\t40\ta {word}" for word in ("square", "wall", f"thing {i}")]
    (folder / "captions.tsv").write_text("\n".join(captions) + "\n")
    (folder / "boxes.tsv").write_text("\n".join(boxes) + "\n")
    (folder / "recipe.yaml").write_text(
        "seed: 3\ndata: {images: photos, captions: captions.tsv}\nmodel: {input_size: 32, neck_width: 8, decoder_width: 4}\n"
        "batch: 4\nsteps: 8\ncheckpoint: {every: 1}\nlog: {every: 1}\noptimizer: {name: adamw, learning_rate: 0.001}\n")
    (folder / "table.yaml").write_text(
        "title: Two rows\nbase: paper\ncolumns: [L_neg]\nrows:\n  - {name: with, cells: [yes], paper: {}}\n"
        "  - {name: without, cells: [no], set: {loss.neg: 0}, paper: {}}\n")
    benchmark = folder / "benchmark"
    shutil.copytree(folder / "photos", benchmark / "images")
    shutil.copy(folder / "boxes.tsv", benchmark / "phrases.tsv")


class Scenario:
    """A command that continues what an earlier one left in `out`."""

    def __init__(self, name, gbs, data, begin, resume, read):
        self.name, self.gbs, self.data, self.read = name, gbs, data, read
        self.begin, self.resume = begin, resume
        self.kills = self.rounds = self.lost = 0
        self.usual = 1.0  # seconds from the start to the end

    def start(self, out):
        exists = any(out.parent.glob(out.name + "*"))
        arguments = (self.resume if exists else self.begin)(out)
        return subprocess.Popen([self.gbs, *map(str, arguments)], cwd=self.data, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def finish(self, out):
        begin = time.monotonic()
        process = self.start(out)
        _, errors = process.communicate()
        self.usual = 0.7 * self.usual + 0.3 * (time.monotonic() - begin)
        if process.returncode != 0:
            raise RuntimeError(f"{self.name}: {errors.strip()[-500:]}")
        return self.read(out)

    def kill(self, out, draw):
        """Returns whether the process lived long enough to be killed."""
        process = self.start(out)
        try:
            _, errors = process.communicate(timeout=draw.uniform(0.05, 0.95) * self.usual)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            self.kills += 1
            return True
        if process.returncode != 0:
            raise RuntimeError(f"{self.name} does not continue: {errors.strip()[-500:]}")
        return False

    def round(self, folder, expected, draw, budget):
        out = folder / f"{self.name}-{self.rounds}"
        for _ in range(min(budget, draw.randrange(1, 9))):
            if not self.kill(out, draw):
                break
        # Temporary files younger than a minute may stay: another process could be writing them.
        if self.finish(out) != expected:
            self.lost += 1
            print(f"{self.name}: round {self.rounds} differs", file=sys.stderr)
        self.rounds += 1
        for path in folder.glob(out.name + "*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def read_tree(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*"))
            if path.is_file() and not path.name.startswith(".")}


def read_run(out):
    """Losses by step, and the tensors of the last checkpoint."""
    lines = [json.loads(line) for line in (out / "metrics.jsonl").read_text().splitlines()]
    losses = [{key: value for key, value in line.items() if key not in ("time", "images_per_second")} for line in lines]
    model = (out / "checkpoints" / "step-00000008.safetensors").read_bytes()
    (length,) = struct.unpack("<Q", model[:8])
    return losses, model[8 + length:]


def read_maps(out):
    files = read_tree(out)
    lines = sorted(files.pop("maps.jsonl").decode().splitlines())
    return files, [line.replace(str(out), "") for line in lines]


def read_table(out):
    """The table without the minutes, the scores of each phrase, and what both rows learned."""
    scores = {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("results-*.jsonl"))}
    table = re.sub(r"[0-9.]+ min", "", (out / "table.md").read_text()).replace(str(out), "")
    return table, scores, [read_run(out / f"{row}-seed1") for row in ("with", "without")]


def scenarios(gbs, data):
    model = ROOT / "resources/models/default.safetensors"
    evaluate = lambda out: ["evaluate", "--model", model, "--device", "cpu", "--phrases", "boxes.tsv", "--images", "photos",
                            "--per-phrase", out, "--resume"]
    ground = lambda out: ["ground", "photos", "--phrases", "boxes.tsv", "--model", model, "--device", "cpu", "--out", out, "--format",
                          "overlay", "--format", "npy", "--resume"]
    train = lambda out: ["train", "recipe.yaml", "--run", out, "--set", "device=cpu"]
    yield Scenario("train", gbs, data, train,
                   lambda out: ["train", "--resume", out] if (out / "config.yaml").exists() else train(out), read_run)
    yield Scenario("evaluate", gbs, data, evaluate, evaluate, lambda out: out.read_bytes())
    yield Scenario("ground", gbs, data, ground, ground, read_maps)
    reproduce = lambda out: ["reproduce", "table.yaml", "--base", "recipe.yaml", "--set", "data.images=photos", "--set",
                             "data.captions=captions.tsv", "--set", "device=cpu", "--benchmark", "benchmark", "--out", out]
    yield Scenario("reproduce", gbs, data, reproduce, reproduce, read_table)
    report = lambda out: ["report", "photos", "a square", "a dark wall", "--model", model, "--device", "cpu", "--out", out]
    yield Scenario("report", gbs, data, report, report, lambda out: out.read_bytes())


def kill_reviews(program, kills):
    """Each run of the test program kills 12 times. Returns kills and failed runs."""
    done = failed = 0
    while done < kills:
        run = subprocess.run([program], capture_output=True, text=True, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
        done += 12
        if run.returncode != 0:
            failed += 1
            print(run.stdout[-2000:], file=sys.stderr)
    return done, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    arguments = parser.parse_args()
    draw = random.Random(arguments.seed)
    rows = []
    with tempfile.TemporaryDirectory() as name:
        data = Path(name) / "data"
        make_data(data)
        chosen = [s for s in scenarios(arguments.build / "gbs", data) if not arguments.only or s.name in arguments.only]
        reviews = not arguments.only or "reviews" in arguments.only
        share = -(-arguments.kills // (len(chosen) + reviews))
        for scenario in chosen:
            folder = Path(name) / scenario.name
            folder.mkdir()
            expected = scenario.finish(folder / "uninterrupted")
            while scenario.kills < share:
                scenario.round(folder, expected, draw, share - scenario.kills)
            rows.append((scenario.name, scenario.kills, scenario.rounds, scenario.lost))
            print("{}: {} kills in {} rounds, {} lost".format(*rows[-1]), flush=True)
        if reviews:
            done, failed = kill_reviews(arguments.build / "tests/review_kill_test", share)
            rows.append(("reviews", done, done // 12, failed))
    print("\n| What | Kills | Rounds | Lost |\n|---|---|---|---|")
    for row in rows:
        print("| {} | {} | {} | {} |".format(*row))
    sys.exit(any(row[3] for row in rows) or not rows)


if __name__ == "__main__":
    main()
