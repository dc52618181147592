// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/speed/speed_table.h"

#include <fmt/format.h>

#include <string_view>

#include "core/base/error.h"
#include "core/base/file_io.h"

namespace gbs {
namespace {

/// Three digits, in the unit that suits the size.
std::string duration(double milliseconds) {
    return milliseconds < 1000 ? fmt::format("{:.3g} ms", milliseconds)
                               : fmt::format("{:.3g} s", milliseconds / 1000);
}

std::string optional_duration(const std::optional<double>& milliseconds) {
    return milliseconds ? duration(*milliseconds) : "";
}

std::string verdict(const SpeedRow& row) {
    if (!row.goal) return "";
    return duration(*row.goal) + (row.time.median / row.of <= *row.goal ? ", met" : ", **missed**");
}

}  // namespace

std::string to_markdown(const SpeedTable& table) {
    std::string text = fmt::format(
        "{}; {}; `{}`. Median, and lowest to highest of so many repetitions. \"At the peaks\" is the time that the "
        "operations and bytes take at the speeds above.\n\n"
        "| What | Threads | Busy programs beside | Time | Spread | At the peaks | Goal |\n"
        "|---|---|---|---|---|---|---|\n",
        table.machine, table.date, table.command);
    for (const SpeedRow& row : table.rows)
        text += fmt::format("| {} | {} | {} | {} | {} to {} ({}) | {} | {} |\n", row.what, row.threads,
                            row.busy, duration(row.time.median / row.of), duration(row.time.lowest / row.of),
                            duration(row.time.highest / row.of), row.time.repetitions,
                            optional_duration(row.predicted), verdict(row));
    return text;
}

void write_section(const std::filesystem::path& file, const std::string& markdown) {
    constexpr std::string_view begin = "<!-- gbs benchmark -->\n", end = "<!-- end -->";
    std::string text = read_text(file, std::size_t{64} << 20);
    const std::size_t first = text.find(begin), last = first == text.npos ? first : text.find(end, first);
    if (last == text.npos)
        throw Error(file.string() +
                    " has no lines \"<!-- gbs benchmark -->\" and \"<!-- end -->\" to write between");
    text.replace(first + begin.size(), last - first - begin.size(), "\n" + markdown + "\n");
    write_atomically(file, text);
}

}  // namespace gbs
