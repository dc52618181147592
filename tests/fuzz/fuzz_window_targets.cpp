// SPDX-License-Identifier: GPL-3.0-or-later

#include <QString>
#include <array>

#include "app/present/script.h"
#include "app/review/review_database.h"
#include "fuzz/fuzz_files.h"
#include "fuzz/fuzz_targets.h"

namespace gbs {
namespace {

void read_presentation(FuzzBytes bytes) {
    const app::Script script = app::read_script(write_fuzz_file("script.yaml", bytes));
    for (auto place = std::optional<app::ScriptPlace>(app::ScriptPlace{}); place;)
        place = app::next_place(script, *place);
}

void read_reviews(FuzzBytes bytes) {
    for (const char* name : {"review.gbs.sqlite-wal", "review.gbs.sqlite-shm", "review.gbs.sqlite-journal"})
        std::filesystem::remove(fuzz_folder() / name);
    const QString file = QString::fromStdString(write_fuzz_file("review.gbs.sqlite", bytes).string());
    app::ReviewDatabase::rescue(file);
    app::ReviewDatabase(file).read();
}

constexpr std::array<FuzzTarget, 2> targets{{{"presentation", read_presentation}, {"reviews", read_reviews}}};

}  // namespace

std::span<const FuzzTarget> window_fuzz_targets() {
    return targets;
}

}  // namespace gbs
