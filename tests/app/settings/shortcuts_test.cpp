// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/shortcuts_dialog.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include "support/find_child.h"

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
    static void search(ShortcutsDialog& dialog, const char* text) {
        child<QLineEdit>(&dialog, "search")->setText(QString::fromLatin1(text));
    }
    static QTreeView* list(ShortcutsDialog& dialog) { return child<QTreeView>(&dialog, "list"); }
    static QKeySequenceEdit* key_edit(ShortcutsDialog& dialog) {
        return child<QKeySequenceEdit>(&dialog, "key");
    }
    static QPushButton* button(ShortcutsDialog& dialog, const char* name) {
        return child<QPushButton>(&dialog, name);
    }
    static QString conflict(ShortcutsDialog& dialog) { return child<QLabel>(&dialog, "conflict")->text(); }
    static const std::vector<Shortcut>& shortcuts(ShortcutsDialog& dialog) {
        const auto* const filtered = qobject_cast<QSortFilterProxyModel*>(list(dialog)->model());
        return qobject_cast<ShortcutModel*>(filtered->sourceModel())->shortcuts();
    }
    static void choose(ShortcutsDialog& dialog, const char* text) {
        search(dialog, text);
        QCOMPARE(list(dialog)->model()->rowCount(), 1);
        list(dialog)->setCurrentIndex(list(dialog)->model()->index(0, 0));
    }

 private Q_SLOTS:
    void collisions() {
        QVERIFY(keys_collide(key("Ctrl+K"), key("Ctrl+K")));
        QVERIFY(keys_collide(key("Ctrl+K"), key("Ctrl+K, Ctrl+C")));
        QVERIFY(keys_collide(key("Ctrl+K, Ctrl+C"), key("Ctrl+K")));
        QVERIFY(!keys_collide(key("Ctrl+K, Ctrl+C"), key("Ctrl+K, Ctrl+D")));
        QVERIFY(!keys_collide(key("Ctrl+K"), key("K")));
        QVERIFY(!keys_collide({}, {}));
        QCOMPARE(find_conflicts(four(), 0, key("Alt+Right")), std::vector<int>{1});
        QVERIFY(find_conflicts(four(), 1, key("Alt+Right")).empty());  // its own
    }

    void search_covers_names_menus_and_keys() {
        ShortcutsDialog dialog(four());
        QCOMPARE(list(dialog)->model()->rowCount(), 4);
        for (const char* text : {"open", "GO", "Alt+R"}) {
            search(dialog, text);
            QCOMPARE(list(dialog)->model()->rowCount(), 1);
        }
        search(dialog, "nothing like it");
        QCOMPARE(list(dialog)->model()->rowCount(), 0);
        QVERIFY(!button(dialog, "set")->isEnabled());
        QVERIFY(!key_edit(dialog)->isEnabled());
    }

    void typed_key_is_set() {
        ShortcutsDialog dialog(four());
        QSignalSpy changed(&dialog, &ShortcutsDialog::shortcuts_changed);
        choose(dialog, "About");
        QVERIFY(!button(dialog, "set")->isEnabled());
        QTest::keyClick(key_edit(dialog), Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(button(dialog, "set")->isEnabled());  // after the pause for further keys
        QVERIFY(conflict(dialog).isEmpty());
        button(dialog, "set")->click();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(shortcuts(dialog)[3].keys, QList{key("Ctrl+F1")});
        QVERIFY(button(dialog, "reset")->isEnabled());
        button(dialog, "reset")->click();
        QVERIFY(shortcuts(dialog)[3].keys.isEmpty());
        QVERIFY(!button(dialog, "reset")->isEnabled());
    }

    void conflicting_key_is_reported_and_reassigned() {
        ShortcutsDialog dialog(four());
        choose(dialog, "About");
        key_edit(dialog)->setKeySequence(key("Alt+Right"));
        QVERIFY(conflict(dialog).contains(QStringLiteral("Next Photo")));
        QCOMPARE(shortcuts(dialog)[1].keys.size(), 2);  // unchanged until Set is pressed
        button(dialog, "set")->click();
        QCOMPARE(shortcuts(dialog)[1].keys, QList{key("PgDown")});
        QCOMPARE(shortcuts(dialog)[3].keys, QList{key("Alt+Right")});
    }

    void remove_and_reset_all() {
        ShortcutsDialog dialog(four());
        choose(dialog, "Open");
        button(dialog, "remove")->click();
        QVERIFY(shortcuts(dialog)[0].keys.isEmpty());
        choose(dialog, "Next");
        key_edit(dialog)->setKeySequence(key("F9"));
        button(dialog, "set")->click();
        button(dialog, "reset_all")->click();
        for (std::size_t i = 0; i < 4; ++i) QCOMPARE(shortcuts(dialog)[i].keys, four()[i].keys);
    }
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
