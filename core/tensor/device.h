// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace gbs {

/// A device known to torch and whether it can be used.
struct DeviceInfo {
    std::string name;         ///< "cpu", "cuda:0"
    std::string description;  ///< processor or GPU name, memory
    bool usable = false;
    std::string reason;  ///< why it can or cannot be used, for the user
};

/// All devices, each tested with a small operation. Never throws.
std::vector<DeviceInfo> list_devices();

/// Chooses a device: "auto", "cpu", "cuda" or "cuda:N". "auto" and "cuda" choose the usable GPU at `index`
/// (modulo the number of GPUs), so that several processes on a machine can share its GPUs; "auto" falls back
/// to the CPU. Throws Error with the reason if the device cannot be used.
DeviceInfo choose_device(const std::string& name = "auto", int index = 0);

}  // namespace gbs
