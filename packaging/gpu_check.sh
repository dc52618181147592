#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the command line with its CUDA kernels and checks it on a GPU, on a machine without network that has nvcc, CMake,
# Ninja and PyTorch (2.11 or later), from the source and a pack of the rest (packaging/gpu_pack.sh). Writes one report.
# Every step runs, whatever the others did; the exit code is 1 if one failed.
#
#   packaging/gpu_check.sh PACK [FOLDER]     FOLDER: for the build and the report, default: build/gpu
#
# Environment:
#   PYTHON   the Python that has torch; default: python3
#   JOBS     parallel compilers; default: all cores
#   DEVICE   cuda (default), or cpu: a rehearsal without a GPU, with short trainings
#   STEPS    training steps; default: 200

set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
[[ $# -ge 1 && -e $1 ]] || { sed -n '3,16s/^# \{0,1\}//p' "$0" >&2; exit 2; }
PACK_FILE=$(realpath "$1")
FOLDER=$(realpath -m "${2:-build/gpu}")
readonly PYTHON=${PYTHON:-python3} JOBS=${JOBS:-$(nproc)} DEVICE=${DEVICE:-cuda}
readonly STEPS=${STEPS:-$([[ $DEVICE == cpu ]] && echo 2 || echo 200)}
readonly PACK=$FOLDER/gpu_pack BUILD=$FOLDER/build DATA=$FOLDER/data REPORT=$FOLDER/report.md
readonly GBS=$BUILD/gbs
failed=0

mkdir -p "$FOLDER" "$DATA"
rm -rf "$FOLDER"/logs "$FOLDER"/run-* && mkdir "$FOLDER/logs"
[[ -d $PACK ]] || tar -xf "$PACK_FILE" -C "$FOLDER" || exit 1

# The pack's libraries are for what is built here only: other programs keep their own.
with_pack() {
    env LD_LIBRARY_PATH="$PACK/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" OPAL_PREFIX="$PACK" OPAL_BINDIR="$PACK/bin" \
        OPAL_LIBDIR="$PACK/lib" OPAL_PKGLIBDIR="$PACK/lib/openmpi" OPAL_DATADIR="$PACK/share" \
        OPAL_PKGDATADIR="$PACK/share/openmpi" GBS_WEIGHTS="$DATA/weights" "$@"
}
ranks() { with_pack "$PACK/bin/mpirun" --allow-run-as-root --oversubscribe --bind-to none -np "$@"; }

# step NAME COMMAND...: a section of the report with its time and the end of its output.
step() {
    local name=$1 log begin=$SECONDS code=0
    shift
    log=$FOLDER/logs/${name// /-}.log
    printf 'gpu_check: %s\n' "$name"
    "$@" >"$log" 2>&1 </dev/null || code=$?
    [[ $code == 0 ]] || failed=1
    {
        printf '\n## %s\n\n%s after %d s\n\n```\n' "$name" "$([[ $code == 0 ]] && echo passed || echo "FAILED ($code)")" $((SECONDS - begin))
        tail -n 60 "$log"
        printf '```\n'
    } >>"$REPORT"
    return $code
}

# --- what this is ---------------------------------------------------------------------------------------------------

machine() {
    uname -srm
    nproc
    "$PYTHON" -c 'import torch; print("torch", torch.__version__, torch.version.cuda)'
    nvcc --version | tail -n 2 || true
    [[ $DEVICE == cpu ]] || nvidia-smi
    "$GBS" --version 2>/dev/null || true
}

configure() {
    local cuda=OFF
    cuda_torch && cuda=ON
    with_pack cmake -S . -B "$BUILD" -G Ninja -DCMAKE_BUILD_TYPE=Release -DGBS_GUI=OFF -DGBS_TESTS=OFF -DGBS_WERROR=OFF \
        -DGBS_CUDA="$cuda" -DGBS_PYTHON="$(command -v "$PYTHON")" -DCMAKE_PREFIX_PATH="$PACK;$PACK/cmake" \
        -DMPI_C_LIB_NAMES=mpi -DMPI_mpi_LIBRARY="$PACK/lib/libmpi.so" -DMPI_C_HEADER_DIR="$PACK/include/openmpi" \
        -DMPI_C_ADDITIONAL_INCLUDE_DIRS="$PACK/include/openmpi"
}
build() { with_pack cmake --build "$BUILD" -j "$JOBS"; }

# A rehearsal compiles and links everything for the GPU if torch and nvcc can, and runs on the CPU.
cuda_torch() {
    command -v nvcc >/dev/null && "$PYTHON" -c 'import sys, torch; sys.exit(torch.version.cuda is None)' 2>/dev/null
}

# The kernels alone, for a rehearsal without a CUDA build of torch.
compile_kernels() {
    nvcc -std=c++17 -I . -Xcompiler -fPIC -gencode arch=compute_90,code=sm_90 -gencode arch=compute_75,code=sm_75 \
        -c core/model/attenuation_kernels.cu -o "$FOLDER/kernels.o"
}

# --- generated data -------------------------------------------------------------------------------------------------

# Photos of colored squares with captions, and a BERT-base and a MiniLM with random weights, as no weights travel.
generate() {
    "$PYTHON" - "$DATA" <<'PYTHON'
import json, random, struct, sys, zlib
from pathlib import Path

data = Path(sys.argv[1])
(data / "photos").mkdir(exist_ok=True)
colors = {"red": (220, 30, 30), "green": (30, 200, 40), "blue": (40, 60, 220), "white": (240, 240, 240)}
draw = random.Random(1)
captions, phrases = [], ["image\twidth\theight\tx1\ty1\tx2\ty2\tphrase"]

def png(path, width, height, rows):
    chunk = lambda kind, body: struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
                     + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 1)) + chunk(b"IEND", b""))

for i in range(128):
    name, (color, rgb) = f"{i:03}.png", draw.choice(sorted(colors.items()))
    x, y, side = draw.randrange(300), draw.randrange(200), draw.randrange(60, 180)
    noise = [bytes(draw.randrange(70, 130) for _ in range(3 * 500)) for _ in range(8)]
    rows = []
    for row in range(400):
        line = bytearray(noise[draw.randrange(8)])
        if y <= row < y + side:
            line[3 * x:3 * (x + side)] = bytes(rgb) * side
        rows.append(bytes(line))
    png(data / "photos" / name, 500, 400, rows)
    captions += [f"{name}\t0\tA {color} square hangs on a wall .", f"{name}\t1\tThe {color} box before a grey wall"]
    phrases.append(f"{name}\t500\t400\t{x + 1}\t{y + 1}\t{x + side}\t{y + side}\ta {color} square")
(data / "captions.tsv").write_text("\n".join(captions) + "\n")
(data / "phrases.tsv").write_text("\n".join(phrases) + "\n")

letters = "abcdefghijklmnopqrstuvwxyz.,"
words = sorted({word for line in captions for word in line.split("\t")[2].lower().split() if len(word) > 1})
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *("##" + c for c in letters), *words]
import torch
from safetensors.torch import save_file

