// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "app/review/review_database.h"
#include "app/review/review_store.h"
#include "support/faults.h"
#include "support/review_samples.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

namespace {

constexpr int rounds = 4;

QString image_of(int round) {
    return QStringLiteral("%1.jpg").arg(round);
}

}  // namespace

/// Faults of the file system while reviews are written: what was acknowledged is there afterward.
class ReviewFaultsTest : public QObject {
    Q_OBJECT

    int counted_ = 0, refused_ = 0;

    /// Judges a photo a round, and opens the file again in the middle. Returns the rounds that were acknowledged.
    static QList<int> judge(const QString& file) {
        QList<int> acknowledged;
        std::unique_ptr<ReviewDatabase> database;
        for (int round = 0; round < rounds; ++round) try {
                if (!database || round == rounds / 2) {
                    database.reset();
                    database = std::make_unique<ReviewDatabase>(file);
                }
                if (database->write({verdict_change(image_of(round), "a dog")}).isEmpty())
                    acknowledged << round;
            } catch (const ReviewDatabaseError&) {
                database.reset();
            }
        return acknowledged;
    }

    void check(Call call, Fault fault) {
        int calls = 0;
        {
            const QTemporaryDir folder;
            const Faults count(folder.path().toStdString(), call);
            QCOMPARE(judge(ReviewStore::file_in(folder.path())).size(), rounds);
            calls = count.seen();
        }
        for (int nth = 1; nth <= calls; ++nth) {
            const QTemporaryDir folder;
            const QString file = ReviewStore::file_in(folder.path());
            QList<int> acknowledged;
            {
                const Faults faults(folder.path().toStdString(), call, nth, fault);
                acknowledged = judge(file);
            }
            ++counted_;
            refused_ += rounds - static_cast<int>(acknowledged.size());
            const ReviewContents found = ReviewDatabase(file).read();
            for (const int round : acknowledged) {
                const PhraseReview* const review = found.find(image_of(round), QStringLiteral("a dog"));
                QVERIFY2(review && review->judgements.first().verdict == Verdict::right,
                         qPrintable(
                             QStringLiteral("round %1 after call %2 of %3").arg(round).arg(nth).arg(calls)));
            }
        }
    }

 private Q_SLOTS:
    void acknowledged_verdicts_survive() {
        for (const Fault fault : {Fault::short_transfer, Fault::io_error, Fault::full_disk})
            check(Call::write, fault);
        for (const Call call : {Call::sync, Call::open, Call::truncate, Call::read})
            check(call, Fault::io_error);
        qInfo("%d faults, %d rounds refused", counted_, refused_);
        QVERIFY(refused_ > 0);
    }
};

QTEST_GUILESS_MAIN(ReviewFaultsTest)
#include "review_faults_test.moc"
