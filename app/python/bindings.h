// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>
#include <nanobind/stl/filesystem.h>
#include <nanobind/stl/function.h>
#include <nanobind/stl/map.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

// The module gbs._core: core and training for Python. The package gbs (app/python/gbs) is what people import: it turns
// photos of any kind into arrays and results into its own classes.
namespace gbs::python {

/// Computing without Python's lock, so that other threads of Python go on.
using Unlocked = nanobind::call_guard<nanobind::gil_scoped_release>;

void bind_model(nanobind::module_& module);
void bind_evaluate(nanobind::module_& module);
void bind_run(nanobind::module_& module);

}  // namespace gbs::python
