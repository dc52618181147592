// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "support/torch_compare.h"
#include "training/data/disk_cache.h"
#include "training/data/feature_cache.h"
#include "training/data/text_bank.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// Embeds each letter of a text as its code, and counts the texts it encodes.
class LetterEncoder final : public TextEncoder {
 public:
    std::string name() const override { return "letters"; }
    WordShape shape() const override { return 2; }
    bool reads(const std::string& phrase) const override { return !phrase.empty(); }
    WordEmbeddings encode(std::span<const std::string> phrases) override {
        texts += static_cast<int>(phrases.size());
        std::size_t longest = 0;
        for (const auto& phrase : phrases) longest = std::max(longest, phrase.size());
        const auto rows = static_cast<std::int64_t>(phrases.size()),
                   columns = static_cast<std::int64_t>(longest);
        WordEmbeddings result{torch::zeros({rows, columns, 2}), torch::zeros({rows, columns})};
        for (std::size_t i = 0; i < phrases.size(); ++i)
            for (std::size_t j = 0; j < phrases[i].size(); ++j) {
                result.words[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)].fill_(scale *
                                                                                               phrases[i][j]);
                result.mask[static_cast<std::int64_t>(i)][static_cast<std::int64_t>(j)] = 1;
            }
        return result;
    }
    void to(torch::Device) override {}
    int texts = 0;
    float scale = 1;
};

}  // namespace

class CachesTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void lookup_returns_words_and_mask_of_each_text();
    void dropout_keeps_at_least_one_word();
    void an_unknown_text_is_an_error();
    void a_second_bank_reads_the_disk_and_another_set_does_not();
    void texts_are_mapped_from_files_that_an_interruption_leaves();
    void a_damaged_cache_file_is_rebuilt();
    void an_unwritable_cache_is_no_error();
    void features_are_gathered_by_index();
    void a_fingerprint_changes_with_one_number();
};

void CachesTest::lookup_returns_words_and_mask_of_each_text() {
    LetterEncoder encoder;
    const TextBank bank(encoder, {"abc", "z", "abc", "hello"});
    QCOMPARE(encoder.texts, 3 + 1);  // "z" once more, to identify the language model
    const std::vector<std::string> texts{"z", "abc"};
    const WordEmbeddings words = bank.lookup(texts, 0, Random(1));
    QCOMPARE(words.words.sizes().vec(), (std::vector<std::int64_t>{2, 3, 2}));
    COMPARE_TENSORS(words.mask, torch::tensor({{1.F, 0.F, 0.F}, {1.F, 1.F, 1.F}}), 0);
    QCOMPARE(words.words[1][2][0].item<float>(), static_cast<float>('c'));
    QCOMPARE(words.words[0][0][1].item<float>(), static_cast<float>('z'));
}

void CachesTest::dropout_keeps_at_least_one_word() {
    LetterEncoder encoder;
    const std::string longest(50, 'a');
    const TextBank bank(encoder, {"ab", longest});
    double kept = 0;
    for (int i = 0; i < 200; ++i) {
        const std::vector<std::string> texts{"ab", longest};
        const torch::Tensor mask = bank.lookup(texts, 0.5, Random(3, i)).mask;
        QVERIFY(mask[0].sum().item<double>() >= 1);
        kept += mask[1].sum().item<double>();
    }
    QVERIFY(std::abs(kept / (200 * 50) - 0.5) < 0.03);
    const std::vector<std::string> one{"ab"};
    QVERIFY(bank.lookup(one, 0.99, Random(4)).mask.sum().item<double>() >= 1);
    // The same stream drops the same words.
    const std::vector<std::string> same{longest};
    COMPARE_TENSORS(bank.lookup(same, 0.5, Random(9)).mask, bank.lookup(same, 0.5, Random(9)).mask, 0);
}

void CachesTest::an_unknown_text_is_an_error() {
    LetterEncoder encoder;
    const TextBank bank(encoder, {"abc"});
    const std::vector<std::string> texts{"abd"};
    QVERIFY_EXCEPTION_THROWN(bank.lookup(texts, 0, Random(1)), Error);
}

void CachesTest::a_second_bank_reads_the_disk_and_another_set_does_not() {
    QTemporaryDir directory;
    const DiskCache cache(directory.path().toStdString());
    LetterEncoder encoder;
    const std::vector<std::string> texts{"abc", "d"};
    const TextBank first(encoder, texts, cache);
    QCOMPARE(encoder.texts, 3);  // both, and one more to identify the language model
    const TextBank second(encoder, texts, cache);
    QCOMPARE(encoder.texts, 4);
    COMPARE_TENSORS(first.lookup(texts, 0, Random(1)).words, second.lookup(texts, 0, Random(1)).words, 0);
    const TextBank third(encoder, {"abc", "e"}, cache);
    QCOMPARE(encoder.texts, 7);
    LetterEncoder other;  // the same name with other weights
    other.scale = 2;
    const TextBank fourth(other, texts, cache);
    QCOMPARE(other.texts, 3);
}

