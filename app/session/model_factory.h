// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "app/session/grounding_worker.h"

namespace gbs::app {

/// Loads the checkpoint `path` (empty: the default model) on a device, with so many MB for encoded photos. A
/// device that is only `preferred` gives way, with a line in the log, where it cannot be used.
GrounderFactory model_factory(const QString& path, const QString& device, int cache_megabytes,
                              bool preferred = false);

}  // namespace gbs::app
