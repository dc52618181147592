// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

#include "app/window/window_host.h"
#include "support/events.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"
#include "widgets/lists/phrase_panel.h"
#include "widgets/review/review_panel.h"

using namespace gbs;
using namespace gbs::widgets;
using namespace gbs::app;

/// What a keyboard reaches and a screen reader reads in each workspace, with a fake model.
class AccessibilityTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_;
    std::unique_ptr<WindowHost> host_;

    MainWindow* window() { return host_->window(); }
    static QString name_of(QObject* object) {
        QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(object);
        return face ? face->text(QAccessible::Name) : QString();
    }
    static QString describe(const QWidget* widget) {
        QString text;
        for (; widget; widget = widget->parentWidget())
            text += QStringLiteral("%1 \"%2\" < ")
                        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
        return text;
    }
    static bool is_control(QAccessible::Role role) {
        switch (role) {
            case QAccessible::Button:
            case QAccessible::CheckBox:
            case QAccessible::RadioButton:
            case QAccessible::EditableText:
            case QAccessible::ComboBox:
            case QAccessible::SpinBox:
            case QAccessible::Slider:
            case QAccessible::List:
            case QAccessible::Table:
            case QAccessible::Tree:
            case QAccessible::Graphic:
            case QAccessible::Chart:
            case QAccessible::ProgressBar:
                return true;
            default:
                return false;
        }
    }
    /// The visible controls below an interface that have no name.
    void find_nameless(QAccessibleInterface* face, QStringList& found, int depth = 0) {
        if (!face || !face->isValid() || face->state().invisible || depth > 40) return;
        auto* const widget = qobject_cast<QWidget*>(face->object());
        if (widget && !widget->isVisible()) return;
        // The parts of a control are named by it.
        const bool part = widget && (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
                                     qobject_cast<QComboBox*>(widget->parentWidget()) ||
                                     qobject_cast<QLineEdit*>(widget->parentWidget()) ||
                                     widget->objectName().startsWith(QStringLiteral("qt_")));
        if (widget && !part && is_control(face->role()) && face->text(QAccessible::Name).isEmpty())
            found << describe(widget);
        // Rows are the model's.
        if (face->role() == QAccessible::List || face->role() == QAccessible::Table ||
            face->role() == QAccessible::Tree)
            return;
        for (int i = 0; i < face->childCount(); ++i) find_nameless(face->child(i), found, depth + 1);
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setQuitOnLastWindowClosed(false);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer accessibility test"));
        QAccessible::setActive(true);
    }
    void init() {
        QSettings().clear();
        control_ = std::make_shared<FakeControl>();
        control_->strength = [](const std::string&) { return 0.9F; };
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        window()->resize(1366, 768);
        window()->show();
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        window()->activateWindow();
        window()->open({photos_.folder.path()});
        QTRY_VERIFY(!window()->explorer()->photo().empty());
        QTRY_VERIFY(!window()->explorer()->busy());
    }
    void cleanup() { host_.reset(); }

    void the_phrase_edit_has_the_focus_after_opening_and_enter_clears_it() {
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        QTRY_COMPARE(window()->focusWidget(), edit);
        QTest::keyClicks(edit, QStringLiteral("a dog"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(window()->explorer()->current_phrase(), QStringLiteral("a dog"));
        QCOMPARE(edit->text(), QString());
    }

    void digits_judge_once_one_is_in_review() {
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        window()->explorer()->add_phrase(QStringLiteral("a cat"));
        QTRY_VERIFY(!window()->explorer()->busy());
        QTRY_COMPARE(window()->focusWidget(), edit);
        window()->workspaces()->show(Workspace::review);
        QTRY_VERIFY(window()->focusWidget() != edit);
        QTest::keyClick(window()->focusWidget(), Qt::Key_1);
        const Photo& photo = window()->explorer()->photo();
        QTRY_COMPARE(window()
                         ->explorer()
                         ->review()
                         ->judgement({photo.path, photo.size(), QStringLiteral("a cat")})
                         .verdict,
                     widgets::Verdict::right);
        QCOMPARE(edit->text(), QString());
        window()->explorer()->undo_stack()->undo();
    }

    void tab_visits_what_is_seen_and_nothing_else_data() {
        QTest::addColumn<int>("workspace");
        for (int i = 0; i < 4; ++i) QTest::newRow(qPrintable(QString::number(i))) << i;
    }
    void tab_visits_what_is_seen_and_nothing_else() {
        QFETCH(int, workspace);
        window()->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!window()->explorer()->busy());
        window()->workspaces()->show(static_cast<Workspace>(workspace));
        drain_events();
        window()->setFocus();
        QSet<QWidget*> visited;
        const QWidget* last = nullptr;
        for (int i = 0; i < 300; ++i) {
            QTest::keyClick(window()->focusWidget() ? window()->focusWidget() : window(), Qt::Key_Tab);
            QWidget* const now = window()->focusWidget();
            QVERIFY(now);
            QVERIFY2(now->isVisible() && now->isEnabled() && !now->size().isEmpty(),
                     qPrintable(describe(now)));
            // Scrolled into sight, as a part of what the eye sees.
            QVERIFY2(!now->visibleRegion().isEmpty(), qPrintable(describe(now)));
            QVERIFY2(!name_of(now).isEmpty(), qPrintable(describe(now)));
            const QAccessible::Role role = QAccessible::queryAccessibleInterface(now)->role();
            QVERIFY2(role != QAccessible::Client && role != QAccessible::NoRole, qPrintable(describe(now)));
            // From one link of a label to the next one, the focus stays.
            if (visited.contains(now) && now != last) break;
            visited << now;
            last = now;
        }
        QVERIFY2(visited.size() >= 5, qPrintable(QString::number(visited.size())));
        // Everything that takes the focus by Tab is reached.
        for (QWidget* const widget : window()->findChildren<QWidget*>())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
                !widget->focusProxy() && !qobject_cast<QTabBar*>(widget) &&
                !widget->objectName().startsWith(QStringLiteral("qt_")))
                QVERIFY2(visited.contains(widget), qPrintable(describe(widget)));
    }

    void controls_have_names_data() { tab_visits_what_is_seen_and_nothing_else_data(); }
    void controls_have_names() {
        QFETCH(int, workspace);
        window()->workspaces()->show(static_cast<Workspace>(workspace));
        drain_events();
        QStringList nameless;
        find_nameless(QAccessible::queryAccessibleInterface(window()), nameless);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void names_are_the_live_text() {
        window()->workspaces()->show(Workspace::review);
        window()->explorer()->add_phrase(QStringLiteral("a dog"));
        QTRY_VERIFY(!window()->explorer()->busy());
        ReviewPanel* const panel = child<ReviewPanel>(window());
        QLabel* const saved = child<QLabel>(panel, "saved");
        QTRY_VERIFY(panel->button(Verdict::right)->isEnabled());
        QCOMPARE(name_of(saved), QString());  // nothing was saved yet
        panel->button(Verdict::right)->click();
        QTRY_COMPARE(name_of(saved), QStringLiteral("Saved"));
        QVERIFY(name_of(child<QLabel>(panel, "counts")).startsWith(QStringLiteral("1 correct")));
        QVERIFY(QAccessible::queryAccessibleInterface(panel->button(Verdict::right))->state().checked);
        QCOMPARE(name_of(child<QLabel>(window()->canvas(), "phrase_title")), QStringLiteral("a dog"));
        QCOMPARE(name_of(child<QLabel>(window()->canvas(), "strength")), QStringLiteral("strong"));
        // The row of a phrase says all of it.
        const QModelIndex row = window()->explorer()->phrases()->index(0);
        const QString spoken = row.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("strong")) && spoken.endsWith(QStringLiteral("Correct")),
                 qPrintable(spoken));
        QCOMPARE(QAccessible::queryAccessibleInterface(window()->canvas()->tile(2)->view())->role(),
                 QAccessible::Graphic);
    }

    void a_pasted_list_becomes_phrases() {
        QLineEdit* const edit = child<PhrasePanel>(window())->edit();
        QGuiApplication::clipboard()->setText(QStringLiteral("a dog\n  the  sky\r\n\na cat\n"));
        QTest::keySequence(edit, QKeySequence::Paste);
        QCOMPARE(window()->explorer()->phrases()->rowCount(), 3);
        QCOMPARE(window()->explorer()->phrases()->items()[1].text, QStringLiteral("the sky"));
        QCOMPARE(edit->text(), QString());
        window()->explorer()->undo_stack()->undo();
        QCOMPARE(window()->explorer()->phrases()->rowCount(), 0);
        QGuiApplication::clipboard()->setText(QStringLiteral("a horse"));
        QTest::keySequence(edit, QKeySequence::Paste);
        QCOMPARE(edit->text(), QStringLiteral("a horse"));
    }
};

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