void CachesTest::texts_are_mapped_from_files_that_an_interruption_leaves() {
    QTemporaryDir directory;
    const std::string folder = directory.path().toStdString();
    const DiskCache cache(folder);
    std::vector<std::string> texts;
    for (int i = 0; i < 20000; ++i) texts.push_back("t" + std::to_string(i));
    LetterEncoder encoder;
    const auto stop_late = [](std::size_t done, std::size_t) {
        if (done > 18000) throw Cancelled();
    };
    QVERIFY_EXCEPTION_THROWN(TextBank(encoder, texts, cache, stop_late), Cancelled);
    const int before = encoder.texts;
    std::size_t reported = 0;
    const TextBank mapped(encoder, texts, cache, [&](std::size_t done, std::size_t) { reported = done; });
    QCOMPARE(reported, texts.size());
    QVERIFY(encoder.texts - before < 5000);
    QVERIFY(read_text("/proc/self/maps").find(folder) != std::string::npos);
    const TextBank in_memory(encoder, texts);
    const std::vector<std::string> some{"t0", "t19999", "t777"};
    COMPARE_TENSORS(mapped.lookup(some, 0, Random(1)).words, in_memory.lookup(some, 0, Random(1)).words, 0);
}

void CachesTest::a_damaged_cache_file_is_rebuilt() {
    QTemporaryDir directory;
    const DiskCache cache(directory.path().toStdString());
    int made = 0;
    const auto make = [&]() -> DiskCache::Tensors {
        ++made;
        return {{"a", torch::tensor({1.F, 2.F})}};
    };
    cache.get("name", "key", make);
    cache.get("name", "key", make);
    QCOMPARE(made, 1);
    for (const auto& entry : std::filesystem::directory_iterator(directory.path().toStdString())) {
        const std::string whole = read_text(entry.path());
        write_atomically(entry.path(), whole.substr(0, whole.size() - 3));
    }
    COMPARE_TENSORS(cache.get("name", "key", make).at("a"), torch::tensor({1.F, 2.F}), 0);
    QCOMPARE(made, 2);
}

void CachesTest::an_unwritable_cache_is_no_error() {
    QTemporaryDir directory;
    write_atomically(directory.filePath(QStringLiteral("file")).toStdString(), "in the way");
    const DiskCache cache(directory.filePath(QStringLiteral("file/below")).toStdString());
    QCOMPARE(cache.get("n", "k",
                       [] {
                           return DiskCache::Tensors{{"a", torch::ones({2})}};
                       })
                 .size(),
             std::size_t{1});
}

void CachesTest::features_are_gathered_by_index() {
    const FeatureCache cache(40, [](std::int64_t first, std::int64_t count) {
        const torch::Tensor numbers = torch::arange(first, first + count, torch::kFloat).view({-1, 1, 1, 1});
        const torch::Tensor channels = torch::arange(3, torch::kFloat).view({1, 3, 1, 1}) * 100;
        return std::vector<torch::Tensor>{(numbers + channels).expand({count, 3, 2, 5}),
                                          numbers.expand({count, 1, 4, 4})};
    });
    QCOMPARE(cache.photos(), std::int64_t{40});
    const std::vector<std::int64_t> indices{39, 0, 17};
    const auto levels = cache.gather(indices);
    QCOMPARE(levels[0].sizes().vec(), (std::vector<std::int64_t>{3, 3, 2, 5}));
    QCOMPARE(levels[0][0][2][1][4].item<float>(), 239.F);
    QCOMPARE(levels[1][2][0][3][3].item<float>(), 17.F);
    COMPARE_TENSORS(cache.range(16, 2)[0].select(1, 0),
                    torch::tensor({16.F, 17.F}).view({2, 1, 1}).expand({2, 2, 5}), 0);
    const FeatureCache again(cache.tensors());
    COMPARE_TENSORS(again.gather(indices)[0], levels[0], 0);
}

void CachesTest::a_fingerprint_changes_with_one_number() {
    const torch::Tensor a = torch::zeros({10});
    const std::string before = fingerprint({{"a", a}});
    QCOMPARE(fingerprint({{"a", a.clone()}}), before);
    QVERIFY(fingerprint({{"b", a}}) != before);
    a[7] = 1e-6;
    QVERIFY(fingerprint({{"a", a}}) != before);
}

QTEST_GUILESS_MAIN(CachesTest)
#include "caches_test.moc"
