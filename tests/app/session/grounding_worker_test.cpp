// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/session/grounding_worker.h"

#include <QSignalSpy>
#include <QTest>

#include "support/fake_grounder.h"
#include "support/test_photos.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

class GroundingWorkerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_ = std::make_shared<FakeControl>();
    std::unique_ptr<GroundingWorker> worker_;
    quint64 id_ = 0;

    Photo photo(const char* name) { return read_photo(photos_.path(QString::fromLatin1(name))); }
    void want(const Photo& wanted) { worker_->submit({++id_, wanted, {}}); }
    QString last_encoded() {
        const auto keys = control_->copy(&FakeControl::keys);
        return keys.empty() ? QString() : QString::fromStdString(keys.back());
    }

 private Q_SLOTS:
    void init() {
        control_ = std::make_shared<FakeControl>();
        worker_ = std::make_unique<GroundingWorker>();
    }
    void cleanup() {
        control_->set(&FakeControl::hold_encoding, false);
        worker_.reset();
    }

    void photos_are_encoded_ahead_once_a_model_is_loaded() {
        QSignalSpy ahead(worker_.get(), &GroundingWorker::encoded_ahead);
        QSignalSpy refused(worker_.get(), &GroundingWorker::model_failed);
        worker_->encode_ahead(photo("a.png"));
        worker_->load([]() -> std::shared_ptr<Grounder> { throw Error("no model"); });
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(control_->encodings, 0);
        worker_->load([this] { return std::make_shared<FakeGrounder>(control_); });
        QTRY_COMPARE(ahead.size(), 1);
        QCOMPARE(ahead[0][0].toString(), photos_.path(QStringLiteral("a.png")));
        QCOMPARE(last_encoded(), photo("a.png").key);
    }

    void request_interrupts_encoding_ahead_which_continues_later() {
        worker_->load([this] { return std::make_shared<FakeGrounder>(control_); });
        QSignalSpy ahead(worker_.get(), &GroundingWorker::encoded_ahead);
        QSignalSpy finished(worker_.get(), &GroundingWorker::finished);
        control_->set(&FakeControl::hold_encoding, true);
        worker_->encode_ahead(photo("b.png"));
        QTRY_COMPARE(last_encoded(), photo("b.png").key);
        want(photo("c.png"));
        QTRY_COMPARE(last_encoded(), photo("c.png").key);
        QCOMPARE(control_->cancelled_encodings, 1);
        QCOMPARE(ahead.size(), 0);
        control_->set(&FakeControl::hold_encoding, false);
        QTRY_COMPARE(finished.size(), 1);
        QTRY_COMPARE(ahead.size(), 1);
        QCOMPARE(last_encoded(), photo("b.png").key);
    }

    void request_for_the_photo_being_encoded_ahead_waits_for_it() {
        worker_->load([this] { return std::make_shared<FakeGrounder>(control_); });
        QSignalSpy finished(worker_.get(), &GroundingWorker::finished);
        control_->set(&FakeControl::hold_encoding, true);
        worker_->encode_ahead(photo("b.png"));
        QTRY_COMPARE(last_encoded(), photo("b.png").key);
        want(photo("b.png"));
        control_->set(&FakeControl::hold_encoding, false);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(control_->cancelled_encodings, 0);
    }

    void at_most_two_photos_wait_and_forgotten_ones_do_not_return() {
        worker_->load([this] { return std::make_shared<FakeGrounder>(control_); });
        QSignalSpy ahead(worker_.get(), &GroundingWorker::encoded_ahead);
        control_->set(&FakeControl::hold_encoding, true);
        want(photo("c.png"));
        QTRY_COMPARE(last_encoded(), photo("c.png").key);
        for (const char* name : {"a.png", "b.png", "a.png"}) worker_->encode_ahead(photo(name));
        control_->set(&FakeControl::hold_encoding, false);
        QTRY_COMPARE(ahead.size(), 2);
        control_->set(&FakeControl::hold_encoding, true);
        worker_->encode_ahead(photo("b.png"));
        QTRY_COMPARE(control_->encodings, 4);
        worker_->forget_ahead();
        QTRY_COMPARE(control_->cancelled_encodings, 1);
        control_->set(&FakeControl::hold_encoding, false);
        // Idle photos come between requests: the forgotten one would be encoded before the second request.
        QSignalSpy finished(worker_.get(), &GroundingWorker::finished);
        for (int i = 0; i < 2; ++i) {
            want(photo(i == 0 ? "a.png" : "c.png"));
            QTRY_COMPARE(finished.size(), i + 1);
        }
        QCOMPARE(control_->encodings, 6);
        QCOMPARE(ahead.size(), 2);
    }
};

QTEST_GUILESS_MAIN(GroundingWorkerTest)
#include "grounding_worker_test.moc"
