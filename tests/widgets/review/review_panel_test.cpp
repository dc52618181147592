// SPDX-License-Identifier: GPL-3.0-or-later

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "support/events.h"
#include "support/find_child.h"
#include "widgets/review/review_panel.h"
#include "widgets/review/review_statistics_dialog.h"
#include "widgets/style/theme.h"

using namespace gbs;
using namespace gbs::widgets;

class ReviewPanelTest : public QObject {
    Q_OBJECT

    ReviewPanelContent content_;

    void show(QWidget& widget) {
        widget.resize(320, 520);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
    }

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void init() {
        content_ = {};
        content_.phrase = QStringLiteral("a dog");
        content_.photo = QStringLiteral("a.jpg");
        content_.model = QStringLiteral("default");
    }

    void buttons_emit_requests_and_show_the_stored_verdict() {
        ReviewPanel panel;
        panel.set_content(content_);
        show(panel);
        QSignalSpy given(&panel, &ReviewPanel::verdict_given), cleared(&panel, &ReviewPanel::clear_requested);
        for (const Verdict verdict : {Verdict::right, Verdict::wrong, Verdict::unsure}) {
            QTest::mouseClick(panel.button(verdict), Qt::LeftButton);
            QCOMPARE(given.takeFirst()[0].value<Verdict>(), verdict);
            QVERIFY(!panel.button(verdict)->isChecked());  // not stored yet
        }
        QVERIFY(!panel.button(Verdict::none)->isEnabled());
        content_.verdict = Verdict::wrong;
        panel.set_content(content_);
        QVERIFY(panel.button(Verdict::wrong)->isChecked());
        QVERIFY(!panel.button(Verdict::right)->isChecked());
        QTest::mouseClick(panel.button(Verdict::none), Qt::LeftButton);
        QCOMPARE(cleared.size(), 1);
    }

    void judging_needs_a_phrase_and_no_problem() {
        ReviewPanel panel;
        panel.set_content({});
        QVERIFY(!panel.button(Verdict::right)->isEnabled());
        QVERIFY(!panel.truths()->isEnabled());
        content_.problem = QStringLiteral("a newer format");
        panel.set_content(content_);
        QVERIFY(!panel.button(Verdict::right)->isEnabled());
        QCOMPARE(child<QLabel>(panel, "problem")->text(), content_.problem);
    }

    void saved_icon_follows_the_theme() {
        ReviewPanel panel;
        panel.set_content(content_);
        show(panel);
        const auto brightest = [&panel] {
            const QImage sign = child<QLabel>(panel, "saved_icon")->pixmap().toImage();
            int found = 0;
            for (int y = 0; y < sign.height(); ++y)
                for (int x = 0; x < sign.width(); ++x)
                    if (qAlpha(sign.pixel(x, y)) > 200) found = std::max(found, qGray(sign.pixel(x, y)));
            return found;
        };
        apply_theme(Theme::light);
        QCoreApplication::processEvents();
        QVERIFY(brightest() < 100);
        apply_theme(Theme::dark);
        QCoreApplication::processEvents();
        QVERIFY(brightest() > 150);
        apply_theme(Theme::light);
    }

    void buttons_show_their_keys() {
        ReviewPanel panel;
        panel.set_keys(
            {QStringLiteral("1"), QStringLiteral("2"), QString(), QStringLiteral("4"), QStringLiteral("0")});
        QCOMPARE(panel.button(Verdict::right)->text(), QStringLiteral("Correct  1"));
        QCOMPARE(panel.button(Verdict::unsure)->text(), QStringLiteral("Unsure"));
        QCOMPARE(panel.button(Verdict::none)->text(), QStringLiteral("Clear  0"));
    }

