// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/score_bars.h"

#include <QTest>

using namespace gbs::widgets;

class ScoreBarsTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void many_bars_stay_in_their_group() {
        ScoreSheet sheet;
        sheet.groups = {QStringLiteral("all"), QStringLiteral("animals"), QStringLiteral("people")};
        constexpr int count = 14;
        for (int i = 0; i < count; ++i) {
            ScoreSeries series;
            series.result = QStringLiteral("run");
            series.map = QStringLiteral("map %1").arg(i);
            for (int group = 0; group < 3; ++group) {
                ScoreValue value;
                value.total = 100;
                value.hits = value.accuracy = 50;
                series.groups << value;
            }
            sheet.series << series;
        }
        ScoreBars bars;
        bars.resize(560, 200);
        bars.set_sheet(sheet);
        bars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bars));
        QTRY_VERIFY(bars.bar_place(1, 0).x() > bars.bar_place(0, 0).x());
        const int bar = bars.bar_place(1, 0).x() - bars.bar_place(0, 0).x();
        QVERIFY(bar > 0);
        for (int group = 0; group + 1 < 3; ++group)
            QVERIFY(bars.bar_place(count - 1, group).x() + bar <= bars.bar_place(0, group + 1).x());
    }
};

QTEST_MAIN(ScoreBarsTest)
#include "score_bars_test.moc"
