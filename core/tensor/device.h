// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace gbs {

/// A device that torch knows, and whether it can be used.
struct DeviceInfo {
    std::string name;         ///< "cpu", "cuda:0"
    std::string description;  ///< processor or GPU name, memory
    bool usable = false;
    std::string reason;  ///< why it can or cannot be used, for a person
};

/// Every device, each asked one small operation. Never throws.
std::vector<DeviceInfo> list_devices();

/// The one place that picks a device. `wish` is "auto", "cpu", "cuda" or "cuda:N"; "auto" takes the first
/// usable GPU, or the one after `turn` others where several processes share a machine (as many of them as GPUs,
/// then from the first again). Throws Error with the reason where the wish cannot be met.
DeviceInfo choose_device(const std::string& wish = "auto", int turn = 0);

}  // namespace gbs
