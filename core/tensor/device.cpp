// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/device.h"

#include <fstream>

#include "core/base/error.h"
#include "core/base/join.h"
#include "core/tensor/torch.h"

namespace gbs {
namespace {

std::string processor_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
    return "processor";
}

/// Runs a small operation: an outdated driver or a GPU without memory fails only then.
DeviceInfo probe(const std::string& name, const std::string& description) {
    DeviceInfo info{name, description, false, {}};
    try {
        const torch::Device device(name);
        const torch::Tensor ones = torch::ones({64, 64}, device);
        info.usable = torch::mm(ones, ones)[0][0].item<float>() == 64.0F;
        info.reason = info.usable ? "works" : "a matrix product gave a wrong result";
    } catch (const std::exception& error) {
        info.reason = std::string(error.what()).substr(0, std::string(error.what()).find('\n'));
    }
    return info;
}

}  // namespace

std::vector<DeviceInfo> list_devices() {
    std::vector<DeviceInfo> devices;
    const int gpus = torch::cuda::is_available() ? static_cast<int>(torch::cuda::device_count()) : 0;
    for (int i = 0; i < gpus; ++i) {
        devices.push_back(probe("cuda:" + std::to_string(i), "CUDA device " + std::to_string(i)));
    }
    if (gpus == 0) {
        const bool built = torch::hasCUDA() || at::globalContext().hasCUDA();
        devices.push_back({"cuda", "NVIDIA GPU", false,
                           built ? "no CUDA device found: no GPU, or no driver for it"
                                 : "this LibTorch was built without CUDA, or finds no GPU and driver"});
    }
    DeviceInfo cpu =
        probe("cpu", processor_name() + ", " + std::to_string(at::get_num_threads()) + " threads");
    devices.push_back(cpu);
    return devices;
}

DeviceInfo choose_device(const std::string& name, int index) {
    std::vector<DeviceInfo> usable;
    std::vector<std::string> refused;
    for (const DeviceInfo& device : list_devices()) {
        const bool gpu = device.name.rfind("cuda", 0) == 0;
        if (name != "auto" && name != device.name && !(name == "cuda" && gpu)) continue;
        if (!device.usable)
            refused.push_back(device.name + ": " + device.reason);
        else if (gpu || usable.empty())
            usable.push_back(device);
    }
    const std::string why =
        refused.empty() ? "no such device; `gbs info` lists those that exist" : join(refused, "; ");
    if (usable.empty()) throw Error("device '" + name + "' cannot be used: " + why);
    DeviceInfo chosen = usable[static_cast<std::size_t>(index) % usable.size()];
    const bool gpu = chosen.name != "cpu";
    chosen.reason = name != "auto" ? "as requested"
                    : gpu          ? "first usable device"
                                   : "no GPU can be used: " + why;
    if (index > 0 && usable.size() > 1)
        chosen.reason = "usable device " + std::to_string(index + 1) + " of this machine";
    return chosen;
}

}  // namespace gbs