    void note_is_reported_after_a_pause() {
        ReviewPanel panel;
        panel.set_content(content_);
        show(panel);
        QSignalSpy edited(&panel, &ReviewPanel::note_edited);
        QTest::keyClicks(panel.note(), QStringLiteral("blurred"));
        QVERIFY(edited.isEmpty());
        auto* const pause = panel.findChild<QTimer*>();
        QVERIFY(pause->isActive() && pause->isSingleShot());
        fire(pause);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited[0][0].toString(), QStringLiteral("blurred"));
    }

    void note_belongs_to_the_phrase_it_was_typed_for() {
        ReviewPanel panel;
        panel.set_content(content_);
        QSignalSpy edited(&panel, &ReviewPanel::note_edited);
        panel.note()->setPlainText(QStringLiteral("one"));
        content_.phrase = QStringLiteral("a cat");
        content_.note = QStringLiteral("two");
        panel.set_content(content_);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited[0][0].toString(), QStringLiteral("one"));
        QCOMPARE(panel.note()->toPlainText(), QStringLiteral("two"));
        // Nothing is left to report.
        auto* const pause = panel.findChild<QTimer*>();
        QVERIFY(!pause->isActive());
        fire(pause);
        QCOMPARE(edited.size(), 1);
    }

    void note_that_is_being_typed_is_not_overwritten() {
        ReviewPanel panel;
        panel.set_content(content_);
        panel.note()->setPlainText(QStringLiteral("half a th"));
        content_.verdict = Verdict::right;
        panel.set_content(content_);
        QCOMPARE(panel.note()->toPlainText(), QStringLiteral("half a th"));
    }

    void saved_state_is_described() {
        ReviewPanel panel;
        panel.set_content(content_);
        show(panel);
        panel.set_saved(SavedAs::saving, {}, {});
        QCOMPARE(child<QLabel>(panel, "saved")->text(), QStringLiteral("Saving…"));
        QVERIFY(!child<QPushButton>(panel, "retry")->isVisible());
        panel.set_saved(SavedAs::failed, QStringLiteral("disk full"), {});
        QCOMPARE(child<QLabel>(panel, "saved")->text(), QStringLiteral("Not saved: disk full"));
        QSignalSpy retry(&panel, &ReviewPanel::retry_requested);
        QTest::mouseClick(child<QPushButton>(panel, "retry"), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        panel.set_saved(SavedAs::saved, {}, QStringLiteral("/photos/review.gbs.sqlite"));
        QCOMPARE(child<QLabel>(panel, "saved")->text(), QStringLiteral("Saved"));
    }

    void accuracy_is_shown_with_its_interval() {
        ReviewPanel panel;
        content_.tally = {{81, 182, 5, 7}, {1, 2, 3}, 4};
        panel.set_content(content_);
        QCOMPARE(child<QLabel>(panel, "counts")->text(),
                 QStringLiteral("81 correct, 182 incorrect, 5 unsure, 7 absent\nAccuracy 30.8 % "
                                "(25.5–36.6 %)\nMean map hits 3 of 4 marked"));
        content_.tally = {};
        panel.set_content(content_);
        QCOMPARE(child<QLabel>(panel, "counts")->text(),
                 QStringLiteral("0 correct, 0 incorrect, 0 unsure, 0 absent"));
    }

    void marks_are_added_changed_and_removed() {
        TruthPanel panel;
        show(panel);
        QSignalSpy tool(&panel, &TruthPanel::tool_changed), added(&panel, &TruthPanel::truth_added),
            changed(&panel, &TruthPanel::truth_changed), removed(&panel, &TruthPanel::truth_removed);
        QTest::mouseClick(child<QToolButton>(panel, "point"), Qt::LeftButton);
        QCOMPARE(panel.tool(), TruthTool::point);
        QTest::mouseClick(child<QToolButton>(panel, "box"), Qt::LeftButton);
        QCOMPARE(panel.tool(), TruthTool::box);
        QVERIFY(!child<QToolButton>(panel, "point")->isChecked());
        QTest::mouseClick(child<QToolButton>(panel, "box"), Qt::LeftButton);
        QCOMPARE(panel.tool(), TruthTool::none);
        QCOMPARE(tool.size(), 3);
        panel.take_mark(Truth::point({3, 4}));
        QCOMPARE(added.size(), 1);
        panel.set_truths({Truth::point({3, 4}), Truth::box(QRect(QPoint(1, 2), QPoint(5, 6)))});
        QCOMPARE(panel.current(), 1);
        QVERIFY2(panel.list()->item(1)->text().contains(QStringLiteral("1, 2 – 5, 6")),
                 qPrintable(panel.list()->item(1)->text()));
        QTest::mouseClick(child<QToolButton>(panel, "move"), Qt::LeftButton);
        QCOMPARE(panel.tool(), TruthTool::box);
        panel.take_mark(Truth::box(QRect(0, 0, 2, 2)));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toInt(), 1);
        QCOMPARE(panel.tool(), TruthTool::none);
        QVERIFY(!child<QToolButton>(panel, "move")->isChecked());
        panel.list()->setCurrentRow(0);
        QTest::mouseClick(child<QToolButton>(panel, "remove"), Qt::LeftButton);
        QCOMPARE(removed[0][0].toInt(), 0);
    }

    void marks_are_moved_and_removed_by_keyboard() {
        TruthPanel panel;
        panel.set_truths({Truth::point({30, 40})});
        show(panel);
        panel.list()->setFocus();
        QSignalSpy changed(&panel, &TruthPanel::truth_changed), removed(&panel, &TruthPanel::truth_removed);
        QTest::keyClick(panel.list(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(panel.list(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(changed.size(), 2);
        QVERIFY(changed[0][1].value<Truth>() == Truth::point({31, 40}));
        QVERIFY(changed[1][1].value<Truth>() == Truth::point({30, 30}));
        QTest::keyClick(panel.list(), Qt::Key_Delete);
        QCOMPARE(removed.size(), 1);
    }

    void statistics_sum_sort_filter_and_copy() {
        ReviewStatisticsDialog dialog(QStringLiteral("/photos"));
        dialog.set_rows({{QStringLiteral("default"), QStringLiteral("a dog"), {{8, 2, 0}, {3, 2, 4}, 5}},
                         {QStringLiteral("default"), QStringLiteral("a cat"), {{1, 9, 1}, {}, 0}},
                         {QStringLiteral("vgg"), QStringLiteral("a dog"), {{0, 0, 3}, {}, 0}}});
        show(dialog);
        const auto text = [](QTableView* table, int row, int column) {
            return table->model()->index(row, column).data().toString();
        };
        QCOMPARE(dialog.models()->model()->rowCount(), 2);
        QCOMPARE(text(dialog.models(), 0, ReviewStatisticsModel::right), QStringLiteral("9"));
        QCOMPARE(text(dialog.models(), 0, ReviewStatisticsModel::accuracy),
                 percent_text(wilson_interval(9, 20)));
        QVERIFY(text(dialog.models(), 0, ReviewStatisticsModel::hits_mean)
                    .startsWith(QStringLiteral("4 of 5: 80.0 %")));
        QCOMPARE(text(dialog.models(), 1, ReviewStatisticsModel::accuracy), QStringLiteral("–"));
        dialog.phrases()->sortByColumn(ReviewStatisticsModel::accuracy, Qt::DescendingOrder);
        QCOMPARE(text(dialog.phrases(), 0, ReviewStatisticsModel::phrase), QStringLiteral("a dog"));
        QCOMPARE(text(dialog.phrases(), 1, ReviewStatisticsModel::phrase), QStringLiteral("a cat"));
        dialog.filter()->setText(QStringLiteral("CAT"));
        QCOMPARE(dialog.phrases()->model()->rowCount(), 1);
        dialog.models()->selectRow(1);
        dialog.models()->setFocus();
        QTest::keySequence(dialog.models(), QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].section(QLatin1Char('\t'), 0, 3), QStringLiteral("vgg\t0\t0\t3"));
    }
};

QTEST_MAIN(ReviewPanelTest)
#include "review_panel_test.moc"
