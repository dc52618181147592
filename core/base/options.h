// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <limits>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace YAML {
class Node;
}

namespace gbs {

/// One option as a person meets it: on the command line, in a file, in a form.
struct OptionInfo {
    enum class Type { boolean, integer, real, text, choice };
    std::string key;    ///< dotted path, "optimizer.learning_rate"; the part before the last dot is its group
    std::string usage;  ///< one sentence for a person, with the unit
    Type type = Type::text;
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    std::vector<std::string> choices;  ///< of Type::choice
    std::string default_value;
};

/// The one schema of options: typed, ranged, documented, bound to the fields of a struct (COLMAP's idea). It
/// drives
/// `--set`, YAML files, checkpoint metadata and the form of the training panel.
/// An unknown key is an Error that suggests the nearest one; a value out of range is an Error naming key and
/// range.
class OptionSet {
 public:
    /// The default is the field's present value. The fields must outlive the set.
    void add(const std::string& key, bool* field, const std::string& usage);
    void add(const std::string& key, int* field, int minimum, int maximum, const std::string& usage);
    void add(const std::string& key, double* field, double minimum, double maximum, const std::string& usage);
    void add(const std::string& key, std::string* field, const std::string& usage);
    void add(const std::string& key, std::string* field, std::vector<std::string> choices,
             const std::string& usage);

    const std::vector<OptionInfo>& infos() const { return infos_; }
    bool contains(const std::string& key) const { return accessors_.count(key) > 0; }
    /// Parses and stores; throws Error.
    void set(const std::string& key, const std::string& text);
    std::string get(const std::string& key) const;

    /// Every scalar under a (nested) mapping; `where` is named in errors. Throws Error with the line.
    void set_yaml(const YAML::Node& mapping, const std::string& where);
    /// "key.path=value", as after --set.
    void set_assignment(const std::string& assignment);
    /// All options as nested YAML, in the order they were added, each with its usage as a comment.
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

    std::vector<OptionInfo> infos_;
    std::map<std::string, Accessor> accessors_;
};

/// The entry of `candidates` with the fewest edits to `word`.
std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace gbs
