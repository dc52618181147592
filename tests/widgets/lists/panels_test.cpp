// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <array>
#include <cmath>

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

/// How an eye without one kind of cone sees linear RGB (Machado et al. 2009, severity 1).
using Eye = std::array<double, 9>;
static constexpr std::array<Eye, 4> eyes{{
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}};

/// CIE L*a*b* of a color as an eye sees it.
static std::array<double, 3> seen(const QColor& color, const Eye& eye) {
    const auto times = [](const Eye& m, const std::array<double, 3>& v) {
        std::array<double, 3> out{};
        for (std::size_t i = 0; i < 9; ++i) out[i / 3] += m[i] * v[i % 3];
        return out;
    };
    std::array<double, 3> rgb{color.redF(), color.greenF(), color.blueF()};
    for (double& c : rgb) c = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    rgb = times(eye, rgb);
    for (double& c : rgb) c = std::clamp(c, 0.0, 1.0);
    constexpr Eye to_xyz{0.4339, 0.3762, 0.1899, 0.2126, 0.7152, 0.0722, 0.0177, 0.1095, 0.8728};
    std::array<double, 3> f = times(to_xyz, rgb);
    for (double& c : f) c = c > 0.008856 ? std::cbrt(c) : 7.787 * c + 16.0 / 116;
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

static double difference(const std::array<double, 3>& a, const std::array<double, 3>& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
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

    void fourteen_phrases_are_told_apart_by_color_blind_eyes() {
        QStringList texts;
        for (int i = 0; i < 14; ++i) texts << QString::number(i);
        const QVector<PhraseItem> items = phrases(texts);
        for (const Eye& eye : eyes)
            for (const PhraseItem& a : items)
                for (const PhraseItem& b : items) {
                    if (a.text >= b.text) continue;
                    QVERIFY2(difference(seen(a.color, eye), seen(b.color, eye)) > 16,
                             qPrintable(a.color.name() + QLatin1Char(' ') + b.color.name()));
                }
    }

    void two_phrases_never_share_a_color() {
        QStringList texts;
        for (int i = 0; i < 500; ++i) texts << QString::number(i);
        QSet<QRgb> colors;
        for (const PhraseItem& item : phrases(texts)) colors << item.color.rgb();
        QCOMPARE(colors.size(), 500);
    }

    void phrases_have_letters() {
        QCOMPARE(PhraseModel::letter(0), "A"_q);
        QCOMPARE(PhraseModel::letter(25), "Z"_q);
        QCOMPARE(PhraseModel::letter(26), "AA"_q);
        QCOMPARE(PhraseModel::letter(701), "ZZ"_q);
        QCOMPARE(PhraseModel::letter(702), "AAA"_q);
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
