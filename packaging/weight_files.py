# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes weights files atomically: a crash or a full disk leaves no partial file."""
import os


class ConversionError(Exception):
    """Says what went wrong, where, and what to do."""


def replace_durably(temporary, target):
    with open(temporary, "rb") as stream:
        os.fsync(stream.fileno())
    os.replace(temporary, target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def save_verified(tensors, metadata, target):
    """Writes a safetensors file, reads it back, and renames it only if the contents match."""
    import torch
    from safetensors import safe_open
    from safetensors.torch import save_file

    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        save_file(tensors, temporary, metadata)
        os.chmod(temporary, 0o644)
        with safe_open(temporary, framework="pt") as stored:
            if set(stored.keys()) != set(tensors):
                raise ConversionError(f"{temporary}: the tensor names read back differ from those written")
            for name, tensor in tensors.items():
                if not torch.equal(stored.get_tensor(name), tensor):
                    raise ConversionError(f"{temporary}: {name} differs when read back; is the disk damaged?")
        replace_durably(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
    print(f"  {target} ({len(tensors)} tensors, {target.stat().st_size / 1e6:.1f} MB)", flush=True)
