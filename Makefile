# SPDX-License-Identifier: GPL-3.0-or-later
# Two commands do everything on a fresh machine: `make run` and `make test`. `make help` lists the others.

# cpu, cuda or asan (CMakePresets.json). The CUDA kernels are built if both nvcc and a CUDA torch wheel are found.
# Expanded when a recipe runs, after the set-up that may install the wheel.
PRESET ?= $(shell packaging/choose_preset.sh)
# Parallel compilations: one per core, with 2 GB of memory each.
JOBS ?= $(shell awk '/MemAvailable/ {m = int($$2 / 2000000)} END {print m < 1 ? 1 : m}' /proc/meminfo | \
          { read m; n=$$(nproc); echo $$((m < n ? m : n)); })
# Arguments of the program: make run ARGS="ground photo.jpg 'a dog' --out maps"
ARGS ?=
# Only tests whose name contains this: make test FILTER=wordpiece
FILTER ?=
# The Python for build/venv, when the first one found is not the one you want.
PYTHON ?=
export PYTHON
# The CUDA toolkit installs nvcc here without adding it to PATH.
export PATH := $(PATH):/usr/local/cuda/bin

BUILD = $(if $(filter cpu,$(PRESET)),build,build/$(PRESET))
SOURCES = $(shell git ls-files --cached --others --exclude-standard '*.h' '*.cpp' '*.cu' '*.cuh')

.PHONY: run test build setup translations check tidy install package python detector onnx docs benchmark fuzz format clean help

run: setup
	@$(call compile,--target gbs)
	@if [ -n "$$ARGS" ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(BUILD)/gbs $(if $(ARGS),$(ARGS),resources/samples); \
	else \
	    echo "No display found: rendering the window to files instead."; \
	    QT_QPA_PLATFORM=offscreen $(BUILD)/gbs --screenshots build/screenshots; \
	fi

test: setup
	@$(call compile)
	@python3 packaging/run_tests.py $(BUILD)/tests --german $(if $(FILTER),--filter '$(FILTER)')

build: setup
	@$(call compile)

setup:
	@packaging/setup.sh

# Updates translations/*.ts with new and changed strings.
translations: setup
	@$(call compile,--target translations)

# Format, spelling, license lines, include graph; seconds.
check:
	@packaging/check_style.sh

# clang-tidy with the checks of .clang-tidy; TIDY=core/base limits it to sources whose path contains that.
tidy: setup
	@$(call compile)
	@packaging/run_tidy.sh $(BUILD) $(TIDY)

# Into PREFIX (default /usr/local).
install: setup
	@$(call compile,--target gbs)
	@cmake --install $(BUILD) --prefix $(or $(PREFIX),/usr/local)

# A Debian package, an archive that runs from anywhere, and the same as a single file, in build/packages.
package: setup docs
	@$(call compile,--target gbs)
	@mkdir -p build/packages
	@cpack --config $(BUILD)/CPackConfig.cmake -B build/packages
	@packaging/make_bundle.sh $(BUILD) build/packages
	@packaging/make_single_file.sh "$$(ls -t build/packages/gbs-explorer-*.tar.zst | head -1)" build/packages

# `import gbs`: a wheel in build/python (docs/python.md). The tests use it from then on.
python: setup
	@packaging/make_python.sh env
	@cmake --preset $(PRESET) -DGBS_PYTHON_MODULE=ON > $(BUILD)/configure.log 2>&1 || { cat $(BUILD)/configure.log; exit 1; }
	@$(call compile,--target gbs_python_package)
	@packaging/make_python.sh wheel

# The Python of the detectors that run, build/detector-venv (docs/detectors.md). Weights are yours.
detector: setup
	@packaging/make_environment.sh build/detector-venv packaging/requirements-detectors.txt

# A model for the web and for phones: make onnx MODEL=model.safetensors TO=folder. Without MODEL, the default one.
onnx: python
	@build/python/env/bin/python -m pip --disable-pip-version-check install -q -r packaging/requirements-onnx.txt
	@GBS_WEIGHTS=build/weights PYTHONPATH=build/python/package build/python/env/bin/python -m gbs.onnx \
	    $(or $(MODEL),resources/models/default.safetensors) $(or $(TO),build/onnx) --check resources/samples/coffee.jpg

# The documentation as a site in build/docs/html, with the pages of the headers where doxygen is installed.
docs:
	@packaging/make_docs.sh

# Each reader for MINUTES, with clang and its sanitizers; TARGET=name for one of them.
fuzz:
	@tests/fuzz/fuzz.sh $(or $(MINUTES),1) $(TARGET)

# Ten minutes; write the table with ARGS="--update docs/performance.md".
benchmark: setup
	@$(call compile,--target gbs)
	@$(BUILD)/gbs benchmark $(ARGS)

format:
	@clang-format -i $(SOURCES)

# Keeps downloads: build/venv, build/detector-venv, build/weights. To remove these too: rm -r build
clean:
	@if [ -d build ]; then \
	    find build -mindepth 1 -maxdepth 1 ! -name venv ! -name detector-venv ! -name weights ! -name .setup -exec rm -rf {} +; \
	fi

help:
	@echo "make run [ARGS='...']   set up, build, open the window (without a display: render it to PNG files)"
	@echo "make test [FILTER=x]    set up, build, run all tests"
	@echo "make build              set up, build the program and the tests"
	@echo "make setup              system packages, Python environment with LibTorch, pretrained weights"
	@echo "make translations       update translations/*.ts with new strings"
	@echo "make format             clang-format on all sources"
	@echo "make check              check format, spelling, license lines and the include graph"
	@echo "make tidy [TIDY=path]   clang-tidy on all sources, or on those whose path contains TIDY"
	@echo "make install [PREFIX=/usr/local]"
	@echo "make package            a .deb, a .tar.zst and a .run in build/packages"
	@echo "make docs               the documentation as a site, in build/docs/html"
	@echo "make python             a wheel of the Python module in build/python"
	@echo "make detector           a Python environment for detectors that run, in build/detector-venv"
	@echo "make onnx [MODEL=x.safetensors] [TO=build/onnx]   a model for onnxruntime"
	@echo "make fuzz [MINUTES=1] [TARGET=captions]   feed readers with broken files"
	@echo "make benchmark          measure the speed of the program on this machine"
	@echo "make clean              remove build results, keep downloads"
	@echo "Variables: PRESET=cpu|cuda|asan  JOBS=n  PYTHON=path"

# Configures if no configuration is complete or the environment has changed; Ninja handles later changes.
define compile
set -e; preset=$(PRESET); dir=$(BUILD); \
stale() { [ ! -e $$dir/build.ninja ] || [ -n "$$(find build/.setup -name 'venv-*' -newer $$dir/build.ninja 2>/dev/null)" ]; }; \
if stale; then \
    echo "build: configuring $$dir (preset $$preset)"; \
    log=$$dir/configure.log; mkdir -p $$dir; \
    cmake --preset $$preset -U 'LibTorch_*' > $$log 2>&1 || { cat $$log; rm -f $$dir/build.ninja; exit 1; }; \
    touch $$dir/build.ninja; \
fi; \
echo "build: compiling with $(JOBS) jobs"; \
cmake --build $$dir --parallel $(JOBS) $(1)
endef

export ARGS
