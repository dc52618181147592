// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "app/session/grounding_worker.h"

namespace gbs::app {

/// A function that loads the checkpoint `path` (empty: the default model) on `device` (empty: auto) with a
/// cache for encoded photos. If the device is only `preferred` and cannot be used, it logs a warning and uses
/// another one.
GrounderFactory model_factory(const QString& path, const QString& device, int cache_megabytes,
                              bool preferred = false);

}  // namespace gbs::app
