// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace gbs {

/// What to do with files that are there: those of a program are replaced; those of people are changed where the
/// annotations have changed (labelme), or refused.
enum class ExistingFiles { replace, keep };

}  // namespace gbs
