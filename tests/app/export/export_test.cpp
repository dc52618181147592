// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QtTest>

#include "app/controllers/export_controller.h"
#include "app/controllers/images_controller.h"
#include "app/export/export_dialog.h"
#include "app/window/window_host.h"
#include "core/base/file_io.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "support/test_photos.h"
#include "widgets/frame/job_list.h"
#include "widgets/frame/job_row.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

/// Exports through the real window with a fake model.
class ExportTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::unique_ptr<QTemporaryDir> out_;
    std::shared_ptr<FakeControl> control_;
    std::shared_ptr<int> models_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    Explorer* explorer() { return host_->explorer(); }
    ExportController* exports() { return child<ExportController>(window()); }
    ExportQueue* queue() { return child<ExportQueue>(explorer()); }
    template <class Widget>
    Widget* row_child(int id, const char* name) {
        auto* const row = window()->findChild<JobRow*>(job_row_name(id));
        return row->findChild<Widget*>(QLatin1String(name));
    }
    QString path(const char* name) const { return out_->filePath(QLatin1String(name)); }
    JobState::Phase phase(int id) { return queue()->job(id)->state().phase; }
    PhotoScope all() { return {QStringLiteral("all"), explorer()->browser()->images()}; }
    QStringList files(const char* folder) const {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden);
    }
    MapFilesOptions maps() const { return {{MapKind::mean}, {MapFormat::npy, MapFormat::png16}, true}; }

    /// Pauses the job with the keyboard while it grounds its first phrase, which is then finished.
    void pause_first(int id) {
        QTRY_COMPARE(phase(id), JobState::Phase::running);
        QTRY_VERIFY(row_child<QToolButton>(id, "pause"));
        QTest::keyClick(row_child<QToolButton>(id, "pause"), Qt::Key_Space);
        QCOMPARE(phase(id), JobState::Phase::pausing);
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(phase(id), JobState::Phase::paused);
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer export test"));
    }

    void init() {
        QSettings().clear();
        out_ = std::make_unique<QTemporaryDir>();
        control_ = std::make_shared<FakeControl>();
        models_ = std::make_shared<int>(0);
        host_ = std::make_unique<WindowHost>([control = control_, models = models_] {
            ++*models;
            return std::make_shared<FakeGrounder>(control);
        });
        window()->show();
        explorer()->open({photos_.folder.path()});
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        explorer()->add_phrase(QStringLiteral("the sky"));
        explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!explorer()->busy());
        QTRY_VERIFY(!window()->canvas()->figure().tiles.at(0).map.empty());
    }

    void cleanup() {
        control_->set(&FakeControl::hold, false);
        control_->set(&FakeControl::hold_encoding, false);
        host_.reset();
    }

    void folder_export_uses_its_own_model() {
        exports()->start_maps(all(), maps(), path("maps"));
        QCOMPARE(queue()->ids().size(), 1);
        const int id = queue()->ids().front();
        QVERIFY(child<PopoverButton>(window(), "exports")->isVisible());
        QCOMPARE(child<PopoverButton>(window(), "exports")->badge(), 1);
        QTRY_COMPARE(phase(id), JobState::Phase::finished);
        QCOMPARE(*models_, 2);
        // Three photos, two phrases, two files each, and maps.jsonl; the fourth photo is broken.
        QCOMPARE(files("maps").size(), 3 * 2 * 2 + 1);
        QCOMPARE(queue()->job(id)->failures().size(), 1);
        QVERIFY(queue()->job(id)->failures().front().contains(QStringLiteral("broken.png")));
        QVERIFY(host_->log()->text().contains(QStringLiteral("broken.png")));
        QCOMPARE(row_child<QLabel>(id, "state")->text(), queue()->job(id)->state().outcome);
        // A second export skips existing files.
        const auto before = control_->copy(&FakeControl::finished).size();
        exports()->start_maps(all(), maps(), path("maps"));
        QTRY_COMPARE(phase(queue()->ids().back()), JobState::Phase::finished);
        QCOMPARE(control_->copy(&FakeControl::finished).size(), before);
    }

    void shown_photo_is_exported_from_existing_maps() {
        const auto before = control_->copy(&FakeControl::started).size();
        exports()->start_maps({QStringLiteral("one"), {explorer()->photo().path}}, maps(), path("one"));
        const int id = queue()->ids().front();
        QTRY_COMPARE(phase(id), JobState::Phase::finished);
        QCOMPARE(*models_, 1);
        QCOMPARE(control_->copy(&FakeControl::started).size(), before);
        QCOMPARE(files("one").size(), 2 * 2 + 1);
        // The values of the model, resized to the photo.
        const Heatmap expected = fake_map("a dog", 0.7).resized(160, 120);
        const std::string npy = read_text(path("one/a.2.a-dog.mean.npy").toStdString());
        QCOMPARE(npy.substr(npy.size() - expected.values().size() * 4),
                 std::string(reinterpret_cast<const char*>(expected.values().data()),
                             expected.values().size() * 4));
    }

    void cancelled_job_leaves_complete_files() {
        control_->set(&FakeControl::hold, true);
        exports()->start_maps(all(), maps(), path("cut"));
        const int id = queue()->ids().front();
        const auto begun = control_->copy(&FakeControl::started).size();
        QTRY_COMPARE(phase(id), JobState::Phase::running);
        QTRY_VERIFY(control_->copy(&FakeControl::started).size() > begun || begun > 2);
        QTest::mouseClick(row_child<QToolButton>(id, "cancel"), Qt::LeftButton);
        QTRY_COMPARE(phase(id), JobState::Phase::cancelled);
        QCOMPARE(files("cut"), QStringList{QStringLiteral("maps.jsonl")});
        // The next export writes the missing files.
        control_->set(&FakeControl::hold, false);
        exports()->start_maps(all(), maps(), path("cut"));
        QTRY_COMPARE(phase(queue()->ids().back()), JobState::Phase::finished);
        QCOMPARE(files("cut").size(), 13);
        QTest::mouseClick(row_child<QToolButton>(id, "dismiss"), Qt::LeftButton);
        QVERIFY(!queue()->job(id));
        QVERIFY(!window()->findChild<JobRow*>(job_row_name(id)));
    }

    void one_grounding_job_at_a_time_and_quick_jobs_do_not_wait() {
        control_->set(&FakeControl::hold, true);
        exports()->start_maps(all(), maps(), path("first"));
        exports()->start_report(all(), path("r.html"));
        const int first = queue()->ids().at(0), second = queue()->ids().at(1);
        QCOMPARE(phase(first), JobState::Phase::running);
        QCOMPARE(phase(second), JobState::Phase::waiting);
        exports()->start_figure({}, path("f.png"));
        const int figure = queue()->ids().at(2);
        QTRY_COMPARE(phase(figure), JobState::Phase::finished);
        QVERIFY(QFile::exists(path("f.png")));
        QCOMPARE(phase(second), JobState::Phase::waiting);
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(phase(second), JobState::Phase::finished);
        QCOMPARE(phase(first), JobState::Phase::finished);
    }

    void report_contains_verdicts() {
        ReviewSession* const reviews = explorer()->review();
        QTRY_VERIFY(reviews->is_open(photos_.folder.path()) && !reviews->model().empty());
        const ReviewSubject subject{
            photos_.path(QStringLiteral("b.png")), {120, 160}, QStringLiteral("a dog")};
        reviews->judge(subject, Verdict::unsure);
        reviews->set_note(subject, QStringLiteral("behind <it>"));
        exports()->start_report(all(), path("r.html"));
        QTRY_COMPARE(phase(queue()->ids().front()), JobState::Phase::finished);
        const QByteArray html = QByteArray::fromStdString(read_text(path("r.html").toStdString()));
        QCOMPARE(html.count("<section "), 4);
        QCOMPARE(html.count("class=\"verdict"), 1);
        QVERIFY(html.contains("behind &lt;it&gt;"));
    }

    void failure_is_reported() {
        exports()->start_report(all(), path("none/r.html"));
        const int id = queue()->ids().front();
        QTRY_COMPARE(phase(id), JobState::Phase::failed);
        QVERIFY(window()->message_bar()->text().contains(QStringLiteral("r.html")));
        QVERIFY(row_child<QLabel>(id, "state")->text().contains(QStringLiteral("does not exist")));
    }

    void figure_is_copied_to_the_clipboard() {
        const FigureOptions options = last_figure_options();
        QGuiApplication::clipboard()->clear();
        window()->action(QStringLiteral("export.copy_figure"))->trigger();
        QTRY_VERIFY(!QGuiApplication::clipboard()->image().isNull());
        const QImage copied = QGuiApplication::clipboard()->image();
        QVERIFY(copied.width() > 3 * 160);
        QVERIFY(options.titles && copied.height() > 120);
        QVERIFY(queue()->ids().isEmpty());
    }

    void captions_name_what_is_compared() {
        const auto caption = [this] { return exports()->figure_text().caption; };
        QCOMPARE(caption(), QStringLiteral("“a dog” · model fake · a.png"));
        explorer()->compare_with_phrase(QStringLiteral("the sky"));
        QCOMPARE(caption(), QStringLiteral("“a dog” · “the sky” · model fake · a.png"));
        const auto model = [this](const char* path) {
            return [control = control_, path] { return std::make_shared<FakeGrounder>(control, path); };
        };
        explorer()->load_model(model("/runs/one/fake.safetensors"));
        explorer()->load_other_model(model("/runs/two/fake.safetensors"));
        QTRY_COMPARE(caption(), QStringLiteral("“a dog” · model one/fake · model two/fake · a.png"));
        window()->canvas()->set_view(CanvasView::three_maps);
        QCOMPARE(caption(), QStringLiteral("“a dog” · model fake · a.png"));
    }

    void dialog_shows_the_size_and_remembers_choices() {
        exports()->ask_figure();
        auto* dialog = window()->findChild<ExportDialog*>();
        QVERIFY(dialog);
        const auto* const size = ::child<QLabel>(dialog, "size");
        const QString before = size->text();
        for (const char* const part : {"titles", "color_bars", "caption", "legend"})
            ::child<QCheckBox>(dialog, part)->setChecked(false);
        ::child<QSpinBox>(dialog, "percent")->setValue(200);
        QVERIFY(size->text() != before);
        QVERIFY2(size->text().contains(QStringLiteral("240")), qPrintable(size->text()));
        ::child<QComboBox>(dialog, "format")->setCurrentIndex(1);
        // Accept without the file dialog that follows.
        disconnect(dialog, &QDialog::accepted, exports(), nullptr);
        dialog->accept();
        QCOMPARE(last_figure_options(), (FigureOptions{FigureFormat::svg, false, false, false, false, 200}));
    }

    void batch_dialog_offers_the_listed_photos() {
        child<ImageListPanel>(window())->filter()->setText(QStringLiteral("b"));
        exports()->ask_batch(BatchKind::maps);
        auto* const dialog = window()->findChild<BatchDialog*>();
        QVERIFY(dialog);
        auto* const scopes = ::child<QComboBox>(dialog, "scope");
        QCOMPARE(scopes->count(), 3);
        scopes->setCurrentIndex(1);
        QCOMPARE(dialog->scope().photos, (QStringList{photos_.path(QStringLiteral("b.png")),
                                                      photos_.path(QStringLiteral("broken.png"))}));
        const auto* const start = ::child<QPushButton>(dialog, "export");
        QVERIFY(start->isEnabled());
        for (const char* const format : {"format_overlay", "format_png16", "format_npy"})
            ::child<QCheckBox>(dialog, format)->setChecked(false);
        QVERIFY(!start->isEnabled());
        ::child<QCheckBox>(dialog, "format_npy")->setChecked(true);
        ::child<QLineEdit>(dialog, "path")->setText(path("dialog"));
        dialog->accept();
        QCOMPARE(queue()->ids().size(), 1);
        QTRY_COMPARE(phase(queue()->ids().front()), JobState::Phase::finished);
        QCOMPARE(files("dialog").size(), 2 * 3 + 1);
    }

    void closing_asks_and_cancels_jobs() {
        control_->set(&FakeControl::hold, true);
        exports()->start_maps(all(), maps(), path("closed"));
        const int id = queue()->ids().front();
        window()->close();
        QVERIFY(window()->isVisible());
        auto* box = window()->findChild<QMessageBox*>();
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!window()->findChild<QMessageBox*>());
        QCOMPARE(phase(id), JobState::Phase::running);
        QVERIFY(window()->isVisible());
        window()->close();
        box = window()->findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* const button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        QTRY_VERIFY(!window()->isVisible());
        QCOMPARE(phase(id), JobState::Phase::cancelled);
    }

    void a_paused_job_computes_nothing_and_lets_others_go_first() {
        control_->set(&FakeControl::hold, true);
        const auto known = control_->copy(&FakeControl::started).size();
        exports()->start_maps(all(), maps(), path("paused"));
        const int id = queue()->ids().front();
        QTRY_VERIFY(control_->copy(&FakeControl::started).size() > known);
        exports()->start_report(all(), path("other.html"));
        const int other = queue()->ids().back();
        QCOMPARE(phase(other), JobState::Phase::waiting);
        pause_first(id);
        QCOMPARE(queue()->job(id)->state().done, 1);
        QVERIFY(row_child<QLabel>(id, "state")->text().startsWith(QStringLiteral("Paused. 1 of 4")));
        QTRY_COMPARE(phase(other), JobState::Phase::finished);
        // One photo, two phrases, two files, and the list.
        QCOMPARE(files("paused").size(), 5);
        const auto before = control_->copy(&FakeControl::finished).size(),
                   begun = control_->copy(&FakeControl::started).size();
        control_->set(&FakeControl::hold, true);
        exports()->start_report(all(), path("third.html"));
        const int third = queue()->ids().back();
        QTRY_VERIFY(control_->copy(&FakeControl::started).size() > begun);
        // It waits for its turn.
        QTest::keyClick(row_child<QToolButton>(id, "pause"), Qt::Key_Space);
        QCOMPARE(phase(id), JobState::Phase::waiting);
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(phase(id), JobState::Phase::finished);
        QCOMPARE(phase(third), JobState::Phase::finished);
        QCOMPARE(files("paused").size(), 13);
        // Nothing was grounded twice: the first of its three photos was finished before.
        QCOMPARE(control_->copy(&FakeControl::finished).size(), before + 6 + 4);
    }

    void closing_while_paused_says_what_is_unfinished_and_works_at_once() {
        control_->set(&FakeControl::hold, true);
        const auto known = control_->copy(&FakeControl::started).size();
        exports()->start_maps(all(), maps(), path("closed"));
        const int id = queue()->ids().front();
        QTRY_VERIFY(control_->copy(&FakeControl::started).size() > known);
        pause_first(id);
        window()->close();
        QVERIFY(window()->isVisible());
        auto* const box = window()->findChild<QMessageBox*>();
        QVERIFY(box);
        const QString unfinished = box->informativeText();
        QVERIFY2(unfinished.startsWith(queue()->job(id)->state().title + QStringLiteral(": Paused. 1 of 4")),
                 qPrintable(unfinished));
        for (QAbstractButton* const button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole) button->click();
        QTRY_VERIFY(!window()->isVisible());
        QCOMPARE(phase(id), JobState::Phase::cancelled);
        QCOMPARE(files("closed").size(), 5);
    }

    void jobs_survive_the_window() {
        control_->set(&FakeControl::hold, true);
        exports()->start_maps(all(), maps(), path("kept"));
        const int id = queue()->ids().front();
        MainWindow* const old = window();
        host_->rebuild();
        QTRY_VERIFY(window() != old && window()->isVisible());
        QCOMPARE(window()->findChildren<JobRow*>().size(), 1);
        QVERIFY(window()->findChild<JobRow*>(job_row_name(id)));
        control_->set(&FakeControl::hold, false);
        QTRY_COMPARE(phase(id), JobState::Phase::finished);
        QVERIFY(row_child<QToolButton>(id, "dismiss")
                    ->isVisibleTo(window()->findChild<JobRow*>(job_row_name(id))));
    }

    void window_responds_during_an_export() {
        photos_.make(QStringLiteral("large.png"), {4000, 3000}, Qt::gray);
        PhotoScope scope = all();
        scope.photos << photos_.path(QStringLiteral("large.png"));
        GuiWatchdog watchdog;
        exports()->start_maps(scope, {{MapKind::mean}, {MapFormat::overlay, MapFormat::npy}, false},
                              path("busy"));
        exports()->start_figure({FigureFormat::png, true, true, true, true, 400}, path("f.png"));
        QTRY_COMPARE_WITH_TIMEOUT(queue()->active(), 0, 60000);
        QFile::remove(photos_.path(QStringLiteral("large.png")));
        const double longest = watchdog.longest_cpu_ms();
        QVERIFY(watchdog.turns() > 10);
        QVERIFY2(longest < gui_budget_ms, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(ExportTest)
#include "export_test.moc"
