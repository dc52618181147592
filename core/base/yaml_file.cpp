// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/yaml_file.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace gbs {
namespace {

constexpr std::size_t max_yaml_depth = 64;
constexpr std::size_t max_alias_nodes = 100'000;

/// Measures a document, with its aliases written out, from the parser's events.
class TreeMeasure final : public YAML::EventHandler {
 public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { add({1, 0}, anchor); }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t anchor, const std::string&) override {
        add({1, 0}, anchor);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchored_.find(anchor);
        if (found == anchored_.end()) throw YAML::ParserException(mark, "a value contains itself");
        alias_nodes_ += found->second.nodes;
        if (alias_nodes_ > max_alias_nodes)
            throw YAML::ParserException(
                mark, "its aliases stand for more than " + std::to_string(max_alias_nodes) + " values");
        check_depth(mark, found->second.height);
        add(found->second, 0);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, anchor);
    }
    void OnMapEnd() override { close(); }

 private:
    struct Size {
        std::size_t nodes = 0, height = 0;
    };
    struct Level {
        YAML::anchor_t anchor = 0;
        Size size;
    };

    void check_depth(const YAML::Mark& mark, std::size_t more) const {
        if (levels_.size() + more > max_yaml_depth)
            throw YAML::ParserException(mark,
                                        "it is nested more than " + std::to_string(max_yaml_depth) + " deep");
    }
    void open(const YAML::Mark& mark, YAML::anchor_t anchor) {
        check_depth(mark, 1);
        levels_.push_back({anchor, {1, 1}});
    }
    void close() {
        const Level level = levels_.back();
        levels_.pop_back();
        add(level.size, level.anchor);
    }
    void add(Size size, YAML::anchor_t anchor) {
        if (anchor != 0) anchored_[anchor] = size;
        if (levels_.empty()) return;
        Size& parent = levels_.back().size;
        parent.nodes += size.nodes;
        parent.height = std::max(parent.height, size.height + 1);
    }

    std::vector<Level> levels_;
    std::map<YAML::anchor_t, Size> anchored_;
    std::size_t alias_nodes_ = 0;
};

}  // namespace

YAML::Node read_yaml(const std::filesystem::path& path, std::size_t max_bytes) {
    const std::string text = read_text(path, max_bytes);
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        TreeMeasure measure;
        parser.HandleNextDocument(measure);
        return YAML::Load(text);
    } catch (const YAML::Exception& error) {
        throw Error(path.string() + ":" + std::to_string(error.mark.line + 1) +
                    ": not valid YAML: " + error.msg);
    }
}

}  // namespace gbs
