// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/shortcuts_dialog.h"

#include <QSignalSpy>
#include <QTest>

using namespace gbs;
using namespace gbs::app;

class ShortcutsTest : public QObject {
    Q_OBJECT

    static QKeySequence key(const char* text) { return QKeySequence(QString::fromLatin1(text)); }
    static Shortcut shortcut(const char* id, const char* text, const char* path,
                             const QList<QKeySequence>& keys) {
        return {QString::fromLatin1(id), QString::fromLatin1(text), QString::fromLatin1(path), keys, keys};
    }
    static std::vector<Shortcut> four() {
        return {shortcut("file.open", "Open Photo", "File", {key("Ctrl+O")}),
                shortcut("go.next", "Next Photo", "Go", {key("PgDown"), key("Alt+Right")}),
                shortcut("review.right", "Right", "Review", {key("1")}),
                shortcut("view.about", "About", "Help", {})};
    }
    static void choose(ShortcutsDialog& dialog, const char* text) {
        dialog.search()->setText(QString::fromLatin1(text));
        QCOMPARE(dialog.list()->model()->rowCount(), 1);
        dialog.list()->setCurrentIndex(dialog.list()->model()->index(0, 0));
    }

 private Q_SLOTS:
    void collisions() {
        QVERIFY(keys_collide(key("Ctrl+K"), key("Ctrl+K")));
        QVERIFY(keys_collide(key("Ctrl+K"), key("Ctrl+K, Ctrl+C")));
        QVERIFY(keys_collide(key("Ctrl+K, Ctrl+C"), key("Ctrl+K")));
        QVERIFY(!keys_collide(key("Ctrl+K, Ctrl+C"), key("Ctrl+K, Ctrl+D")));
        QVERIFY(!keys_collide(key("Ctrl+K"), key("K")));
        QVERIFY(!keys_collide({}, {}));
        QCOMPARE(conflicts_of(four(), 0, key("Alt+Right")), std::vector<int>{1});
        QVERIFY(conflicts_of(four(), 1, key("Alt+Right")).empty());  // its own
    }

    void search_covers_names_menus_and_keys() {
        ShortcutsDialog dialog(four());
        QCOMPARE(dialog.list()->model()->rowCount(), 4);
        for (const char* text : {"open", "GO", "Alt+R"}) {
            dialog.search()->setText(QString::fromLatin1(text));
            QCOMPARE(dialog.list()->model()->rowCount(), 1);
        }
        dialog.search()->setText(QStringLiteral("nothing like it"));
        QCOMPARE(dialog.list()->model()->rowCount(), 0);
        QVERIFY(!dialog.set_button()->isEnabled());
        QVERIFY(!dialog.key_edit()->isEnabled());
    }

    void typed_key_is_set() {
        ShortcutsDialog dialog(four());
        QSignalSpy told(&dialog, &ShortcutsDialog::shortcuts_changed);
        choose(dialog, "About");
        QVERIFY(!dialog.set_button()->isEnabled());
        QTest::keyClick(dialog.key_edit(), Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(dialog.set_button()->isEnabled());  // more keys may have followed
        QVERIFY(dialog.conflict_text().isEmpty());
        dialog.set_button()->click();
        QCOMPARE(told.count(), 1);
        QCOMPARE(dialog.shortcuts()[3].keys, QList{key("Ctrl+F1")});
        QVERIFY(dialog.reset_button()->isEnabled());
        dialog.reset_button()->click();
        QVERIFY(dialog.shortcuts()[3].keys.isEmpty());
        QVERIFY(!dialog.reset_button()->isEnabled());
    }

    void conflicting_key_is_reported_and_reassigned() {
        ShortcutsDialog dialog(four());
        choose(dialog, "About");
        dialog.key_edit()->setKeySequence(key("Alt+Right"));
        QVERIFY(dialog.conflict_text().contains(QStringLiteral("Next Photo")));
        QCOMPARE(dialog.shortcuts()[1].keys.size(), 2);  // not before it is set
        dialog.set_button()->click();
        QCOMPARE(dialog.shortcuts()[1].keys, QList{key("PgDown")});
        QCOMPARE(dialog.shortcuts()[3].keys, QList{key("Alt+Right")});
    }

    void remove_and_reset_all() {
        ShortcutsDialog dialog(four());
        choose(dialog, "Open");
        dialog.remove_button()->click();
        QVERIFY(dialog.shortcuts()[0].keys.isEmpty());
        choose(dialog, "Next");
        dialog.key_edit()->setKeySequence(key("F9"));
        dialog.set_button()->click();
        dialog.reset_all_button()->click();
        for (std::size_t i = 0; i < 4; ++i) QCOMPARE(dialog.shortcuts()[i].keys, four()[i].keys);
    }
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
