// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

#include "core/base/error.h"
#include "support/log_lines.h"

using namespace gbs;
using namespace gbs::app;

class SessionTest : public QObject {
    Q_OBJECT

    static Session full() {
        Session session;
        session.opened = {QStringLiteral("/photos/été"), QStringLiteral("/more")};
        session.photo = QStringLiteral("/photos/été/猫.jpg");
        session.work_list = QStringLiteral("/lists/anna's.csv");
        session.model = QStringLiteral("/models/best.safetensors");
        session.phrases = {{QStringLiteral("a cat"), QColor(10, 20, 30), false},
                           {QStringLiteral("“the sky”"), QColor(200, 100, 50), true}};
        session.current_phrase = QStringLiteral("a cat");
        session.compared_model = QStringLiteral("/models/other.safetensors");
        session.compared_phrase = QStringLiteral("the tail");
        session.zoom = 2.5;
        session.center = QPointF(12.5, 7);
        return session;
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

 private Q_SLOTS:
    void a_saved_session_is_loaded() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/session.json"));
        for (const Session& session : {full(), Session{}}) {
            save_session(path, session);
            const auto loaded = load_session(path);
            QVERIFY(loaded.has_value());
            QVERIFY(*loaded == session);
        }
    }

    void a_missing_session_is_no_error() {
        const LogLines log;
        QVERIFY(!load_session(QStringLiteral("/nowhere/session.json")));
        QVERIFY(log.lines().isEmpty());
    }

    void a_damaged_session_is_ignored_and_reported_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << to_json(full()).left(200);
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("bytes") << QByteArray("\0\1\2\3", 4);
        QTest::newRow("phrases of the wrong type") << QByteArray("{\"phrases\": 3}");
        QTest::newRow("phrase without text") << QByteArray("{\"phrases\": [{\"color\": \"#fff\"}]}");
        QTest::newRow("zoom of the wrong type") << QByteArray("{\"zoom\": \"much\"}");
        QTest::newRow("zoom of nothing") << QByteArray("{\"zoom\": 0}");
        QTest::newRow("opened of the wrong type") << QByteArray("{\"opened\": [\"/a\", 3]}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("large") << QByteArray(9 << 20, ' ');
    }
    void a_damaged_session_is_ignored_and_reported() {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        write(path, text);
        const LogLines log;
        QVERIFY(!load_session(path));
        QCOMPARE(log.lines().size(), 1);
        QVERIFY(log.lines().front().contains(path));
    }

    void fields_of_other_versions_are_ignored() {
        QString reason;
        const auto session = parse_session(QByteArray("{\"photo\": \"/a\", \"new\": [1]}"), &reason);
        QVERIFY2(session.has_value(), qPrintable(reason));
        QCOMPARE(session->photo, QStringLiteral("/a"));
    }

    void a_failed_save_keeps_the_old_file() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        QDir().mkpath(path);  // a folder of that name blocks the file
        QVERIFY_EXCEPTION_THROWN(save_session(path, full()), Error);
        QVERIFY(QFileInfo(path).isDir());
    }

    void a_touched_session_is_saved_soon() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        Session now = full();
        std::atomic<int> saves = 0;
        SessionKeeper keeper(
            path, [&now] { return now; }, nullptr,
            [&saves](const QString& file, const Session& session) {
                save_session(file, session);
                ++saves;
            });
        auto* const soon = keeper.findChild<QTimer*>(QStringLiteral("soon"));
        soon->setInterval(0);
        QVERIFY(!QFile::exists(path));
        keeper.touch();
        QTRY_COMPARE(saves, 1);
        QVERIFY(load_session(path) == full());
        // The session is unchanged, so the file is not written.
        write(path, "mine");
        keeper.touch();
        QTRY_VERIFY(!soon->isActive());
        QCOMPARE(read(path), QByteArray("mine"));
        now.photo.clear();
        keeper.touch();
        QTRY_COMPARE(read(path), to_json(now));
        QTRY_COMPARE(saves, 2);
    }

    void save_now_writes_at_once() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("session.json"));
        {
            SessionKeeper keeper(path, [] { return full(); });
            keeper.save_now();
        }
        QVERIFY(load_session(path) == full());
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
