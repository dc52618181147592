// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/phrase_colors.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "support/gui_watchdog.h"
#include "support/test_layers.h"

using namespace gbs;
using namespace gbs::widgets;

class PhraseColorsTest : public QObject {
    Q_OBJECT

    static constexpr QSize photo_{300, 200};
    std::atomic<bool> go_on_{false};

    static ColoredPhrase phrase(const char* text, Qt::GlobalColor color, const QVector<float>& columns) {
        return {
            QString::fromLatin1(text), QColor(color),
            make_layer(QString::fromLatin1(text), {static_cast<int>(columns.size()), 1}, columns, photo_)};
    }

 private Q_SLOTS:
    void each_pixel_has_the_color_of_the_highest_phrase_above_the_threshold() {
        const std::vector<ColoredPhrase> phrases{phrase("left", Qt::red, {.9F, .3F, .1F}),
                                                 phrase("right", Qt::blue, {.2F, .4F, .8F})};
        const PhraseColors colors = *color_phrases(phrases, 0.5F, photo_, go_on_);
        QCOMPARE(colors.image.size(), photo_);
        QCOMPARE(colors.image.pixelColor(20, 100), QColor(Qt::red));
        QCOMPARE(colors.image.pixelColor(280, 100), QColor(Qt::blue));
        // In the middle both are below the threshold.
        QCOMPARE(colors.image.pixelColor(150, 100).alpha(), 0);
        const PhraseColors lower = *color_phrases(phrases, 0.35F, photo_, go_on_);
        QCOMPARE(lower.image.pixelColor(150, 100), QColor(Qt::blue));
    }

    void value_at_the_threshold_counts_and_ties_go_to_the_first() {
        const std::vector<ColoredPhrase> phrases{phrase("one", Qt::red, {.5F}),
                                                 phrase("two", Qt::blue, {.5F})};
        QCOMPARE(color_phrases(phrases, 0.5F, photo_, go_on_)->image.pixelColor(9, 9), QColor(Qt::red));
        QCOMPARE(color_phrases(phrases, 0.51F, photo_, go_on_)->image.pixelColor(9, 9).alpha(), 0);
    }

    void legend_lists_phrases_with_pixels_largest_first() {
        const std::vector<ColoredPhrase> phrases{phrase("small", Qt::red, {.9F, .1F, .1F}),
                                                 phrase("nowhere", Qt::green, {.1F, .1F, .1F}),
                                                 phrase("large", Qt::blue, {.1F, .8F, .8F})};
        const PhraseColors colors = *color_phrases(phrases, 0.5F, photo_, go_on_);
        QCOMPARE(colors.legend.size(), std::size_t{2});
        QCOMPARE(colors.legend[0].phrase, QStringLiteral("large"));
        QCOMPARE(colors.legend[1].phrase, QStringLiteral("small"));
        QCOMPARE(colors.left_out, 0);
    }

    void raster_size_is_bounded() {
        const std::vector<ColoredPhrase> phrases{phrase("one", Qt::red, {.9F, .9F})};
        const QSize size = color_phrases(phrases, 0.5F, {12000, 9000}, go_on_)->image.size();
        QCOMPARE(size, QSize(512, 384));
        QCOMPARE(color_phrases(phrases, 0.5F, {100000, 10}, go_on_)->image.size(), QSize(512, 1));
    }

    void thousand_phrases_keep_the_window_responsive() {
        std::vector<ColoredPhrase> phrases;
        for (int i = 0; i < 1000; ++i) {
            QVector<float> values(56 * 56);
            for (int cell = 0; cell < values.size(); ++cell)
                values[cell] = static_cast<float>(0.5 + 0.5 * std::sin(cell * 0.01 * (i + 1)));
            phrases.push_back({QString::number(i), QColor::fromHsv(i % 360, 200, 200),
                               make_layer(QString::number(i), {56, 56}, values, {4000, 3000})});
        }
        PhraseColorMaker maker;
        QSignalSpy made(&maker, &PhraseColorMaker::made);
        QElapsedTimer clock;
        clock.start();
        const double before = thread_cpu_ms();
        maker.request(phrases, 0.5F, {4000, 3000});
        const double asked = thread_cpu_ms() - before;
        // This thread never blocks for longer than the budget of the window.
        QVERIFY2(asked < gui_budget_ms, qPrintable(QString::number(asked)));
        QVERIFY(made.wait(20000));
        qInfo("%lld ms for 1000 phrases in the other thread", clock.elapsed());
        const auto colors = made.front().front().value<PhraseColors>();
        QCOMPARE(colors.legend.size(), std::size_t{24});
        QVERIFY(colors.left_out > 100);
    }

    void latest_request_wins_and_equal_requests_are_computed_once() {
        PhraseColorMaker maker;
        QSignalSpy made(&maker, &PhraseColorMaker::made);
        const std::vector<ColoredPhrase> red{phrase("red", Qt::red, {.9F})};
        const std::vector<ColoredPhrase> blue{phrase("blue", Qt::blue, {.9F})};
        maker.request(red, 0.5F, photo_);
        maker.request(blue, 0.5F, photo_);
        QVERIFY(made.wait());
        QCOMPARE(made.front().front().value<PhraseColors>().legend[0].phrase, QStringLiteral("blue"));
        maker.request(blue, 0.5F, photo_);
        QVERIFY(!made.wait(200));
        QCOMPARE(made.size(), 1);
    }
};

QTEST_GUILESS_MAIN(PhraseColorsTest)
#include "phrase_colors_test.moc"