torch.manual_seed(1)


def language_model(name, width, layers, positions=512):
    folder, inner = data / "weights" / name, 4 * width
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
    shapes = {"embeddings.word_embeddings.weight": (len(vocabulary), width), "embeddings.position_embeddings.weight": (positions, width),
              "embeddings.token_type_embeddings.weight": (2, width), "embeddings.LayerNorm.weight": (width,),
              "embeddings.LayerNorm.bias": (width,)}
    for i in range(layers):
        at = f"encoder.layer.{i}."
        for name, (rows, columns) in {"attention.self.query": (width, width), "attention.self.key": (width, width),
                                      "attention.self.value": (width, width), "attention.output.dense": (width, width),
                                      "intermediate.dense": (inner, width), "output.dense": (width, inner)}.items():
            shapes[at + name + ".weight"], shapes[at + name + ".bias"] = (rows, columns), (rows,)
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes[at + name + ".weight"] = shapes[at + name + ".bias"] = (width,)
    make = lambda key, shape: torch.ones(shape) if key.endswith("LayerNorm.weight") else torch.randn(shape) * 0.02
    save_file({key: make(key, shape) for key, shape in shapes.items()}, folder / "model.safetensors")
    config = dict(vocab_size=len(vocabulary), hidden_size=width, num_hidden_layers=layers, num_attention_heads=12,
                  intermediate_size=inner, max_position_embeddings=positions, type_vocab_size=2, layer_norm_eps=1e-12,
                  hidden_act="gelu", model_type="bert")
    (folder / "config.json").write_text(json.dumps(config))


