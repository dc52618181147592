// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/review_controller.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTest>

#include "app/controllers/images_controller.h"
#include "app/controllers/phrase_controller.h"
#include "app/window/window_host.h"
#include "core/data/phrase_queries.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/review_samples.h"
#include "support/test_layers.h"
#include "support/test_photos.h"
#include "widgets/review/review_statistics_dialog.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

namespace {

const char* const labelme_file =
    R"({"shapes": [{"label": "a dog", "points": [[1, 2], [30, 40]], "shape_type": "rectangle", "by": "hand"}],
        "imagePath": "a.png", "imageWidth": 160, "imageHeight": 120})";

}  // namespace

/// Reviews in the real window with a fake model.
class ReviewControllerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestPhotos> photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    ReviewSession* session() { return explorer()->review(); }
    ReviewPanel* panel() { return child<ReviewPanel>(window()); }
    QString folder() const { return photos_->folder.path(); }
    ReviewSubject subject(const char* image = "a.png", const char* phrase = "a dog") const {
        const QString name = QString::fromLatin1(image);
        const QSize size = name == QStringLiteral("a.png") ? QSize(160, 120) : QSize(120, 160);
        return {photos_->path(name), size, QString::fromLatin1(phrase)};
    }
    Verdict verdict(const char* image = "a.png", const char* phrase = "a dog") {
        return session()->judgement(subject(image, phrase)).verdict;
    }
    void make_host() {
        host_.reset();
        control_ = std::make_shared<FakeControl>();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
    }
    void open(const char* name) {
        explorer()->open({photos_->path(QString::fromLatin1(name))});
        QTRY_COMPARE(explorer()->photo().path, photos_->path(QString::fromLatin1(name)));
        QTRY_VERIFY(!explorer()->busy());
        QTRY_VERIFY(session()->is_open(folder()) && !session()->model().empty());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window()->canvas(), key, modifiers);
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer review test"));
    }
    void init() {
        QSettings().clear();
        photos_ = std::make_unique<TestPhotos>();
        make_host();
        open("a.png");
        explorer()->add_phrases({QStringLiteral("a dog"), QStringLiteral("a cat")});
        QTRY_VERIFY(!explorer()->busy());
        window()->canvas()->setFocusPolicy(Qt::StrongFocus);
        window()->canvas()->setFocus();
    }
    void cleanup() { host_.reset(); }

    void one_key_gives_a_verdict() {
        press(Qt::Key_1);
        QCOMPARE(verdict(), Verdict::right);
        QVERIFY(panel()->button(Verdict::right)->isChecked());
        press(Qt::Key_4);
        QCOMPARE(verdict(), Verdict::absent);
        press(Qt::Key_2);
        QCOMPARE(verdict(), Verdict::wrong);
        press(Qt::Key_3);
        QCOMPARE(verdict(), Verdict::unsure);
        QTRY_COMPARE(child<QLabel>(panel(), "saved")->text(), QStringLiteral("Saved"));
        QVERIFY(QFileInfo::exists(ReviewStore::file_in(folder())));
        press(Qt::Key_0);
        QCOMPARE(verdict(), Verdict::none);
    }

    void digits_typed_into_a_text_field_are_text() {
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("2 dogs"));
        QCOMPARE(edit->text(), QStringLiteral("2 dogs"));
        QCOMPARE(verdict(), Verdict::none);
        QTest::keyClick(edit, Qt::Key_2, Qt::AltModifier);
        QCOMPARE(verdict(), Verdict::wrong);
        panel()->note()->setFocus();
        QTest::keyClicks(panel()->note(), QStringLiteral("1 of 3"));
        QCOMPARE(verdict(), Verdict::wrong);
        QTRY_COMPARE(session()->judgement(subject()).note, QStringLiteral("1 of 3"));
    }

    void button_gives_a_verdict_and_undo_removes_it() {
        QTest::mouseClick(panel()->button(Verdict::wrong), Qt::LeftButton);
        QCOMPARE(verdict(), Verdict::wrong);
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QCOMPARE(verdict(), Verdict::none);
        QVERIFY(!panel()->button(Verdict::wrong)->isChecked());
        window()->action(QStringLiteral("edit.redo"))->trigger();
        QVERIFY(panel()->button(Verdict::wrong)->isChecked());
    }

    void advances_to_the_next_phrase_and_then_to_the_next_photo() {
        panel()->set_after_verdict(AfterVerdict::next_phrase);
        press(Qt::Key_1);
        QCOMPARE(explorer()->current_phrase(), QStringLiteral("a cat"));
        press(Qt::Key_2);
        QTRY_COMPARE(explorer()->photo().path, photos_->path(QStringLiteral("b.png")));
        QCOMPARE(explorer()->current_phrase(), QStringLiteral("a dog"));
        press(Qt::Key_3);
        QCOMPARE(verdict("a.png", "a dog"), Verdict::right);
        QCOMPARE(verdict("a.png", "a cat"), Verdict::wrong);
        QCOMPARE(verdict("b.png", "a dog"), Verdict::unsure);
    }

    void undo_returns_to_the_photo_and_phrase() {
        panel()->set_after_verdict(AfterVerdict::next_phrase);
        press(Qt::Key_1);
        press(Qt::Key_2);
        QTRY_COMPARE(explorer()->photo().path, photos_->path(QStringLiteral("b.png")));
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QTRY_COMPARE(explorer()->photo().path, photos_->path(QStringLiteral("a.png")));
        QCOMPARE(explorer()->current_phrase(), QStringLiteral("a cat"));
        QCOMPARE(verdict("a.png", "a cat"), Verdict::none);
    }

    void note_stays_with_its_phrase() {
        panel()->note()->setPlainText(QStringLiteral("behind the tree"));
        explorer()->set_current_phrase(1);
        QVERIFY(panel()->note()->toPlainText().isEmpty());
        QCOMPARE(session()->judgement(subject()).note, QStringLiteral("behind the tree"));
        QVERIFY(session()->judgement(subject("a.png", "a cat")).note.isEmpty());
    }

    void verdicts_outlive_the_window_and_the_program() {
        press(Qt::Key_1);
        QSignalSpy built(host_.get(), &WindowHost::window_built);
        host_->rebuild();
        QTRY_COMPARE(built.size(), 1);
        QVERIFY(panel()->button(Verdict::right)->isChecked());
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QCOMPARE(verdict(), Verdict::none);
        window()->action(QStringLiteral("edit.redo"))->trigger();
        make_host();
        open("a.png");
        explorer()->add_phrase(QStringLiteral("a dog"));
        QVERIFY(panel()->button(Verdict::right)->isChecked());
    }

    void peak_is_marked_and_counted() {
        window()->action(QStringLiteral("review.mark_peak"))->trigger();
        const Peak peak = fake_map("a dog", 0.7).resized_peak(160, 120);
        QCOMPARE(session()->truths(subject()), (QVector<Truth>{Truth::point({peak.x, peak.y})}));
        QVERIFY2(child<QLabel>(panel(), "counts")->text().contains(QStringLiteral("hits 1 of 1")),
                 qPrintable(child<QLabel>(panel(), "counts")->text()));
        panel()->truths()->list()->setFocus();
        QTest::keyClick(panel()->truths()->list(), Qt::Key_Delete);
        QVERIFY(session()->truths(subject()).isEmpty());
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QCOMPARE(session()->truths(subject()).size(), 1);
    }

    void marks_are_selected_moved_resized_and_removed_on_the_photo() {
        HeatmapView* const view = window()->canvas()->tile(1)->view();
        const auto at = [this, view](QPoint pixel) {
            return position_of(*window()->canvas(), view, pixel).toPoint();
        };
        const auto drag = [view](QPoint from, QPoint to) {
            QTest::mousePress(view, Qt::LeftButton, {}, from);
            QTest::mouseMove(view, (from + to) / 2);
            QTest::mouseMove(view, to);
            QTest::mouseRelease(view, Qt::LeftButton, {}, to);
        };
        session()->add_truth(subject(), Truth::box(QRect(QPoint(20, 20), QPoint(99, 79))));
        QCOMPARE(session()->truths(subject()).size(), 1);
        TruthPanel* const panel = child<TruthPanel>(window());
        QCOMPARE(panel->current(), 0);
        const auto box = [this] { return session()->truths(subject()).front(); };
        const auto is_near = [](QPoint a, QPoint b) { return (a - b).manhattanLength() <= 3; };
        drag(at({60, 50}), at({70, 60}));
        QVERIFY(is_near(box().first, {30, 30}) && is_near(box().last, {109, 89}));
        drag(at(box().last), at({129, 99}));
        QVERIFY(is_near(box().first, {30, 30}) && is_near(box().last, {129, 99}));
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QVERIFY(is_near(box().last, {109, 89}));
        // Escape lets go: a drag over the mark pans.
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Escape);
        QTRY_COMPARE(panel->current(), -1);
        const Truth before = box();
        drag(at({60, 50}), at({70, 60}));
        QVERIFY(box() == before);
        // A click selects it again.
        QTest::mouseClick(view, Qt::LeftButton, {}, at({60, 50}));
        QCOMPARE(panel->current(), 0);
        QTest::keyClick(view, Qt::Key_Delete);
        QVERIFY(session()->truths(subject()).isEmpty());
        press(Qt::Key_Y);
        QCOMPARE(window()->canvas()->tool(), CanvasTool::mark_polygon);
        for (const QPoint corner : {QPoint(20, 20), QPoint(80, 20), QPoint(80, 80), QPoint(30, 90)})
            QTest::mouseClick(view, Qt::LeftButton, {}, at(corner));
        QTest::keyClick(view, Qt::Key_Backspace);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(session()->truths(subject()).size(), 1);
        QCOMPARE(box().corners.size(), 3);
        QVERIFY(is_near(box().corners[2], {80, 80}));
        QVERIFY(!window()->canvas()->content().drawn_boxes.front().polygon.isEmpty());
        press(Qt::Key_Y);
        drag(at(box().corners[1]), at({90, 30}));
        QVERIFY(is_near(box().corners[1], {90, 30}) && is_near(box().corners[2], {80, 80}));
    }

    void locations_are_marked_with_the_mouse() {
        HeatmapView* const view = window()->canvas()->tile(1)->view();
        const auto at = [this, view](QPoint pixel) {
            return position_of(*window()->canvas(), view, pixel).toPoint();
        };
        press(Qt::Key_P);
        QTest::mouseClick(view, Qt::LeftButton, {}, at({40, 70}));
        QCOMPARE(session()->truths(subject()).size(), 1);
        const Truth point = session()->truths(subject()).front();
        QVERIFY(!point.is_box && (point.first - QPoint(40, 70)).manhattanLength() <= 2);
        QCOMPARE(window()->canvas()->content().drawn_points.size(), std::size_t{1});
        press(Qt::Key_B);
        QVERIFY(!window()->action(QStringLiteral("review.mark_point"))->isChecked());
        QTest::mousePress(view, Qt::LeftButton, {}, at({20, 30}));
        QTest::mouseMove(view, at({60, 80}));
        QTest::mouseMove(view, at({100, 90}));
        QTest::mouseRelease(view, Qt::LeftButton, {}, at({100, 90}));
        QCOMPARE(session()->truths(subject()).size(), 2);
        const Truth box = session()->truths(subject()).back();
        QVERIFY(box.is_box && (box.first - QPoint(20, 30)).manhattanLength() <= 2 &&
                (box.last - QPoint(100, 90)).manhattanLength() <= 2);
        QCOMPARE(window()->canvas()->content().drawn_boxes.size(), std::size_t{1});
        press(Qt::Key_B);
        QCOMPARE(window()->canvas()->tool(), CanvasTool::pan);
        explorer()->set_current_phrase(1);
        QVERIFY(window()->canvas()->content().drawn_boxes.empty());
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QCOMPARE(explorer()->current_phrase(), QStringLiteral("a dog"));
        QCOMPARE(session()->truths(subject()).size(), 1);
        QVERIFY(window()->canvas()->content().drawn_boxes.empty());
        QCOMPARE(window()->canvas()->content().drawn_points.size(), std::size_t{1});
    }

    void statistics_are_shown_and_updated() {
        press(Qt::Key_1);
        window()->action(QStringLiteral("review.statistics"))->trigger();
        auto* const dialog = window()->findChild<ReviewStatisticsDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->phrases()->model()->rowCount(), 1);
        explorer()->set_current_phrase(1);
        QTest::mouseClick(panel()->button(Verdict::wrong), Qt::LeftButton);
        QTRY_COMPARE(dialog->phrases()->model()->rowCount(), 2);
    }

    void another_persons_reviews_are_taken_in_and_disagreements_shown() {
        press(Qt::Key_1);
        const QTemporaryDir theirs;
        const QString file = theirs.filePath(QStringLiteral("ben.sqlite"));
        {
            ReviewDatabase database(file);
            QVector<ReviewChange> changes;
            for (const char* const image : {"a.png", "b.png"}) {
                changes << verdict_change(QString::fromLatin1(image), "a dog");
                changes.back().model = session()->model();
                changes.back().annotator = QStringLiteral("ben");
                changes.back().judgement->verdict = Verdict::wrong;
            }
            database.write(changes);
        }
        explorer()->open({file});
        QTRY_VERIFY(session()->is_disputed(subject()));
        QTRY_VERIFY2(window()->message_bar()->text().contains(QStringLiteral("disagree on 1 phrases")),
                     qPrintable(window()->message_bar()->text()));
        QTRY_VERIFY(child<QLabel>(panel(), "others")->text().contains(QStringLiteral("Incorrect")));
        QCOMPARE(verdict(), Verdict::right);
        QCOMPARE(verdict("b.png"), Verdict::none);
        window()->action(QStringLiteral("review.disagreements"))->trigger();
        QTRY_COMPARE(child<ImageListPanel>(window())->list()->model()->rowCount(), 1);
        window()->action(QStringLiteral("review.statistics"))->trigger();
        auto* const table = child<AgreementTable>(window());
        QTRY_COMPARE(table->rowCount(), 1);
        QCOMPARE(table->item(0, 1)->text() + table->item(0, 2)->text(), QStringLiteral("11"));
    }

    void a_click_in_the_statistics_lists_the_photos() {
        press(Qt::Key_1);
        window()->action(QStringLiteral("review.statistics"))->trigger();
        auto* const dialog = window()->findChild<ReviewStatisticsDialog*>();
        QTRY_COMPARE(dialog->phrases()->model()->rowCount(), 1);
        auto* const list = child<ImageListPanel>(window());
        const int all = list->list()->model()->rowCount();
        QVERIFY(all > 1);
        Q_EMIT dialog->phrases()->clicked(dialog->phrases()->model()->index(0, ReviewStatisticsModel::right));
        QCOMPARE(list->list()->model()->rowCount(), 1);
        QVERIFY(child<QPushButton>(list, "why")->text().startsWith(QStringLiteral("“a dog”: 1 photo")));
        Q_EMIT dialog->phrases()->clicked(
            dialog->phrases()->model()->index(0, ReviewStatisticsModel::absent));
        QCOMPARE(list->list()->model()->rowCount(), 0);
        child<QPushButton>(list, "why")->click();
        QCOMPARE(list->list()->model()->rowCount(), all);
    }

    void exports_are_written_and_reported() {
        press(Qt::Key_1);
        window()->action(QStringLiteral("review.mark_peak"))->trigger();
        const QString file = photos_->path(QStringLiteral("phrases.tsv"));
        child<ReviewExportActions>(window())->export_to(ReviewFormat::phrases, file);
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("phrases.tsv")));
        const PhraseQueries read = read_phrase_queries(file.toStdString());
        QCOMPARE(read.queries.size(), std::size_t{1});
        QCOMPARE(read.queries[0].phrase, std::string("a dog"));
    }

    void annotations_become_marks_and_are_written_back() {
        const QString file = photos_->path(QStringLiteral("a.json"));
        photos_->write(QStringLiteral("a.json"), labelme_file);
        explorer()->open({file});  // as dropped: recognized by its content
        QTRY_VERIFY(window()->action(QStringLiteral("review.take_truth"))->isEnabled());
        window()->action(QStringLiteral("review.take_truth"))->trigger();
        QTRY_COMPARE(session()->truths(subject()).size(), 1);
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("Marks added to 1")));
        session()->change_truth(subject(), 0, Truth::box(QRect(QPoint(5, 6), QPoint(29, 39))));
        child<ReviewExportActions>(window())->annotate_in(AnnotationFormat::labelme, folder());
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("Annotations of 1 photo")));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY2(text.contains("\"by\": \"hand\"") && text.contains("30.0"), text.constData());
    }

    void images_show_their_verdicts() {
        const auto badge = [this](const char* image) {
            const ImageListModel* const images = child<ImageListModel>(window());
            return images->verdict_at(images->find_row(photos_->path(QString::fromLatin1(image))));
        };
        press(Qt::Key_1);
        QVERIFY((badge("a.png") == VerdictSummary{1, 0, 0}));
        explorer()->set_current_phrase(1);
        press(Qt::Key_3);
        QVERIFY((badge("a.png") == VerdictSummary{1, 0, 1}));
        window()->action(QStringLiteral("edit.undo"))->trigger();
        QVERIFY((badge("a.png") == VerdictSummary{1, 0, 0}));
        make_host();
        open("b.png");
        QTRY_VERIFY((badge("a.png") == VerdictSummary{1, 0, 0}));
        QCOMPARE(badge("b.png").total(), 0);
    }

    void next_photo_without_a_verdict_is_found() {
        press(Qt::Key_1);
        window()->action(QStringLiteral("review.next_unjudged"))->trigger();
        QTRY_COMPARE(explorer()->photo().path, photos_->path(QStringLiteral("b.png")));
    }

    void file_of_a_newer_version_is_refused_with_a_message() {
        make_host();
        {
            ReviewDatabase(ReviewStore::file_in(folder())).write({});
            QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tool"));
            database.setDatabaseName(ReviewStore::file_in(folder()));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 9")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("tool"));
        explorer()->open({photos_->path(QStringLiteral("a.png"))});
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("newer version")));
        QTRY_VERIFY(!explorer()->photo().empty());
        QVERIFY(!panel()->button(Verdict::right)->isEnabled());
        QTRY_VERIFY(child<QLabel>(panel(), "problem")->text().contains(QStringLiteral("newer version")));
    }

    void damaged_file_is_reported_and_reviewing_continues() {
        make_host();
        photos_->write(QStringLiteral("review.gbs.sqlite"), "no database");
        open("a.png");
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(window()->message_bar()->text().contains(QStringLiteral("damaged")));
        press(Qt::Key_1);
        QTRY_COMPARE(child<QLabel>(panel(), "saved")->text(), QStringLiteral("Saved"));
        QCOMPARE(verdict(), Verdict::right);
    }

    void full_disk_is_reported_and_closing_asks() {
        press(Qt::Key_1);
        QTRY_COMPARE(child<QLabel>(panel(), "saved")->text(), QStringLiteral("Saved"));
        {
            const FileSizeLimit full(1);
            press(Qt::Key_2);
            QTRY_VERIFY(child<QLabel>(panel(), "saved")->text().startsWith(QStringLiteral("Not saved:")));
            QVERIFY(child<QPushButton>(panel(), "retry")->isVisibleTo(panel()));
            window()->close();
            QVERIFY(window()->isVisible());
            auto* const box = window()->findChild<QMessageBox*>();
            QVERIFY(box && box->isVisible());
            box->reject();
        }
        QTest::mouseClick(child<QPushButton>(panel(), "retry"), Qt::LeftButton);
        child<QPushButton>(panel(), "retry")->click();
        QTRY_COMPARE(child<QLabel>(panel(), "saved")->text(), QStringLiteral("Saved"));
        window()->close();
        QVERIFY(!window()->isVisible());
    }
};

QTEST_MAIN(ReviewControllerTest)
#include "review_controller_test.moc"
