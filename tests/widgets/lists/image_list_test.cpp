// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include "support/gui_watchdog.h"
#include "widgets/lists/image_list_panel.h"

using namespace gbs;
using namespace gbs::widgets;

namespace {

QStringList numbered(int count) {
    QStringList paths;
    for (int i = 0; i < count; ++i)
        paths << QStringLiteral("/photos/of a journey/IMG_%1.jpg").arg(i, 6, 10, QLatin1Char('0'));
    return paths;
}

}  // namespace

class ImageListTest : public QObject {
    Q_OBJECT

    ImageListModel model_;
    std::unique_ptr<ImageListPanel> panel_;

    static QString path(const QString& name) { return QStringLiteral("/photos/") + name; }
    static QStringList paths(const QString& names) {
        QStringList result;
        for (const QString& name : names.split(QLatin1Char(' '), Qt::SkipEmptyParts)) result << path(name);
        return result;
    }
    QString shown() const {
        QStringList names;
        const QAbstractItemModel* const list = panel_->list()->model();
        for (int row = 0; row < list->rowCount(); ++row) names << list->index(row, 0).data().toString();
        return names.join(QLatin1Char(' '));
    }
    void choose(VerdictFilter filter) {
        panel_->findChild<QComboBox*>()->setCurrentIndex(
            panel_->findChild<QComboBox*>()->findData(static_cast<int>(filter)));
    }

 private Q_SLOTS:
    void init() {
        model_.set_verdicts({});
        model_.set_paths({});
        panel_ = std::make_unique<ImageListPanel>(&model_);
        panel_->resize(240, 500);
        panel_->show();
        QVERIFY(QTest::qWaitForWindowExposed(panel_.get()));
    }
    void cleanup() { panel_.reset(); }

    void names_are_relative_to_the_common_folder() {
        model_.set_paths(paths(QStringLiteral("a.png b.png")));
        QCOMPARE(shown(), QStringLiteral("a.png b.png"));
        model_.append_paths(paths(QStringLiteral("sub/c.png")));
        QCOMPARE(shown(), QStringLiteral("a.png b.png sub/c.png"));
        model_.append_paths({QStringLiteral("/phrases/d.png")});
        QCOMPARE(shown(), QStringLiteral("photos/a.png photos/b.png photos/sub/c.png phrases/d.png"));
        QCOMPARE(model_.find_row(path(QStringLiteral("sub/c.png"))), 2);
    }

    void rows_are_inserted_and_removed_singly() {
        const QAbstractItemModelTester source_tester(&model_);
        const QAbstractItemModelTester tester(panel_->list()->model());
        model_.set_paths(paths(QStringLiteral("b.png d.png f.png h.png")));
        panel_->set_current(path(QStringLiteral("f.png")));
        QSignalSpy resets(&model_, &QAbstractItemModel::modelReset);
        QSignalSpy requested(panel_.get(), &ImageListPanel::image_requested);
        model_.set_paths(paths(QStringLiteral("a.png b.png c.png f.png h.png i.png")));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(shown(), QStringLiteral("a.png b.png c.png f.png h.png i.png"));
        QCOMPARE(panel_->list()->currentIndex().row(), 3);
        for (int row = 0; row < model_.rowCount(); ++row) QCOMPARE(model_.find_row(model_.paths()[row]), row);
        // The current row is removed: no other becomes current, and the keys continue from its position.
        model_.set_paths(paths(QStringLiteral("a.png b.png c.png h.png i.png")));
        QVERIFY(!panel_->list()->currentIndex().isValid());
        QCOMPARE(requested.size(), 0);
        QCOMPARE(panel_->neighbor(path(QStringLiteral("f.png")), 1), path(QStringLiteral("h.png")));
        QCOMPARE(panel_->neighbor(path(QStringLiteral("f.png")), -1), path(QStringLiteral("c.png")));
        // A different order resets the model.
        model_.set_paths(paths(QStringLiteral("i.png a.png")));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(shown(), QStringLiteral("i.png a.png"));
    }

