// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/model_factory.h"

#include <spdlog/spdlog.h>

#include "app/base/convert.h"
#include "core/base/error.h"
#include "core/base/paths.h"
#include "core/model/load_grounder.h"
#include "core/tensor/device.h"

namespace gbs::app {

namespace {

std::string usable_device(const std::string& device) {
    try {
        choose_device(device);
        return device;
    } catch (const Error& error) {
        spdlog::warn("{}; using another device", error.what());
        return "auto";
    }
}

}  // namespace

GrounderFactory model_factory(const QString& path, const QString& device, int cache_megabytes,
                              bool preferred) {
    return [=] {
        const auto file = path.isEmpty() ? default_model() : to_path(path);
        const std::string requested = device.isEmpty() ? "auto" : device.toStdString();
        return load_grounder(file, preferred ? usable_device(requested) : requested,
                             static_cast<std::size_t>(cache_megabytes) << 20);
    };
}

}  // namespace gbs::app
