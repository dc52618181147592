// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "support/fake_grounder.h"
#include "support/tiny_run.h"
#include "support/torch_compare.h"
#include "training/data/choose_close_ups.h"
#include "training/data/close_up_map.h"
#include "training/data/row_loader.h"

namespace fs = std::filesystem;
using namespace gbs;
using namespace gbs::training;

/// Parts of photos around what a teacher finds.
class CloseUpTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    fs::path folder() const { return folder_.path().toStdString(); }
    TrainOptions options() const { return tiny_options(folder()); }
    static TeacherMaps maps_of(const TrainingSet& set) {
        return {set,
                {},
                [] { return std::make_shared<FakeGrounder>(std::make_shared<FakeControl>()); },
                DiskCache(),
                "fake"};
    }

 private Q_SLOTS:
    void initTestCase() { make_tiny_data(folder(), 6); }

    void parts_of_maps_are_cut_at_their_place() {
        // A map that rises by one from column to column, and by ten from row to row.
        const torch::Tensor map =
            torch::arange(8).to(torch::kFloat) + 10 * torch::arange(6).to(torch::kFloat).unsqueeze(1);
        COMPARE_TENSORS(crop(map, {0, 0, 0, 1, {}}, 6, 8), map, 1e-5);
        COMPARE_TENSORS(crop(map, {0, 0.5, 0.5, 0.5, {}}, 3, 4), map.slice(0, 3).slice(1, 4), 1e-5);
        const torch::Tensor finer = crop(map, {0, 0.25, 0.25, 0.5, {}}, 6, 8);
        QVERIFY(std::abs(finer[0][1].item<double>() - finer[0][0].item<double>() - 0.5) < 1e-5);
    }

    void parts_of_photos_are_cut_at_the_same_place() {
        Image photo{8, 6, std::vector<std::uint8_t>(8 * 6 * 3)};
        for (std::size_t i = 0; i < photo.rgb.size(); ++i) photo.rgb[i] = static_cast<std::uint8_t>(i / 3);
        const Image part = crop(photo, {0, 0.5, 0.5, 0.5, {}});
        QCOMPARE(part.width, 4);
        QCOMPARE(part.height, 3);
        QCOMPARE(part.rgb.front(), std::uint8_t{3 * 8 + 4});
        QCOMPARE(part.rgb.back(), std::uint8_t{47});
        // Rounding does not reach outside.
        QCOMPARE(crop(photo, {0, 0.75, 0.75, 0.25, {}}).width, 2);
        QCOMPARE(crop(Image{1, 1, {1, 2, 3}}, {0, 0.7, 0.7, 0.3, {}}).width, 1);
    }

    void they_show_what_the_teacher_finds() {
        const TrainingSet set(options());
        const TeacherMaps maps = maps_of(set);
        const std::vector<CloseUp> parts = choose_close_ups(set, maps, 4, 1);
        QVERIFY(parts.size() > set.photos());
        std::set<double> places;
        for (const CloseUp& part : parts) {
            places.insert(part.left);
            QVERIFY(part.size >= 0.25 && part.size <= 0.75);
            QVERIFY(part.left >= 0 && part.top >= 0 && part.left + part.size <= 1 &&
                    part.top + part.size <= 1);
            QVERIFY(!part.phrases.empty());
            for (const std::string& phrase : part.phrases) {
                const torch::Tensor map = maps.find(part.photo, phrase);
                const auto peak = map.argmax().item<std::int64_t>();
                const double x = (static_cast<double>(peak % 8) + 0.5) / 8,
                             y = (static_cast<double>(peak / 8) + 0.5) / 6;
                QVERIFY(x >= part.left && x <= part.left + part.size && y >= part.top &&
                        y <= part.top + part.size);
            }
        }
        QVERIFY(places.size() > 5);
    }

    void they_depend_on_the_seed_only() {
        const TrainingSet set(options());
        const TeacherMaps maps = maps_of(set);
        const auto lefts = [&](std::uint64_t seed) {
            std::vector<double> values;
            for (const CloseUp& part : choose_close_ups(set, maps, 2, seed)) values.push_back(part.left);
            return values;
        };
        QCOMPARE(lefts(3), lefts(3));
        QVERIFY(lefts(3) != lefts(4));
    }

    void a_set_has_them_after_its_photos() {
        TrainingSet set(options());
        const std::string before = set.photos_fingerprint();
        set.add_close_ups({{2, 0.5, 0.25, 0.5, {"a corner"}}});
        QCOMPARE(set.size(), std::size_t{7});
        QCOMPARE(set.photos(), std::size_t{6});
        QVERIFY(set.close_up(5) == nullptr);
        QCOMPARE(set.close_up(6)->photo, std::size_t{2});
        QCOMPARE(set.captions(6), std::vector<std::string>{"a corner"});
        QVERIFY(set.photos_fingerprint() != before);
        std::size_t index = 6, photo = 2;
        const Image part = set.load(index), whole = set.load(photo);
        QCOMPARE(index, std::size_t{6});
        QCOMPARE(part.width, whole.width / 2);
        QCOMPARE(part.rgb.front(), whole.rgb[static_cast<std::size_t>((10 * whole.width + 24) * 3)]);
    }

    void their_phrases_are_drawn_as_they_are() {
        TrainingSet set(options());
        const std::string text = "a dog on the grass";  // has two phrases of its own
        set.add_close_ups({{0, 0, 0, 0.5, {text}}});
        const RowLoader rows({&set, nullptr, nullptr, {}}, options().stage, 1, 0, 32);
        BatchPlan plan;
        plan.photos = {6, 0};
        plan.recurrent = {true, true};
        QCOMPARE(rows.text_row(plan, 0, 0).text, text);
        QVERIFY(!rows.text_row(plan, 0, 1).text.ends_with('.'));  // a phrase of a caption
    }

    void a_broken_photo_has_none() {
        make_tiny_data(folder() / "broken", 3);
        std::ofstream(folder() / "broken" / "photos" / "photo1.png") << "no photo";
        TrainOptions broken = options();
        broken.train_images = (folder() / "broken" / "photos").string();
        broken.train_captions = (folder() / "broken" / "captions.tsv").string();
        TrainingSet set(broken);
        set.add_close_ups({{1, 0, 0, 0.5, {"a box"}}, {2, 0, 0, 0.5, {"a wall"}}});
        std::size_t index = 3;
        QCOMPARE(set.load(index).width, 24);
        QCOMPARE(index, std::size_t{4});
    }
};

QTEST_GUILESS_MAIN(CloseUpTest)
#include "close_up_test.moc"
