// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <yaml-cpp/yaml.h>

#include <QStringList>
#include <set>
#include <string>

namespace gbs {

/// The keys, as dotted paths, that occur more than once in one mapping. YAML forbids them, but yaml-cpp and
/// most other readers keep one of the values and say nothing.
inline QStringList duplicate_keys(const YAML::Node& node, const std::string& prefix = {}) {
    QStringList duplicates;
    if (node.IsSequence())
        for (const auto& item : node) duplicates += duplicate_keys(item, prefix);
    if (!node.IsMap()) return duplicates;
    std::set<std::string> seen;
    for (const auto& entry : node) {
        const std::string key = prefix + entry.first.Scalar();
        if (!seen.insert(key).second) duplicates << QString::fromStdString(key);
        duplicates += duplicate_keys(entry.second, key + ".");
    }
    return duplicates;
}

}  // namespace gbs