    void filters_by_name_and_verdict_work_together() {
        const QAbstractItemModelTester tester(panel_->list()->model());
        model_.set_paths(paths(QStringLiteral("cat1 dog1 Cat2 dog2 cat3 dog3")));
        model_.set_verdicts({{path(QStringLiteral("cat1")), {2, 0, 0}},
                             {path(QStringLiteral("Cat2")), {0, 1, 0}},
                             {path(QStringLiteral("dog2")), {1, 1, 0}},
                             {path(QStringLiteral("dog3")), {0, 0, 1}}});
        const auto under = [this](VerdictFilter filter) {
            choose(filter);
            return shown();
        };
        QCOMPARE(under(VerdictFilter::unjudged), QStringLiteral("dog1 cat3"));
        QCOMPARE(under(VerdictFilter::right), QStringLiteral("cat1 dog2"));
        QCOMPARE(under(VerdictFilter::wrong), QStringLiteral("Cat2 dog2"));
        QCOMPARE(under(VerdictFilter::unsure), QStringLiteral("dog3"));
        QCOMPARE(under(VerdictFilter::mixed), QStringLiteral("dog2"));
        choose(VerdictFilter::wrong);
        QTest::keyClicks(panel_->filter(), QStringLiteral("CAT"));
        QCOMPARE(shown(), QStringLiteral("Cat2"));
        choose(VerdictFilter::all);
        QCOMPARE(shown(), QStringLiteral("cat1 Cat2 cat3"));
        QCOMPARE(panel_->neighbor(path(QStringLiteral("cat1")), 1), path(QStringLiteral("Cat2")));
        // A filtered-out image counts at its former position.
        QCOMPARE(panel_->neighbor(path(QStringLiteral("dog2")), 1), path(QStringLiteral("cat3")));
        QCOMPARE(panel_->neighbor(path(QStringLiteral("dog2")), -1), path(QStringLiteral("Cat2")));
        // The filter applies to new rows.
        model_.append_paths(paths(QStringLiteral("cat4 dog4")));
        QCOMPARE(shown(), QStringLiteral("cat1 Cat2 cat3 cat4"));
    }

    void judged_image_stays_until_another_is_shown() {
        const QAbstractItemModelTester tester(panel_->list()->model());
        model_.set_paths(paths(QStringLiteral("a b c d")));
        choose(VerdictFilter::unjudged);
        panel_->set_current(path(QStringLiteral("b")));
        model_.set_verdict(path(QStringLiteral("b")), {1, 0, 0});
        model_.set_verdict(path(QStringLiteral("d")), {1, 0, 0});
        QCOMPARE(shown(), QStringLiteral("a b c"));
        const QString next = panel_->neighbor(path(QStringLiteral("b")), 1);
        QCOMPARE(next, path(QStringLiteral("c")));
        QSignalSpy requested(panel_.get(), &ImageListPanel::image_requested);
        panel_->set_current(next);
        QCOMPARE(shown(), QStringLiteral("a c"));
        QCOMPARE(panel_->list()->currentIndex().data().toString(), QStringLiteral("c"));
        // Undo brings it back.
        model_.set_verdict(path(QStringLiteral("d")), {});
        QCOMPARE(shown(), QStringLiteral("a c d"));
        QCOMPARE(requested.size(), 0);
    }

