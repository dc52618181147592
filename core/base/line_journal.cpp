// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/line_journal.h"

#include <spdlog/spdlog.h>

#include <cstdio>
#include <fstream>
#include <system_error>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/base/fnv_hash.h"

namespace fs = std::filesystem;

namespace gbs {
namespace {

/// A line of the journal: the line, a tab and its checksum.
std::string seal(const std::string& line) {
    char hash[24];
    std::snprintf(hash, sizeof hash, "\t%016llx", static_cast<unsigned long long>(fnv_hash(line)));
    return line + hash;
}

std::string unsealed(const std::string& sealed) {
    return sealed.substr(0, sealed.find('\t'));
}

}  // namespace

LineJournal::LineJournal(fs::path file, Contents contents, bool resume,
                         const std::function<bool(const std::string&)>& take)
    : file_(std::move(file)), journal_(file_.string() + ".part") {
    journal_.require(contents.what);
    contents.heading += "\n";
    const std::uint64_t kept = resume && journal_.size() > 0 ? take_back(contents, take) : 0;
    journal_.cut(kept);
    if (kept == 0) journal_.append(contents.heading);
}

/// Passes on the lines of an earlier run and returns their bytes.
std::uint64_t LineJournal::take_back(const Contents& contents,
                                     const std::function<bool(const std::string&)>& take) {
    const std::string text = read_text(journal_.path(), std::size_t{8} << 30);
    std::size_t at = text.find('\n');
    if (at == std::string::npos) return 0;  // killed before the first line was complete
    if (text.compare(0, ++at, contents.heading) != 0)
        throw Error(journal_.path().string() + ": these " + contents.what + " belong to another run (" +
                    contents.differs + "); run without --resume to start over");
    // A line without a newline was truncated by the kill.
    for (std::size_t end = text.find('\n', at); end != std::string::npos; end = text.find('\n', at)) {
        const std::string sealed = text.substr(at, end - at), line = unsealed(sealed);
        if (seal(line) != sealed || !take(line)) {
            spdlog::warn("{}, line {}: damaged, or not about this phrase; it and the lines after it are {}",
                         journal_.path().string(), already_ + 2, contents.again);
            break;
        }
        ++already_;
        at = end + 1;
    }
    return at;
}

void LineJournal::add(const std::string& line) {
    journal_.append(seal(line) + "\n");
    ++added_;
}

void LineJournal::finish() {
    journal_.check_place();
    std::ifstream in = open_to_read(journal_.path());
    std::string line;
    std::getline(in, line);  // the heading
    write_atomically(file_, [&](std::ostream& out) {
        std::size_t lines = 0;
        for (; std::getline(in, line); ++lines) out << unsealed(line) << '\n';
        if (!in.eof())
            throw Error("cannot read " + journal_.path().string() + ": reading failed before the end");
        if (lines != already_ + added_)
            throw Error(journal_.path().string() + " was changed while it was being written");
    });
    std::error_code ignored;
    fs::remove(journal_.path(), ignored);
}

}  // namespace gbs
