# SPDX-License-Identifier: GPL-3.0-or-later
# Two commands do everything on a fresh machine: `make run` and `make test`. `make help` lists the others.

# cpu, cuda or asan (CMakePresets.json). The CUDA kernels are built when both nvcc and a CUDA torch wheel are there;
# expanded when a recipe runs, thus after the set-up that may bring the wheel.
PRESET ?= $(shell packaging/choose_preset.sh)
# Compilations at the same time: one a core, and 2 GB of memory for each.
JOBS ?= $(shell awk '/MemAvailable/ {m = int($$2 / 2000000)} END {print m < 1 ? 1 : m}' /proc/meminfo | \
          { read m; n=$$(nproc); echo $$((m < n ? m : n)); })
# Arguments of the program: make run ARGS="ground photo.jpg 'a dog' --out maps"
ARGS ?=
# Only tests whose name contains this: make test FILTER=wordpiece
FILTER ?=
# The Python for build/venv, when the first one found is not the one you want.
PYTHON ?=
export PYTHON
# Where the CUDA toolkit puts nvcc without telling the shell.
export PATH := $(PATH):/usr/local/cuda/bin

BUILD = $(if $(filter cpu,$(PRESET)),build,build/$(PRESET))
SOURCES = $(shell git ls-files --cached --others --exclude-standard '*.h' '*.cpp' '*.cu' '*.cuh')

.PHONY: run test build setup translations format clean help

run: setup
	@$(call compile,--target gbs)
	@if [ -n "$$ARGS" ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    $(BUILD)/gbs $(if $(ARGS),$(ARGS),resources/samples); \
	else \
	    echo "There is no display: the window is drawn to files instead."; \
	    QT_QPA_PLATFORM=offscreen $(BUILD)/gbs --screenshots build/screenshots; \
	fi

test: setup
	@$(call compile)
	@python3 packaging/run_tests.py $(BUILD)/tests $(if $(FILTER),--filter '$(FILTER)')

build: setup
	@$(call compile)

setup:
	@packaging/setup.sh

# Takes new and changed strings of the sources into translations/*.ts.
translations: setup
	@$(call compile,--target translations)

format:
	clang-format -i $(SOURCES)

# Keeps what took a download: build/venv, build/weights. To remove that too: rm -r build
clean:
	@if [ -d build ]; then \
	    find build -mindepth 1 -maxdepth 1 ! -name venv ! -name weights ! -name .setup -exec rm -rf {} +; \
	fi

help:
	@echo "make run [ARGS='...']   set up, build, open the window (without a display: draw it to PNG files)"
	@echo "make test [FILTER=x]    set up, build, run all tests"
	@echo "make build              set up, build the program and the tests"
	@echo "make setup              system packages, Python environment with LibTorch, pretrained weights"
	@echo "make translations       take new strings of the window into translations/*.ts"
	@echo "make format             clang-format on all sources"
	@echo "make clean              remove what was built, keep what was downloaded"
	@echo "Variables: PRESET=cpu|cuda|asan  JOBS=n  PYTHON=path"

# Configures when that was never finished or the environment has changed since; Ninja sees to all later changes.
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
