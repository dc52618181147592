// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "support/find_child.h"
#include "widgets/frame/message_bar.h"
#include "widgets/lists/image_list_panel.h"
#include "widgets/lists/phrase_delegate.h"
#include "widgets/lists/phrase_panel.h"

using namespace gbs;
using namespace gbs::widgets;

static QString operator""_q(const char* text, std::size_t size) {
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

class PanelsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    static QVector<PhraseItem> phrases(const QStringList& texts) {
        QVector<PhraseItem> items;
        for (const QString& text : texts) items << PhraseModel::new_item(items, text);
        return items;
    }

    void phrase_colors_differ_and_are_reused() {
        QVector<PhraseItem> items = phrases({"a"_q, "b"_q, "c"_q});
        const QColor second = items[1].color;
        QVERIFY(items[0].color != second && second != items[2].color);
        items.removeAt(1);
        QCOMPARE(PhraseModel::new_item(items, "d"_q).color, second);
    }

    void phrase_list_signals_inserted_and_removed_rows() {
        PhraseModel model;
        QAbstractItemModelTester tester(&model);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.set_items(phrases({"a"_q, "b"_q, "c"_q}));
        QCOMPARE(inserted.size(), 1);
        model.set_items(phrases({"a"_q, "c"_q}));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][1].toInt(), 1);
        model.set_items(phrases({"c"_q, "a"_q}));
        QCOMPARE(model.items()[0].text, "c"_q);
        QCOMPARE(inserted.size() + removed.size(), 2);
    }

    void phrase_panel_emits_requests_by_mouse_and_keyboard() {
        PhraseModel model;
        model.set_items(phrases({"a dog"_q, "a cat"_q}));
        PhrasePanel panel(&model);
        panel.resize(300, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QSignalSpy removed(&panel, &PhrasePanel::remove_requested);
        QSignalSpy hidden(&panel, &PhrasePanel::hidden_requested);
        QSignalSpy moved(&panel, &PhrasePanel::move_requested);
        QSignalSpy renamed(&panel, &PhrasePanel::rename_requested);
        const QRect row = panel.list()->visualRect(model.index(0));
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {},
                          PhraseDelegate::eye_rect(row, Qt::LeftToRight).center());
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(hidden[0][1].toBool(), true);
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {},
                          PhraseDelegate::remove_rect(row, Qt::LeftToRight).center());
        QCOMPARE(removed.size(), 1);
        panel.set_current_row(1);
        QTest::keyClick(panel.list(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved[0][1].toInt(), 0);
        panel.list()->edit(model.index(1));
        auto* const editor = panel.list()->viewport()->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->setText("a cow"_q);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][1].toString(), "a cow"_q);
    }

    void words_of_a_phrase_are_links() {
        PhraseModel model;
        PhrasePanel panel(&model);
        auto* const words = child<QLabel>(panel, "words");
        panel.set_words({"red"_q, "<hat>"_q}, {});
        QVERIFY(words->text().contains("&lt;hat&gt;"_q));
        panel.set_words({"red"_q, "hat"_q}, "hat"_q);
        QVERIFY(words->text().contains("<b>hat</b>"_q));
        panel.set_words({}, {});
        QVERIFY(words->isHidden());
    }

    void history_completes_typed_text() {
        PhraseModel model;
        PhrasePanel panel(&model);
        panel.set_history({"a brown dog"_q, "the sky"_q});
        QCompleter* const completer = panel.edit()->completer();
        completer->setCompletionPrefix("DOG"_q);
        QCOMPARE(completer->completionCount(), 1);
        QCOMPARE(completer->currentCompletion(), "a brown dog"_q);
    }

    void thumbnails_are_requested_for_drawn_rows() {
        ImageListModel model;
        QSignalSpy wanted(&model, &ImageListModel::thumbnail_wanted);
        ImageListPanel panel(&model);
        panel.resize(220, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QStringList paths;
        for (int i = 0; i < 50'000; ++i) paths << QStringLiteral("/photos/%1.jpg").arg(i);
        QElapsedTimer clock;
        clock.start();
        model.set_paths(paths);
        panel.list()->grab();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(wanted.size() > 0 && wanted.size() < 100);
        QImage small(72, 40, QImage::Format_RGB32);
        small.fill(Qt::red);
        model.set_thumbnail(paths[0], small);
        const auto shown = model.data(model.index(0), Qt::DecorationRole).value<QPixmap>().toImage();
        QCOMPARE(shown.pixelColor(shown.rect().center()), QColor(Qt::red));
    }

    void messages_stay_until_closed_and_information_expires() {
        QWidget window;
        MessageBar bar(&window);
        window.show();
        bar.show_message(Severity::error, QStringLiteral("it broke"));
        QCOMPARE(bar.text(), QStringLiteral("it broke"));
        bar.show_message(Severity::info, QStringLiteral("by the way"));
        QCOMPARE(bar.text(), QStringLiteral("by the way"));
        QTRY_VERIFY_WITH_TIMEOUT(bar.text().isEmpty(), 8000);
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
