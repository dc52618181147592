// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/explorer.h"

#include <QApplication>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include "core/base/error.h"
#include "support/fake_grounder.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

static QString operator""_q(const char* text, std::size_t size) {
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

/// The state of the program, without a window.
class ExplorerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<Explorer> explorer_;
    QStringList messages_;

    QStringList phrases() const {
        QStringList texts;
        for (const PhraseItem& item : explorer_->phrases()->items()) texts << item.text;
        return texts;
    }
    void settle() { QTRY_VERIFY(!explorer_->busy()); }
    void open_photo() {
        explorer_->open({photos_.path("a.png"_q)});
        QTRY_VERIFY(!explorer_->photo().empty());
        settle();
    }
    GrounderFactory factory() {
        return [control = control_] { return std::make_shared<FakeGrounder>(control); };
    }
    bool told(const QString& text) const {
        return std::any_of(messages_.begin(), messages_.end(),
                           [&text](const QString& message) { return message.contains(text); });
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void init() {
        messages_.clear();
        control_ = std::make_shared<FakeControl>();
        explorer_ = std::make_unique<Explorer>(factory());
        connect(explorer_.get(), &Explorer::message, this,
                [this](Severity, const QString& text) { messages_ << text; });
        settle();
    }
    void cleanup() {
        control_->set(&FakeControl::hold, false);
        explorer_.reset();
    }

    void a_phrase_of_one_photo_stays_with_it() {
        open_photo();
        const QString first = explorer_->photo().path;
        explorer_->add_phrase("a dog"_q);
        settle();  // a phrase that comes while another one is grounded may begin that anew
        explorer_->set_new_phrases_here(true);
        explorer_->add_phrase("the blue door"_q);
        settle();
        explorer_->set_new_phrases_here(false);
        explorer_->add_phrase("a cat"_q);
        settle();
        QCOMPARE(phrases().size(), 3);
        explorer_->set_phrase_here(2, true);
        explorer_->show_image(photos_.path("b.png"_q));
        QTRY_COMPARE(explorer_->photo().path, photos_.path("b.png"_q));
        settle();
        QCOMPARE(phrases(), QStringList{"a dog"_q});
        QCOMPARE(explorer_->current_phrase(), "a dog"_q);
        QCOMPARE(control_->copy(&FakeControl::finished).size(), std::size_t{4});  // only "a dog" again
        QCOMPARE(explorer_->all_phrases().size(), 3);
        QCOMPARE(explorer_->phrases_for(first).size(), 3);
        QCOMPARE(explorer_->phrases_for({}), QStringList{"a dog"_q});
        explorer_->add_phrase("the sky"_q);
        explorer_->undo_stack()->undo();
        QCOMPARE(phrases(), QStringList{"a dog"_q});
        explorer_->show_image(first);
        QTRY_COMPARE(explorer_->photo().path, first);
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "the blue door"_q, "a cat"_q}));
        explorer_->set_phrase_here(1, false);
        QVERIFY(explorer_->phrases()->items()[1].photo.isEmpty());
        explorer_->undo_stack()->undo();
        QCOMPARE(explorer_->phrases()->items()[1].photo, first);
    }

    void undo_of_a_phrase_of_another_photo_goes_there() {
        open_photo();
        const QString first = explorer_->photo().path, second = photos_.path("b.png"_q);
        explorer_->add_phrase("a dog"_q);
        explorer_->set_new_phrases_here(true);
        explorer_->add_phrase("the blue door"_q);
        settle();
        explorer_->show_image(second);
        QTRY_COMPARE(explorer_->photo().path, second);
        explorer_->add_phrase("a cat"_q);
        explorer_->undo_stack()->undo();
        QCOMPARE(explorer_->photo().path, second);
        explorer_->undo_stack()->undo();
        QTRY_COMPARE(explorer_->photo().path, first);
        QCOMPARE(phrases(), QStringList{"a dog"_q});
        explorer_->undo_stack()->redo();
        explorer_->undo_stack()->redo();
        QTRY_COMPARE(explorer_->photo().path, second);
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "a cat"_q}));
        QCOMPARE(explorer_->phrases_for(first), (QStringList{"a dog"_q, "the blue door"_q}));
    }

    void undo_keeps_the_phrases_of_the_photo_that_is_shown_now() {
        open_photo();
        const QString first = explorer_->photo().path, second = photos_.path("b.png"_q);
        explorer_->set_new_phrases_here(true);
        explorer_->add_phrase("a dog"_q);
        explorer_->show_image(second);
        QTRY_COMPARE(explorer_->photo().path, second);
        explorer_->set_new_phrases_here(false);
        explorer_->add_phrase("the sky"_q);
        explorer_->show_image(first);
        QTRY_COMPARE(explorer_->photo().path, first);
        explorer_->undo_stack()->undo();
        QCOMPARE(phrases(), QStringList{"a dog"_q});
    }

    void phrases_are_sorted_by_their_strength() {
        open_photo();
        control_->strength = [](const std::string& phrase) -> std::optional<float> {
            if (phrase == "the sky") return std::nullopt;
            return phrase == "a dog" ? 0.9F : 0.1F;
        };
        explorer_->add_phrases({"a cat"_q, "the sky"_q, "a dog"_q});
        settle();
        QVERIFY(std::abs(explorer_->phrases()->items()[2].strength.value_or(0) - 0.9F) < 1e-6F);
        QVERIFY(!explorer_->phrases()->items()[1].strength);
        const QModelIndex dog = explorer_->phrases()->index(2);
        QVERIFY(dog.data(Qt::AccessibleTextRole).toString().endsWith("strength strong"_q));
        QVERIFY(dog.data(Qt::ToolTipRole).toString().contains("0.90 (strong)"_q));
        explorer_->sort_phrases_by_strength();
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "a cat"_q, "the sky"_q}));
        QCOMPARE(explorer_->current_phrase(), "a cat"_q);
        explorer_->undo_stack()->undo();
        QCOMPARE(phrases(), (QStringList{"a cat"_q, "the sky"_q, "a dog"_q}));
    }

    void every_change_of_the_list_can_be_undone_and_redone() {
        open_photo();
        explorer_->add_phrase("a dog"_q);
        explorer_->add_phrases({"a cat"_q, "the sky"_q, "a dog"_q});
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "a cat"_q, "the sky"_q}));
        QCOMPARE(explorer_->current_phrase(), "a cat"_q);
        explorer_->rename_phrase(1, " a  black cat "_q);
        explorer_->move_phrase(0, 2);
        explorer_->set_phrase_hidden(0, true);
        explorer_->set_phrase_color(1, Qt::red);
        explorer_->remove_phrase(0);
        const QStringList last{"the sky"_q, "a dog"_q};
        QCOMPARE(phrases(), last);
        QUndoStack* const undo = explorer_->undo_stack();
        QCOMPARE(undo->count(), 7);
        undo->undo();
        QVERIFY(explorer_->phrases()->items()[0].hidden);
        QCOMPARE(explorer_->phrases()->items()[1].color, QColor(Qt::red));
        while (undo->index() > 2) undo->undo();
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "a cat"_q, "the sky"_q}));
        QVERIFY(!explorer_->phrases()->items()[0].hidden);
        while (undo->canUndo()) undo->undo();
        QVERIFY(phrases().isEmpty() && explorer_->current_phrase().isEmpty());
        while (undo->canRedo()) undo->redo();
        QCOMPARE(phrases(), last);
        settle();
        for (const QString& phrase : last) QVERIFY(explorer_->layers(phrase));
    }

    void renaming_to_an_empty_or_existing_phrase_is_refused() {
        open_photo();
        explorer_->add_phrases({"a dog"_q, "a cat"_q});
        explorer_->rename_phrase(0, "  "_q);
        QVERIFY(told("must not be empty"_q));
        explorer_->rename_phrase(0, "a cat"_q);
        QVERIFY(told("already"_q));
        QCOMPARE(phrases(), (QStringList{"a dog"_q, "a cat"_q}));
        QCOMPARE(explorer_->undo_stack()->count(), 1);
    }

    void glance_is_shown_but_not_listed() {
        open_photo();
        explorer_->add_phrase("a red hat"_q);
        settle();
        explorer_->set_glance("hat"_q);
        QCOMPARE(explorer_->shown_phrase(), "hat"_q);
        QTRY_VERIFY(explorer_->layers("hat"_q));
        QCOMPARE(phrases(), QStringList{"a red hat"_q});
        explorer_->set_glance({});
        QCOMPARE(explorer_->shown_phrase(), "a red hat"_q);
        explorer_->set_glance("red"_q);
        explorer_->add_phrase("a dog"_q);
        QCOMPARE(explorer_->shown_phrase(), "a dog"_q);
    }

    void glance_goes_before_waiting_phrases() {
        open_photo();
        control_->set(&FakeControl::hold, true);
        explorer_->add_phrases({"one"_q, "two"_q, "three"_q});
        QTRY_VERIFY(!control_->copy(&FakeControl::started).empty());
        explorer_->set_glance("quick"_q);
        control_->set(&FakeControl::hold, false);
        settle();
        QCOMPARE(control_->copy(&FakeControl::finished).front(), std::string("quick"));
        QVERIFY(explorer_->layers("three"_q));
    }

    void side_b_shows_another_phrase() {
        open_photo();
        explorer_->add_phrase("a dog"_q);
        explorer_->compare_with_phrase("a cat"_q);
        QTRY_VERIFY(explorer_->other_layers());
        QCOMPARE(explorer_->other_layers(), explorer_->layers("a cat"_q));
        QCOMPARE(phrases(), QStringList{"a dog"_q});
        explorer_->stop_comparing();
        QVERIFY(!explorer_->other_layers());
    }

    void side_b_shows_the_same_phrase_with_another_model() {
        open_photo();
        explorer_->add_phrase("a dog"_q);
        settle();
        const auto other = std::make_shared<FakeControl>();
        explorer_->load_other_model([other] { return std::make_shared<FakeGrounder>(other); });
        QTRY_VERIFY(explorer_->other_layers());
        QCOMPARE(other->copy(&FakeControl::finished), std::vector<std::string>{"a dog"});
        explorer_->add_phrase("a cat"_q);
        QTRY_VERIFY(explorer_->other_layers());
        QCOMPARE(explorer_->other_phrase(), "a cat"_q);
        explorer_->show_image(photos_.path("b.png"_q));
        QTRY_COMPARE(explorer_->photo().path, photos_.path("b.png"_q));
        QTRY_VERIFY(explorer_->other_layers());
    }

    void failure_to_load_the_other_model_ends_the_comparison() {
        explorer_->load_other_model(
            []() -> std::shared_ptr<Grounder> { throw Error("b.safetensors: truncated"); });
        QTRY_VERIFY(told("truncated"_q));
        QCOMPARE(explorer_->other_side(), Explorer::OtherSide::none);
    }

    void failed_phrase_is_retried_when_entered_again() {
        open_photo();
        explorer_->add_phrase("???"_q);
        settle();
        QVERIFY(told("no word of this phrase is known"_q));
        const auto tries = [this] {
            const auto started = control_->copy(&FakeControl::started);
            return std::count(started.begin(), started.end(), "???");
        };
        explorer_->add_phrase("a dog"_q);
        settle();
        QCOMPARE(tries(), 1);
        explorer_->add_phrase("???"_q);
        settle();
        QCOMPARE(tries(), 2);
    }

    void thousand_phrases_are_grounded_with_few_signals() {
        open_photo();
        QSignalSpy changed(explorer_.get(), &Explorer::layers_changed);
        QStringList many;
        for (int i = 0; i < 1000; ++i) many << QStringLiteral("phrase %1").arg(i);
        explorer_->add_phrases(many);
        settle();
        for (const QString& phrase : many) QVERIFY(explorer_->layers(phrase));
        QVERIFY2(changed.size() < 300, qPrintable(QString::number(changed.size())));
    }

    void ground_truth_and_detector_boxes_are_placed_on_the_photo() {
        photos_.write("truth.tsv"_q,
                      "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\n"
                      "a.png\t160\t120\t11\t21\t20\t40\ta dog\n");
        photos_.write("boxes.jsonl"_q,
                      "{\"image\": \"a.png\", \"phrase\": \"a dog\", \"width\": 320, \"height\": 240, "
                      "\"boxes\": [[20, 40, 80, 80], [0, 0, 4, 4]], \"scores\": [0.9, 0.3]}\n");
        open_photo();
        explorer_->open({photos_.path("truth.tsv"_q), photos_.path("boxes.jsonl"_q)});
        settle();
        const GroundTruth& truth = *explorer_->truth();
        QCOMPARE(truth.phrases(explorer_->photo()), QStringList{"a dog"_q});
        const std::vector<CanvasBox> boxes = truth.boxes(explorer_->photo(), "a dog"_q);
        QCOMPARE(boxes.size(), std::size_t{1});
        QCOMPARE(boxes[0].rect, QRectF(10, 20, 10, 20));
        explorer_->add_phrase("a dog"_q);
        settle();
        const PhraseLayers* const layers = explorer_->layers("a dog"_q);
        QVERIFY(layers);
        DetectorSource* const detector = explorer_->detector();
        detector->request(explorer_->photo(), "a dog"_q, {layers->mean, {}});
        QTRY_COMPARE(detector->maps().boxes.size(), std::size_t{2});
        const DetectorMaps& maps = detector->maps();
        QCOMPARE(maps.boxes[0].rect, QRectF(10, 20, 30, 20));
        QCOMPARE(maps.detector.peak, QPoint(25, 30));
        QCOMPARE(value_at(maps.detector, {160, 120}, {100, 100}), 0.F);
        QCOMPARE(value_at(maps.detector, {160, 120}, {25, 30}), 0.9F);
        const float mean = value_at(layers->mean, {160, 120}, {25, 30});
        QVERIFY(std::abs(value_at(maps.combined.at(0), {160, 120}, {25, 30}) - std::sqrt(0.9F * mean)) <
                0.02F);
        QCOMPARE(maps.combined.size(), std::size_t{2});
        QVERIFY(maps.combined[1].empty());
        detector->close();
        QVERIFY(detector->maps().boxes.empty() && !detector->is_open());
    }

    void box_files_opened_in_quick_succession_leave_nothing_pending() {
        photos_.write(
            "truth.tsv"_q,
            "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\na.png\t160\t120\t11\t21\t20\t40\ta dog\n");
        photos_.write("boxes.jsonl"_q,
                      "{\"image\": \"a.png\", \"phrase\": \"a dog\", \"width\": 320, \"height\": 240, "
                      "\"boxes\": [[20, 40, 80, 80]], \"scores\": [0.9]}\n");
        open_photo();
        for (int i = 0; i < 5; ++i)
            explorer_->open({photos_.path("truth.tsv"_q), photos_.path("boxes.jsonl"_q)});
        QVERIFY(explorer_->busy());
        settle();
        QCOMPARE(explorer_->truth()->file(), photos_.path("truth.tsv"_q));
        QVERIFY(explorer_->detector()->is_open());
    }

    void damaged_box_files_are_reported_and_the_open_boxes_kept() {
        photos_.write(
            "truth.tsv"_q,
            "image\twidth\theight\tx1\ty1\tx2\ty2\tphrase\na.png\t160\t120\t11\t21\t20\t40\ta dog\n");
        photos_.write("bad.tsv"_q, "nothing\tof\tthis\n");
        photos_.write("bad.jsonl"_q, "{\"image\": 3\n");
        open_photo();
        explorer_->open({photos_.path("truth.tsv"_q)});
        settle();
        explorer_->open({photos_.path("bad.tsv"_q), photos_.path("bad.jsonl"_q)});
        settle();
        QVERIFY(told("bad.tsv"_q) && told("bad.jsonl"_q));
        QCOMPARE(explorer_->truth()->file(), photos_.path("truth.tsv"_q));
        QVERIFY(!explorer_->detector()->is_open());
    }
};

QTEST_MAIN(ExplorerTest)
#include "explorer_test.moc"
