// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/curves_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>
#include <fstream>

#include "app/base/convert.h"
#include "support/events.h"
#include "support/find_child.h"
#include "support/gui_watchdog.h"
#include "training/run/run_folder.h"
#include "widgets/plots/curve_cursor.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;
using namespace gbs::training;

/// The curves of run folders that are written here as the trainer writes them.
class CurvesTabTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() {
        make_run("a", 40, 1000);
        make_run("b", 20, 0);
    }

    void each_kind_has_its_plot() {
        CurvesTab tab;
        show(tab, {"a"});
        QStringList titles;
        for (const CurvePlot* const each : tab.findChildren<CurvePlot*>()) titles << each->title();
        QCOMPARE(titles, (QStringList{QStringLiteral("Losses"), QStringLiteral("Pointing accuracy in %"),
                                      QStringLiteral("Learning rate"), QStringLiteral("Gradient norm"),
                                      QStringLiteral("Images per second"), QStringLiteral("temperature")}));
        QCOMPARE(plot(tab, "loss")->lines().size(), std::size_t{2});
        QCOMPARE(plot(tab, "validation")->lines().size(), std::size_t{4});
        QCOMPARE(plot(tab, "loss")->lines()[0].name, QStringLiteral("total"));
        QVERIFY(plot(tab, "loss")->lines()[0].color != plot(tab, "loss")->lines()[1].color);
        QVERIFY(plot(tab, "loss")->isVisible());
    }

    void compared_runs_are_overlaid_and_distinct() {
        CurvesTab tab;
        show(tab, {"a", "b"});
        const auto& losses = plot(tab, "loss")->lines();
        QCOMPARE(losses.size(), std::size_t{4});
        QCOMPARE(losses[0].name, QStringLiteral("total, a"));
        QCOMPARE(losses[2].name, QStringLiteral("total, b"));
        QCOMPARE(losses[0].color, losses[2].color);
        QVERIFY(losses[0].dash != losses[2].dash);
        const auto& rates = plot(tab, "learning_rate")->lines();
        QCOMPARE(rates[1].name, QStringLiteral("b"));
        QVERIFY(rates[0].color != rates[1].color && rates[0].dash != rates[1].dash);
    }

    void check_boxes_choose_what_is_overlaid() {
        CurvesTab tab;
        show(tab, {"a"});
        auto* const others = child<RunChecks>(&tab, "others");
        QTRY_COMPARE(others->list()->count(), 1);
        QCOMPARE(others->list()->item(0)->text(), QStringLiteral("b"));
        QCOMPARE(others->list()->item(0)->checkState(), Qt::Unchecked);
        others->list()->item(0)->setCheckState(Qt::Checked);
        QTRY_COMPARE(plot(tab, "loss")->lines().size(), std::size_t{4});
        // A filter hides what does not match, but never what is drawn.
        others->filter()->setText(QStringLiteral("zzz"));
        QVERIFY(!others->list()->item(0)->isHidden());
        others->list()->item(0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE(plot(tab, "loss")->lines().size(), std::size_t{2});
        QVERIFY(others->list()->item(0)->isHidden());
        others->filter()->setText(QStringLiteral("B"));
        QVERIFY(!others->list()->item(0)->isHidden());
    }

    void options_in_which_runs_differ_are_listed() {
        make_run("x/plain", 2, 0);
        make_run("x/large", 2, 0,
                 "steps: 100\nbatch: 12\nstages:\n  - name: late\n    augment:\n      flip: 0.25\n");
        CurvesTab tab;
        show(tab, {"x/plain"});
        auto* const table = child<QTableWidget>(&tab, "differences");
        QVERIFY(!table->isVisible());
        tab.set_compared({to_qstring(path("x/large"))});
        QTRY_VERIFY(table->isVisible());
        QCOMPARE(table->columnCount(), 2);
        QCOMPARE(table->horizontalHeaderItem(1)->text(), QStringLiteral("large"));
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->verticalHeaderItem(0)->text(), QStringLiteral("batch"));
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("6"));
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("12"));
        QCOMPARE(table->verticalHeaderItem(1)->text(), QStringLiteral("stages.late.augment.flip"));
        QCOMPARE(table->item(1, 0)->text(), QStringLiteral("–"));
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("0.25"));
        tab.set_compared({});
        QVERIFY(!table->isVisible());
    }

    void plots_share_one_cursor() {
        CurvesTab tab;
        show(tab, {"a"});
        QTRY_COMPARE(plot(tab, "loss")->x_high(), 40.0);
        QTRY_COMPARE(plot(tab, "learning_rate")->x_high(), 40.0);
        const auto cursor = [&tab](const char* name) { return child<CurveCursor>(plot(tab, name)); };
        QVERIFY(cursor("learning_rate")->isHidden());
        QTest::keyClick(plot(tab, "loss"), Qt::Key_Right);
        QTest::keyClick(plot(tab, "loss"), Qt::Key_Right);
        QVERIFY(!cursor("loss")->isHidden());
        QVERIFY(!cursor("learning_rate")->isHidden());
        QCOMPARE(cursor("learning_rate")->x(), cursor("loss")->x());
        QTest::keyClick(plot(tab, "loss"), Qt::Key_Escape);
        QVERIFY(cursor("learning_rate")->isHidden());
    }

    void one_plot_takes_all_of_the_room_and_gives_it_back() {
        CurvesTab tab;
        show(tab, {"a"});
        const int before = plot(tab, "loss")->width();
        QTest::keyClick(plot(tab, "loss"), Qt::Key_Return);
        QVERIFY(plot(tab, "loss")->isVisible());
        QVERIFY(!plot(tab, "learning_rate")->isVisible());
        QTRY_VERIFY(plot(tab, "loss")->width() > before * 3 / 2);
        child<QToolButton>(plot(tab, "loss"))->click();
        QVERIFY(plot(tab, "learning_rate")->isVisible());
        QTRY_COMPARE(plot(tab, "loss")->width(), before);
    }

    void appended_lines_are_read_and_a_resume_starts_over() {
        make_run("growing", 4, 1000);
        CurvesTab tab;
        show(tab, {"growing"});
        QCOMPARE(rows(tab), std::size_t{5});
        append_row("growing");
        QTRY_COMPARE(rows(tab), std::size_t{6});
        {
            RunFolder folder(path("growing"));
            folder.cut_metrics(2);
        }
        QTRY_COMPARE(rows(tab), std::size_t{2});
        QTRY_VERIFY(plot(tab, "loss")->x_high() <= 2.0);
    }

    void a_run_that_cannot_be_read_does_not_hide_the_others() {
        QTemporaryDir elsewhere;
        const QString broken = elsewhere.filePath(QStringLiteral("metrics.jsonl"));
        QVERIFY(QFile::link(QStringLiteral("/proc/self/mem"), broken));  // reading gives EIO
        CurvesTab tab;
        tab.set_run(to_qstring(path("a")));
        tab.set_compared({elsewhere.path()});
        tab.show();
        QTRY_VERIFY(tab.findChild<CurvePlot*>());
        QTRY_COMPARE(plot(tab, "loss")->lines().size(), std::size_t{2});
    }

    void hidden_tab_does_not_read() {
        make_run("hidden", 4, 1000);
        CurvesTab tab;
        show(tab, {"hidden"});
        tab.hide();
        auto* const timer = child<QTimer>(child<CurveReader>(tab));
        QVERIFY(!timer->isActive());
        append_row("hidden");
        fire(timer);
        drain_events();
        QCOMPARE(rows(tab), std::size_t{5});
        tab.show();
        QTRY_COMPARE(rows(tab), std::size_t{6});
    }

    void axis_counts_samples_and_time() {
        CurvesTab tab;
        show(tab, {"a"});
        child<QComboBox>(&tab, "axis")->setCurrentIndex(1);
        QTRY_COMPARE(plot(tab, "loss")->x_high(), 40.0 * 6);  // batches of 6
        child<QComboBox>(&tab, "axis")->setCurrentIndex(2);
        QTRY_COMPARE(plot(tab, "loss")->x_high(), 39.0 * 3);  // one line every 3 seconds
        // The lines of run b contain no times, so the rate of 24 pairs per second applies.
        show(tab, {"b"});
        QTRY_COMPARE(plot(tab, "loss")->x_high(), 20.0 * 6 / 24);
    }

    void plots_share_one_view() {
        CurvesTab tab;
        show(tab, {"a"});
        QTRY_COMPARE(plot(tab, "loss")->x_high(), 40.0);
        plot(tab, "loss")->zoom(2);
        QCOMPARE(plot(tab, "learning_rate")->x_high(), plot(tab, "loss")->x_high());
        QVERIFY(plot(tab, "learning_rate")->x_high() < 40);
        child<QSlider>(&tab, "smoothing")->setValue(80);
        child<QCheckBox>(&tab, "log_y")->setChecked(true);
        QTRY_VERIFY(!plot(tab, "loss")->drawn_curves().curves[0].smooth.x.empty());
    }

    void csv_has_all_logged_values() {
        CurvesTab tab;
        show(tab, {"a", "b"});
        const QString file = export_curves(tab, QStringLiteral("out.csv"));
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBFrun,step,samples,seconds,"));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + 41 + 21);
        const QList<QByteArray> head = lines[0].split(','), first = lines[1].split(',');
        QCOMPARE(first[0], QByteArray("a"));
        QCOMPARE(first[2], QByteArray("6"));
        QCOMPARE(first[head.indexOf("loss/total")].toDouble(), 1.0);
        QVERIFY(first[head.indexOf("validation/mean")].isEmpty());
        QCOMPARE(lines[41].split(',')[head.indexOf("validation/mean")].toDouble(), 64.5);
    }

    void images_are_written_completely() {
        CurvesTab tab;
        show(tab, {"a"});
        QTRY_VERIFY(plot(tab, "loss")->x_high() == 40);
        const QImage png(export_curves(tab, QStringLiteral("out.png")));
        QCOMPARE(png.size(), QSize(2 * 2 * 720, 2 * 3 * 440));
        QCOMPARE(png.pixelColor(3, 3), QColor(Qt::white));
        QFile pdf(export_curves(tab, QStringLiteral("out.pdf")));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray bytes = pdf.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QVERIFY(bytes.contains("/Font"));  // text is not rasterized
    }

    void failure_is_reported() {
        CurvesTab tab;
        show(tab, {"a"});
        QSignalSpy message(&tab, &CurvesTab::message);
        tab.export_to(QStringLiteral("/nowhere/at/all.csv"));
        QVERIFY(message.wait(20000));
        QVERIFY(message.front()[1].toString().contains(QStringLiteral("/nowhere/at/all.csv")));
    }

    void run_without_metrics_says_so() {
        QDir().mkpath(directory_.filePath(QStringLiteral("x/empty")));
        CurvesTab tab;
        tab.set_run(directory_.filePath(QStringLiteral("x/empty")));
        tab.show();
        QTRY_VERIFY(label_text(tab).contains(QStringLiteral("nothing yet")));
    }

    void reading_a_long_run_does_not_block_the_window() {
        {
            std::filesystem::create_directories(path("long"));
            std::ofstream metrics(path("long") / "metrics.jsonl");
            for (int step = 1; step <= 200'000; ++step)
                metrics << "{\"step\":" << step << ",\"loss/total\":" << 1 + (step * 7919 % 1000) / 1e3
                        << ",\"loss/sep\":0.5,\"learning_rate\":0.001}" << '\n';
        }
        CurvesTab tab;
        tab.resize(1000, 600);
        tab.set_run(to_qstring(path("long")));
        GuiWatchdog watchdog;
        tab.show();
        QTRY_VERIFY_WITH_TIMEOUT(tab.findChild<CurvePlot*>() && plot(tab, "loss")->x_high() == 200'000,
                                 120000);
        watchdog.restart();  // ignore the first show and layout by Qt
        QSignalSpy drawn(plot(tab, "loss"), &CurvePlot::drawn);
        child<QSlider>(&tab, "smoothing")->setValue(90);
        QTRY_VERIFY_WITH_TIMEOUT(!drawn.isEmpty(), 20'000);
        QVERIFY(watchdog.wait_turns(10));
        QVERIFY2(watchdog.longest_cpu_ms() < gui_budget_ms,
                 qPrintable(QString::number(watchdog.longest_cpu_ms())));
    }

 private:
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(directory_.path().toStdString()) / name;
    }

    /// `start`: time of the first line; 0: lines contain no time.
    void make_run(const char* name, int steps, double start, const char* config = "steps: 100\nbatch: 6\n") {
        RunFolder folder(path(name));
        folder.write_config(config);
        const auto append = [&](int step, std::map<std::string, double> values) {
            if (start > 0) values["time"] = start + 3 * (step - 1);
            folder.append_metrics({step, std::move(values)});
        };
        for (int step = 1; step <= steps; ++step)
            append(step, {{"loss/total", 1.0 / step},
                          {"loss/sep", 0.5 / step},
                          {"learning_rate", 1e-3},
                          {"gradient_norm", 2.0},
                          {"images_per_second", 24.0},
                          {"temperature", 10.0},
                          {"stage", 0.0}});
        append(steps, {{"validation/mean", 64.5},
                       {"validation/gbs", 60.0},
                       {"validation/i2t", 62.0},
                       {"validation/center", 48.0}});
    }

    void append_row(const char* name) {
        RunFolder(path(name)).append_metrics({5, {{"loss/total", 0.5}, {"time", 2000.0}}});
    }

    static CurvePlot* plot(const CurvesTab& tab, const char* name) { return child<CurvePlot>(&tab, name); }
    static std::size_t rows(const CurvesTab& tab) {
        return plot(tab, "loss")->lines()[0].source.table.rows();
    }

    void show(CurvesTab& tab, std::vector<const char*> runs) {
        tab.resize(1000, 700);
        tab.set_run(to_qstring(path(runs.front())));
        QStringList others;
        for (std::size_t i = 1; i < runs.size(); ++i) others << to_qstring(path(runs[i]));
        tab.set_compared(others);
        tab.show();
        QTRY_VERIFY(tab.findChild<CurvePlot*>());
        QTRY_COMPARE(plot(tab, "learning_rate")->lines().size(), runs.size());
    }

    QString export_curves(CurvesTab& tab, const QString& name) {
        const QString file = directory_.filePath(name);
        QSignalSpy exported(&tab, &CurvesTab::exported);
        tab.export_to(file);
        if (exported.isEmpty()) exported.wait(20000);
        return file;
    }

    static QString label_text(const CurvesTab& tab) {
        QString text;
        for (const QLabel* const label : tab.findChildren<QLabel*>())
            if (label->isVisible()) text += label->text();
        return text;
    }

    QTemporaryDir directory_;
};

QTEST_MAIN(CurvesTabTest)
#include "curves_tab_test.moc"
