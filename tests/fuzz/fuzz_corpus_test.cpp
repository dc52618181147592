// SPDX-License-Identifier: GPL-3.0-or-later

// What the fuzzer starts from, every input that once failed among it, and changes of it: a few seconds of what
// tests/fuzz/fuzz.sh does for hours.

#include <spdlog/spdlog.h>

#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <random>
#include <vector>

#include "core/base/file_io.h"
#include "fuzz/fuzz_targets.h"
#include "support/sanitized.h"

namespace fs = std::filesystem;
using namespace gbs;

namespace {

std::vector<std::string> read_corpus(const FuzzTarget& target) {
    std::vector<fs::path> files;
    for (const auto& entry :
         fs::directory_iterator(fs::path(GBS_SOURCE_DIR) / "tests/fuzz/corpus" / target.name))
        files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> inputs;
    for (const fs::path& file : files) inputs.push_back(read_text(file));
    return inputs;
}

bool run(const FuzzTarget& target, const std::string& input) {
    return run_fuzz_target(target, {reinterpret_cast<const std::uint8_t*>(input.data()), input.size()});
}

/// Changed bytes, lost or repeated parts, and an end too early.
std::string change(std::string input, std::mt19937& random) {
    const auto below = [&](std::size_t end) { return end == 0 ? 0 : random() % end; };
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
        const std::size_t place = below(input.size());
        switch (below(4)) {
            case 0:
                if (!input.empty()) input[place] = static_cast<char>(random());
                break;
            case 1:
                input.erase(place, below(16));
                break;
            case 2:
                input.insert(place, input.substr(below(input.size()), below(16)));
                break;
            default:
                input.resize(place);
        }
    }
    return input;
}

}  // namespace

class FuzzCorpusTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() { spdlog::set_level(spdlog::level::off); }

    void readers_take_or_refuse_what_comes_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const FuzzTarget& target : fuzz_targets()) QTest::newRow(target.name.data()) << index++;
    }

    void readers_take_or_refuse_what_comes() {
        QFETCH(int, index);
        const FuzzTarget target = fuzz_targets()[static_cast<std::size_t>(index)];
        const auto inputs = read_corpus(target);
        QVERIFY(!inputs.empty());
        std::mt19937 random(7);
        QElapsedTimer timer;
        timer.start();
        // Else the fuzzer would only see how the reader refuses.
        QVERIFY(std::ranges::count_if(inputs, [&](const auto& input) { return run(target, input); }) > 0);
        for (int round = 0; round < 400; ++round)
            for (const std::string& input : inputs) run(target, change(input, random));
        run(target, {});
        QVERIFY(timer.elapsed() < 60'000 * slowness);
    }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "fuzz_corpus_test.moc"
