// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include "app/frame/main_window.h"

namespace gbs::app {

/// Builds the complete window: the frame, the controllers of all features in the order of their menu entries,
/// and the saved layout. The controllers are children of the window.
std::unique_ptr<MainWindow> assemble_window(Explorer& explorer, LogBook& log);

}  // namespace gbs::app