language_model("bert-base-uncased", 768, 12)
language_model("minilm-l6-v2", 384, 6)
PYTHON
}

# --- the program on the device --------------------------------------------------------------------------------------

# train RUN [OPTIONS]: the published recipe, from random weights.
training_options() {
    printf '%s\n' --preset paper-vgg-coco --set data.images="$DATA/photos" --set data.captions="$DATA/captions.tsv" \
        --set data.workers=8 --set image_encoder.pretrained=false --set device="$DEVICE" --set log.every=10 --set batch=16 \
        --set optimizer.precision=bf16 --set steps="$STEPS" --set validation.images="$DATA/photos" \
        --set validation.phrases="$DATA/phrases.tsv" --set validation.every="$STEPS"
    [[ $DEVICE == cuda ]] || printf '%s\n' --set batch=4 --set model.input_size=64
}
train_one() {
    local options
    mapfile -t options < <(training_options)
    with_pack "$GBS" train "${options[@]}" --run "$FOLDER/run-one" --profile "$FOLDER/train.json" && tail -n 3 "$FOLDER/run-one/metrics.jsonl"
}
train_two() {
    local options
    mapfile -t options < <(training_options)
    ranks 2 "$GBS" train "${options[@]}" --set steps=$((STEPS / 10 + 2)) --run "$FOLDER/run-two" && tail -n 2 "$FOLDER/run-two/metrics.jsonl"
}

# The same peaks and values on both devices.
compare_maps() {
    local device
    for device in cpu "$DEVICE"; do
        with_pack "$GBS" ground resources/samples --phrases resources/samples/phrases.tsv --device "$device" --json \
            >"$FOLDER/maps-$device.json" || return 1
    done
    "$PYTHON" - "$FOLDER/maps-cpu.json" "$FOLDER/maps-$DEVICE.json" <<'PYTHON'
import json, sys

photos = [json.load(open(name))["images"] for name in sys.argv[1:]]
worst, moved, count = 0, 0, 0
for a, b in zip(*photos):
    for p, q in zip(a["phrases"], b["phrases"]):
        for kind in ("gbs", "i2t", "mean"):
            worst = max(worst, abs(p[kind]["value"] - q[kind]["value"]))
            moved += p[kind]["peak"] != q[kind]["peak"]
            count += 1
print(f"{count} maps: largest difference of a peak's value {worst:.2g}, {moved} peaks in another pixel")
sys.exit(worst > 1e-3 or count == 0)
PYTHON
}
share_work() {
    mkdir -p "$FOLDER/one" "$FOLDER/two"
    local options=(--phrases "$DATA/phrases.tsv" --images "$DATA/photos" --device "$DEVICE")
    with_pack "$GBS" evaluate "${options[@]}" --per-phrase "$FOLDER/one/a.jsonl" &&
        ranks 2 "$GBS" evaluate "${options[@]}" --per-phrase "$FOLDER/two/a.jsonl" &&
        cmp "$FOLDER/one/a.jsonl" "$FOLDER/two/a.jsonl"
}

printf '# Check on %s, %s\n' "$DEVICE" "$(date -u +%F)" >"$REPORT"
step "machine" machine
cuda_torch || ! command -v nvcc >/dev/null || step "kernels compile" compile_kernels
if step "configure" configure && step "build" build; then
    step "generated data" generate
    step "info" with_pack "$GBS" info
    step "parts on the device and on the CPU" with_pack "$GBS" fidelity --device "$DEVICE"
    step "maps on the device and on the CPU" compare_maps
    step "two ranks score what one does" share_work
    step "training" train_one
    step "training by two ranks" train_two
    brief=()
    [[ $DEVICE == cuda ]] || brief=(--brief)
    step "benchmark" with_pack "$GBS" benchmark --device "$DEVICE" "${brief[@]}"
fi
printf 'gpu_check: %s, report: %s\n' "$([[ $failed == 0 ]] && echo passed || echo FAILED)" "$REPORT"
exit $failed
