// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/options.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/join.h"

namespace gbs {
namespace {

template <typename Number>
Number parse_number(const std::string& key, const std::string& text, const char* kind) {
    Number value{};
    const char* first = text.data();
    const char* last = first + text.size();
    if (first != last && *first == '+') ++first;
    const auto [end, status] = std::from_chars(first, last, value);
    if (status != std::errc{} || end != last)
        throw Error("option " + key + ": '" + text + "' is not " + kind);
    return value;
}

std::string format(double value) {
    char buffer[64];
    const auto [end, status] = std::to_chars(buffer, buffer + sizeof buffer, value);
    (void)status;
    return std::string(buffer, end);
}

template <typename Number>
void check_range(const std::string& key, Number value, Number minimum, Number maximum) {
    if (!(value >= minimum && value <= maximum))
        throw Error("option " + key + ": " + format(static_cast<double>(value)) + " is outside " +
                    format(static_cast<double>(minimum)) + " to " + format(static_cast<double>(maximum)));
}

OptionInfo describe(const std::string& key, const std::string& usage, OptionInfo::Type type) {
    OptionInfo info;
    info.key = key;
    info.usage = usage;
    info.type = type;
    return info;
}

OptionInfo describe(const std::string& key, const std::string& usage, OptionInfo::Type type, double minimum,
                    double maximum) {
    OptionInfo info = describe(key, usage, type);
    info.minimum = minimum;
    info.maximum = maximum;
    return info;
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

/// The index of `text` in `choices`. Throws Error that lists them and suggests the nearest.
std::size_t find_choice(const std::string& key, const std::vector<std::string>& choices,
                        const std::string& text) {
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    throw Error("option " + key + ": '" + text + "' is not one of " + join(choices, ", ") +
                "; did you mean " + nearest(text, choices) + "?");
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& candidates) {
    const auto best = std::min_element(
        candidates.begin(), candidates.end(),
        [&](const auto& a, const auto& b) { return edit_distance(word, a) < edit_distance(word, b); });
    return best == candidates.end() ? std::string{} : *best;
}

void OptionSet::add(OptionInfo info, Accessor accessor) {
    info.default_value = accessor.get();
    accessors_.emplace(info.key, std::move(accessor));
    infos_.push_back(std::move(info));
}

void OptionSet::add(const std::string& key, bool* field, const std::string& usage) {
    add(describe(key, usage, OptionInfo::Type::boolean),
        {[key, field](const std::string& text) {
             if (text == "true" || text == "yes" || text == "on" || text == "1")
                 *field = true;
             else if (text == "false" || text == "no" || text == "off" || text == "0")
                 *field = false;
             else
                 throw Error("option " + key + ": '" + text + "' is neither true nor false");
         },
         [field] { return std::string(*field ? "true" : "false"); }});
}

void OptionSet::add(const std::string& key, int* field, int minimum, int maximum, const std::string& usage) {
    add(describe(key, usage, OptionInfo::Type::integer, static_cast<double>(minimum),
                 static_cast<double>(maximum)),
        {[=](const std::string& text) {
             const int value = parse_number<int>(key, text, "a whole number");
             check_range(key, value, minimum, maximum);
             *field = value;
         },
         [field] { return std::to_string(*field); }});
}

void OptionSet::add(const std::string& key, double* field, double minimum, double maximum,
                    const std::string& usage) {
    add(describe(key, usage, OptionInfo::Type::real, minimum, maximum),
        {[=](const std::string& text) {
             const double value = parse_number<double>(key, text, "a number");
             check_range(key, value, minimum, maximum);
             *field = value;
         },
         [field] { return format(*field); }});
}

void OptionSet::add(const std::string& key, std::string* field, const std::string& usage) {
    add(describe(key, usage, OptionInfo::Type::text),
        {[field](const std::string& text) { *field = text; }, [field] { return *field; }});
}

void OptionSet::add(const std::string& key, std::string* field, std::vector<std::string> choices,
                    const std::string& usage) {
    OptionInfo info = describe(key, usage, OptionInfo::Type::choice);
    info.choices = choices;
    add(std::move(info), {[key, field, choices](const std::string& text) {
                              *field = choices[find_choice(key, choices, text)];
                          },
                          [field] { return *field; }});
}

void OptionSet::add_choice(const std::string& key, std::vector<std::string> choices, const std::string& usage,
                           std::function<void(std::size_t)> store, std::function<std::size_t()> load) {
    OptionInfo info = describe(key, usage, OptionInfo::Type::choice);
    info.choices = choices;
    add(std::move(info),
        {[key, choices, store](const std::string& text) { store(find_choice(key, choices, text)); },
         [choices, load] { return choices[load()]; }});
}

std::string OptionSet::unknown_key_message(const std::string& key) const {
    std::vector<std::string> keys;
    for (const auto& info : infos_) keys.push_back(info.key);
    return "unknown option " + key + "; did you mean " + nearest(key, keys) + "?";
}

void OptionSet::set(const std::string& key, const std::string& text) {
    const auto found = accessors_.find(key);
    if (found == accessors_.end()) throw Error(unknown_key_message(key));
    found->second.set(text);
}

std::string OptionSet::get(const std::string& key) const {
    const auto found = accessors_.find(key);
    if (found == accessors_.end()) throw Error(unknown_key_message(key));
    return found->second.get();
}

void OptionSet::set_yaml(const YAML::Node& mapping, const std::string& where) {
    const std::function<void(const YAML::Node&, const std::string&)> visit = [&](const YAML::Node& node,
                                                                                 const std::string& prefix) {
        for (const auto& entry : node) {
            const std::string line = where + ":" + std::to_string(entry.first.Mark().line + 1) + ": ";
            if (!entry.first.IsScalar()) throw Error(line + "a key must be a scalar");
            const std::string key = prefix + entry.first.Scalar();
            if (entry.second.IsMap()) {
                visit(entry.second, key + ".");
                continue;
            }
            if (entry.second.IsSequence())
                throw Error(line + "option " + key + " takes one value, not a list");
            try {
                set(key, entry.second.IsNull() ? std::string{} : entry.second.Scalar());
            } catch (const Error& error) {
                throw Error(line + error.what());
            }
        }
    };
    if (mapping.IsNull()) return;
    if (!mapping.IsMap())
        throw Error(where + ":" + std::to_string(mapping.Mark().line + 1) + ": expected `key: value` lines");
    visit(mapping, "");
}

void OptionSet::set_assignment(const std::string& assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos)
        throw Error("'" + assignment + "' is not an assignment: write key.path=value");
    set(assignment.substr(0, equals), assignment.substr(equals + 1));
}

/// Appends the options of `group` ("" or "optimizer.") and of its subgroups, each subgroup once.
void OptionSet::append_yaml(std::string& out, const std::string& group) const {
    const auto depth = static_cast<std::size_t>(std::count(group.begin(), group.end(), '.'));
    const std::string indent(2 * depth, ' ');
    std::set<std::string> subgroups;
    for (const OptionInfo& info : infos_) {
        if (info.key.rfind(group, 0) != 0) continue;
        const std::string name = info.key.substr(group.size());
        if (const auto dot = name.find('.'); dot != std::string::npos) {
            const std::string subgroup = name.substr(0, dot);
            if (!subgroups.insert(subgroup).second) continue;
            out += indent + subgroup + ":\n";
            append_yaml(out, group + subgroup + ".");
            continue;
        }
        YAML::Emitter value;
        if (info.type == OptionInfo::Type::text) value << YAML::DoubleQuoted;
        value << get(info.key);
        out += indent + name + ": " + value.c_str() + "  # " + info.usage + "\n";
    }
}

std::string OptionSet::to_yaml() const {
    std::string out;
    append_yaml(out, "");
    return out;
}

nlohmann::json OptionSet::to_json() const {
    nlohmann::json flat = nlohmann::json::object();
    for (const auto& info : infos_) flat[info.key] = get(info.key);
    return flat;
}

void OptionSet::set_json(const nlohmann::json& flat, const std::string& where) {
    if (!flat.is_object()) throw Error(where + ": the options are not a JSON object");
    for (const auto& [key, value] : flat.items()) {
        try {
            set(key, value.is_string() ? value.get<std::string>() : value.dump());
        } catch (const Error& error) {
            throw Error(where + ": " + error.what());
        }
    }
}

}  // namespace gbs
