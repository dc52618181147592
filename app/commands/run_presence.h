// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/evaluate_command.h"

namespace gbs::app {

/// `gbs evaluate --presence`: scores the strength of one model instead of its maps. Throws Error or Cancelled.
void run_presence(const EvaluateArguments& arguments);

}  // namespace gbs::app
