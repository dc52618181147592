# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts a language model from Hugging Face (BERT) or AllenNLP (ELMo) to a folder that the program reads.

Called by convert_weights.py --bert and --elmo. Old pickles (pytorch_model.bin) are opened with weights_only=True. ELMo
needs h5py: pip install h5py into build/venv.
"""
import json
import shutil
from pathlib import Path

from weight_files import ConversionError, replace_durably, save_verified


def copy_small(source, target):
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        shutil.copyfile(source, temporary)
        replace_durably(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def find_one(folder, patterns, what):
    for pattern in patterns:
        found = sorted(folder.glob(pattern))
        if len(found) == 1:
            return found[0]
        if len(found) > 1:
            raise ConversionError(f"{folder}: several files match {pattern}; keep only one")
    raise ConversionError(f"{folder}: {what} is missing ({' or '.join(patterns)})")


def check_numbers(tensors, source):
    import torch

    for name, tensor in tensors.items():
        if not tensor.is_floating_point():
            raise ConversionError(f"{source}: {name} is not floating point")
        if not torch.isfinite(tensor).all():
            raise ConversionError(f"{source}: {name} contains values that are not finite")


def bert_tensors(state):
    """The tensors of BertModel under their current names, without the prefix "bert.", heads and pooler."""
    prefix = "bert." if any(name.startswith("bert.") for name in state) else ""
    tensors = {}
    for name, tensor in state.items():
        own = name.removeprefix(prefix)
        if not name.startswith(prefix) or not own.startswith(("embeddings.", "encoder.")) or own.endswith("position_ids"):
            continue
        own = own.replace("LayerNorm.gamma", "LayerNorm.weight").replace("LayerNorm.beta", "LayerNorm.bias")
        tensors[own] = tensor.contiguous()
    return tensors


def load_bert_state(source):
    import torch
    from safetensors.torch import load_file

    if (source / "model.safetensors").exists():
        return load_file(source / "model.safetensors")
    if (source / "model.safetensors.index.json").exists():
        index = json.loads((source / "model.safetensors.index.json").read_text(encoding="utf-8"))
        return {k: v for shard in sorted(set(index["weight_map"].values())) for k, v in load_file(source / shard).items()}
    if (source / "pytorch_model.bin").exists():
        return torch.load(source / "pytorch_model.bin", map_location="cpu", weights_only=True)
    raise ConversionError(f"{source}: neither model.safetensors nor pytorch_model.bin found")


def convert_bert(source, target):
    config = json.loads(find_one(source, ["config.json"], "the configuration").read_text(encoding="utf-8"))
    vocabulary = find_one(source, ["vocab.txt"], "the vocabulary")
    tensors = bert_tensors(load_bert_state(source))
    wanted = (config["vocab_size"], config["hidden_size"])
    table = tensors.get("embeddings.word_embeddings.weight")
    if table is None or tuple(table.shape) != wanted:
        shape = None if table is None else tuple(table.shape)
        raise ConversionError(f"{source}: word embeddings of shape {shape}, config.json says {wanted}")
    layers = {int(name.split(".")[2]) for name in tensors if name.startswith("encoder.layer.")}
    if layers != set(range(config["num_hidden_layers"])):
        raise ConversionError(f"{source}: {len(layers)} layers, config.json says {config['num_hidden_layers']}")
    check_numbers(tensors, source)
    target.mkdir(parents=True, exist_ok=True)
    copy_small(source / "config.json", target / "config.json")
    copy_small(vocabulary, target / "vocab.txt")
    if (source / "tokenizer_config.json").exists():
        copy_small(source / "tokenizer_config.json", target / "tokenizer_config.json")
    # The tensors last: once they exist, the folder is complete.
    save_verified(tensors, {"source": source.name, "format": "pt"}, target / "model.safetensors")


def elmo_tensors(weights, options):
    """Maps AllenNLP's .hdf5 file, which has TensorFlow's layout, to the tensors of core/text/elmo_encoder.cpp.

    Transposes matrices, negates the highway's carry gate, adds 1 to the bias of the forget gate (as AllenNLP does when
    loading), reorders gates from TensorFlow's i j f o to i f j o, and inserts row 0 ("no word") into the character table.
    """
    import torch

    def take(*path):
        node = weights
        for part in path:
            if part not in node:
                raise ConversionError(f"the weights lack {'/'.join(path)}; do they match these options?")
            node = node[part]
        return torch.from_numpy(node[...]).float()

    def gates(tensor):
        i, j, f, o = tensor.chunk(4)
        return torch.cat([i, f, j, o])

    tensors = {}
    table = take("char_embed")
    tensors["characters.weight"] = torch.cat([torch.zeros(1, table.shape[1]), table])
    for i in range(len(options["char_cnn"]["filters"])):
        tensors[f"convolutions.{i}.weight"] = take("CNN", f"W_cnn_{i}").squeeze(0).permute(2, 1, 0)
        tensors[f"convolutions.{i}.bias"] = take("CNN", f"b_cnn_{i}")
    for i in range(options["char_cnn"]["n_highway"]):
        name = f"CNN_high_{i}"
        tensors[f"highways.{i}.weight"] = torch.cat([take(name, "W_transform").T, -take(name, "W_carry").T])
        tensors[f"highways.{i}.bias"] = torch.cat([take(name, "b_transform"), -take(name, "b_carry")])
    tensors["projection.weight"] = take("CNN_proj", "W_proj").T
    tensors["projection.bias"] = take("CNN_proj", "b_proj")
    width = options["lstm"]["projection_dim"]
    for direction, side in enumerate(("forward", "backward")):
        for layer in range(options["lstm"]["n_layers"]):
            cell = (f"RNN_{direction}", "RNN", "MultiRNNCell", f"Cell{layer}", "LSTMCell")
            both = gates(take(*cell, "W_0").T)
            bias = take(*cell, "B")
            quarter = len(bias) // 4
            bias[2 * quarter : 3 * quarter] += 1
            tensors[f"{side}.{layer}.input.weight"] = both[:, :width]
            tensors[f"{side}.{layer}.state.weight"] = both[:, width:]
            tensors[f"{side}.{layer}.state.bias"] = gates(bias)
            tensors[f"{side}.{layer}.projection.weight"] = take(*cell, "W_P_0").T
    return {name: tensor.contiguous() for name, tensor in tensors.items()}


def convert_elmo(source, target):
    try:
        import h5py
    except ImportError as error:
        raise ConversionError("ELMo's weights are in HDF5: run build/venv/bin/python -m pip install h5py") from error

    options_file = find_one(source, ["options.json", "*options*.json"], "the options file")
    weights_file = find_one(source, ["*.hdf5", "*.h5"], "the weights file")
    options = json.loads(options_file.read_text(encoding="utf-8"))
    with h5py.File(weights_file, "r") as weights:
        tensors = elmo_tensors(weights, options)
    check_numbers(tensors, weights_file)
    target.mkdir(parents=True, exist_ok=True)
    copy_small(options_file, target / "options.json")
    save_verified(tensors, {"source": Path(weights_file).name, "format": "pt"}, target / "model.safetensors")
