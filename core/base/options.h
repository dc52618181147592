// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <limits>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/error.h"

namespace YAML {
class Node;
}

namespace gbs {

/// One option, as the command line, files and forms show it.
struct OptionInfo {
    enum class Type { boolean, integer, real, text, choice };
    std::string key;    ///< dotted path such as "optimizer.learning_rate"; all but the last part is its group
    std::string usage;  ///< one sentence for the user, with the unit
    Type type = Type::text;
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    std::vector<std::string> choices;  ///< the valid values of Type::choice
    std::string default_value;
};

/// The values of an enum with the names used on the command line and in files, in the order of a form.
template <typename Enum>
using ChoiceNames = std::vector<std::pair<Enum, std::string>>;

/// A value that its option, or another option, does not allow.
class OptionError : public Error {
 public:
    OptionError(std::string key, const std::string& text) : Error(text), key_(std::move(key)) {}
    const std::string& key() const { return key_; }  ///< the option to change

 private:
    std::string key_;
};

/// The schema of options: typed, ranged, documented and bound to the fields of a struct, as in COLMAP's
/// OptionManager. It drives `--set`, YAML files, checkpoint metadata and the form of the New Run dialog.
/// An unknown key is an Error that suggests the nearest one; a value out of range is an Error that names the
/// key and the range.
class OptionSet {
 public:
    /// Adds an option whose default is the current value of `field`. The field must outlive the set.
    void add(const std::string& key, bool* field, const std::string& usage);
    void add(const std::string& key, int* field, int minimum, int maximum, const std::string& usage);
    void add(const std::string& key, double* field, double minimum, double maximum, const std::string& usage);
    void add(const std::string& key, std::string* field, const std::string& usage);
    /// A choice among names that are known only at run time, such as those of a registry.
    void add(const std::string& key, std::string* field, std::vector<std::string> choices,
             const std::string& usage);
    /// A choice among the values of an enum. `names` must hold every value that the field can have.
    template <typename Enum>
    requires std::is_enum_v<Enum>
    void add(const std::string& key, Enum* field, const std::type_identity_t<ChoiceNames<Enum>>& names,
             const std::string& usage) {
        std::vector<std::string> choices;
        for (const auto& [value, name] : names) choices.push_back(name);
        add_choice(
            key, std::move(choices), usage, [field, names](std::size_t i) { *field = names[i].first; },
            [field, names] {
                std::size_t i = 0;
                while (i + 1 < names.size() && names[i].first != *field) ++i;
                return i;
            });
    }

    const std::vector<OptionInfo>& infos() const { return infos_; }
    bool contains(const std::string& key) const { return accessors_.count(key) > 0; }
    /// Parses and stores a value. Throws Error.
    void set(const std::string& key, const std::string& text);
    std::string get(const std::string& key) const;

    /// Sets every scalar of a (nested) mapping. `where` names the file in errors, which also name the line.
    void set_yaml(const YAML::Node& mapping, const std::string& where);
    /// Sets from "key.path=value", the argument of --set.
    void set_assignment(const std::string& assignment);
    /// All options as nested YAML, each with its usage as a comment. Groups appear in the order in which
    /// their first option was added, and each group is one mapping.
    std::string to_yaml() const;
    /// All options as one flat object of strings by dotted key.
    nlohmann::json to_json() const;
    void set_json(const nlohmann::json& flat, const std::string& where);

    /// "unknown option X; did you mean Y?"
    std::string unknown_key_message(const std::string& key) const;

 private:
    struct Accessor {
        std::function<void(const std::string&)> set;
        std::function<std::string()> get;
    };
    void add(OptionInfo info, Accessor accessor);
    /// `store` and `load` exchange an index into `choices`.
    void add_choice(const std::string& key, std::vector<std::string> choices, const std::string& usage,
                    std::function<void(std::size_t)> store, std::function<std::size_t()> load);
    void append_yaml(std::string& out, const std::string& group) const;

    std::vector<OptionInfo> infos_;
    std::map<std::string, Accessor> accessors_;
};

/// The entry of `candidates` with the smallest edit distance to `word`; empty without candidates.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace gbs