    void verdicts_are_drawn_and_described() {
        model_.set_paths(paths(QStringLiteral("a b")));
        const QImage before = panel_->list()->grab().toImage();
        model_.set_verdict(path(QStringLiteral("b")), {3, 1, 2, 4});
        const QRect row = panel_->list()->visualRect(panel_->find_index(path(QStringLiteral("b"))));
        const QImage after = panel_->list()->grab().toImage();
        QVERIFY(before.copy(row) != after.copy(row));
        const QModelIndex index = panel_->find_index(path(QStringLiteral("b")));
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("b. Judged: 3 correct, 1 incorrect, 2 unsure, 4 absent"));
    }

    void partly_judged_photos_have_fewer_verdicts_than_there_are_phrases() {
        model_.set_paths(paths(QStringLiteral("a b c")));
        model_.set_verdict(path(QStringLiteral("b")), {1, 0, 0, 1});
        model_.set_verdict(path(QStringLiteral("c")), {1, 1, 1, 0});
        panel_->set_phrase_count(3);
        auto* const filter = panel_->findChild<QComboBox*>();
        filter->setCurrentIndex(filter->findData(static_cast<int>(VerdictFilter::partly)));
        QCOMPARE(panel_->list()->model()->rowCount(), 1);
        QVERIFY(panel_->find_index(path(QStringLiteral("b"))).isValid());
        panel_->set_phrase_count(4);
        QCOMPARE(panel_->list()->model()->rowCount(), 2);
        filter->setCurrentIndex(filter->findData(static_cast<int>(VerdictFilter::absent)));
        QCOMPARE(panel_->list()->model()->rowCount(), 1);
    }

    void changed_file_keeps_its_thumbnail_until_the_new_one_arrives() {
        model_.set_paths(paths(QStringLiteral("a")));
        QImage red(72, 54, QImage::Format_RGB32);
        red.fill(Qt::red);
        model_.set_thumbnail(path(QStringLiteral("a")), red);
        QSignalSpy wanted(&model_, &ImageListModel::thumbnail_wanted);
        const auto drawn = [this] {
            const auto pixmap = model_.data(model_.index(0), Qt::DecorationRole).value<QPixmap>();
            return pixmap.toImage().pixelColor(36, 27);
        };
        QCOMPARE(drawn(), QColor(Qt::red));
        QCOMPARE(wanted.size(), 0);
        model_.refresh_thumbnails();
        QCOMPARE(drawn(), QColor(Qt::red));
        QCOMPARE(wanted.size(), 1);
        red.fill(Qt::blue);
        model_.set_thumbnail(path(QStringLiteral("a")), red);
        QCOMPARE(drawn(), QColor(Qt::blue));
        QCOMPARE(wanted.size(), 1);
    }

    void fifty_thousand_rows_keep_the_window_responsive() {
        const QStringList all = numbered(50'000);
        GuiWatchdog watchdog;
        const auto longest = [&](const char* what, const std::function<void()>& act) {
            const double best = best_of(3, gui_budget_ms, [&] {
                watchdog.wait_turns(3);
                watchdog.restart();
                act();
                panel_->list()->viewport()->repaint();
                watchdog.wait_turns(3);
                return watchdog.longest_cpu_ms();
            });
            qInfo("%s: %.1f ms", what, best);
            return best;
        };
        QVERIFY(longest("list filled", [&] {
                    model_.set_paths({});
                    model_.set_paths(all);
                    panel_->set_current(all[0]);
                }) < gui_budget_ms);
        QVERIFY(longest("one file more", [&] {
                    model_.set_paths(all.mid(1));
                    watchdog.wait_turns(3);
                    model_.set_paths(all);
                }) < gui_budget_ms);
        for (const char* text : {"0", "01", "049", "049999", "nowhere", ""})
            QVERIFY(longest(text, [&] {
                        panel_->filter()->clear();
                        watchdog.wait_turns(3);
                        panel_->filter()->setText(QString::fromLatin1(text));
                    }) < gui_budget_ms);
        QHash<QString, VerdictSummary> verdicts;
        for (int i = 0; i < all.size(); i += 2) verdicts.insert(all[i], {1, i % 3, 0});
        QVERIFY(longest("verdicts", [&] {
                    choose(VerdictFilter::all);
                    watchdog.wait_turns(3);
                    model_.set_verdicts(verdicts);
                    choose(VerdictFilter::right);
                }) < gui_budget_ms);
        QCOMPARE(panel_->list()->model()->rowCount(), 25'000);
        QVERIFY(longest("a step and a verdict", [&] {
                    const QString next = panel_->neighbor(all[20'000], 1);
                    panel_->set_current(next);
                    model_.set_verdict(next, {0, 0, 0});
                }) < gui_budget_ms);
        QVERIFY(watchdog.turns() > 0);
    }
};

QTEST_MAIN(ImageListTest)
#include "image_list_test.moc"
