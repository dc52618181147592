// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/notes.h"

#include "core/base/error.h"

namespace gbs::app {

std::map<std::string, std::string> parse_notes(const std::vector<std::string>& notes) {
    std::map<std::string, std::string> parsed;
    for (const std::string& note : notes) {
        const auto equals = note.find('=');
        if (equals == std::string::npos || equals == 0) throw Error("--note '" + note + "': write KEY=VALUE");
        parsed.emplace(note.substr(0, equals), note.substr(equals + 1));
    }
    return parsed;
}

}  // namespace gbs::app
