# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an event file with TensorBoard's own reader and prints its scalars as JSON: {tag: [[step, value], ...]}.

Usage: tensorboard_reads.py FOLDER. Ends with 77 where the package `tensorboard` is not installed.
"""
import json
import sys

try:
    from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
except ImportError:
    sys.exit(77)

events = EventAccumulator(sys.argv[1], size_guidance={"scalars": 0})
events.Reload()
json.dump(
    {tag: [[event.step, event.value] for event in events.Scalars(tag)] for tag in events.Tags()["scalars"]},
    sys.stdout,
)
