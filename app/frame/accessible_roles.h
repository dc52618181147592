// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs::app {

/// Tells screen readers what the program's own widgets are: pictures, charts. Without it they are nameless panes.
/// May be called more than once.
void install_accessible_roles();

}  // namespace gbs::app
