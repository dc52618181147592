// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/detector/detector_command.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/base/error.h"
#include "core/base/foreign_paths.h"
#include "core/base/paths.h"
#include "core/base/shell_word.h"

namespace fs = std::filesystem;

namespace gbs {

std::vector<std::string> detector_command(const std::string& text) {
    std::vector<std::string> words = split_shell_words(text);
    if (words.empty())
        throw Error(
            "no detector is named: give the name of a bridge, such as \"owlv2 --weights FOLDER\", or a command");
    if (words[0].find('/') != std::string::npos) return words;
    const fs::path script = detectors_folder() / (words[0] + ".py");
    std::error_code code;
    const fs::path launcher = fs::read_symlink("/proc/self/exe", code).parent_path() / "gbs";
    if (is_plain_file(script)) {
        words[0] = script.string();
        words.insert(words.begin(), detector_python().string());
    } else if (words[0] == "gbs" && is_plain_file(launcher)) {
        words[0] = launcher.string();
    }
    return words;
}

NamedCommand parse_named_command(const std::string& argument) {
    const std::size_t sign = argument.find('=');
    if (sign == std::string::npos || sign == 0 || argument.find_first_of(" \t'\"/") < sign)
        return {{}, argument};
    return {argument.substr(0, sign), argument.substr(sign + 1)};
}

std::vector<std::string> list_detectors() {
    std::vector<std::string> names;
    for (const fs::path& file : list_folder(detectors_folder()))
        if (file.extension() == ".py" && file.stem() != "bridge") names.push_back(file.stem().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace gbs
