// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/controllers/work_list_controller.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include "app/window/window_host.h"
#include "support/fake_grounder.h"
#include "support/find_child.h"
#include "support/test_photos.h"
#include "widgets/lists/image_list_panel.h"

using namespace gbs;
using namespace gbs::app;
using namespace gbs::widgets;

/// A work list in the real window with a fake model.
class WorkListControllerTest : public QObject {
    Q_OBJECT

    TestPhotos photos_;
    std::shared_ptr<FakeControl> control_ = std::make_shared<FakeControl>();
    std::unique_ptr<WindowHost> host_;

    Explorer* explorer() { return host_->explorer(); }
    ReviewSession* session() { return explorer()->review(); }
    ImageListPanel* panel() { return child<ImageListPanel>(host_->window()); }
    QStringList listed() {
        QStringList names;
        const QAbstractItemModel& rows = *panel()->list()->model();
        for (int row = 0; row < rows.rowCount(); ++row)
            names << QFileInfo(rows.index(row, 0).data(ImageListModel::PathRole).toString()).fileName();
        return names;
    }
    QStringList phrases() {
        QStringList texts;
        for (const PhraseItem& item : explorer()->phrases()->items()) texts << item.text;
        return texts;
    }
    ReviewSubject subject(const char* image, const char* phrase) const {
        return {photos_.path(QString::fromLatin1(image)), {160, 120}, QString::fromLatin1(phrase)};
    }

 private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("GbS Explorer"));
        QCoreApplication::setApplicationName(QStringLiteral("GbS Explorer work list test"));
        QSettings().clear();
        QSettings().setValue(QStringLiteral("review/annotator"), QStringLiteral("anna"));
    }

    void what_is_judged_leaves_the_list() {
        const QString file = photos_.path(QStringLiteral("work.csv"));
        QFile table(file);
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(
            "image,phrase,annotator\na.png,a dog,anna\na.png,a tree,anna\nb.png,a dog,\n"
            "b.png,a cat,ben\nelsewhere.png,a dog,anna\n");
        table.close();
        host_ = std::make_unique<WindowHost>(
            [control = control_] { return std::make_shared<FakeGrounder>(control); });
        host_->window()->show();
        explorer()->open({photos_.folder.path(), file});
        QTRY_COMPARE(panel()->why(),
                     QStringLiteral("Work list: 0 of 3 judged (1 in photos that are not open)"));
        QCOMPARE(listed(), (QStringList{QStringLiteral("a.png"), QStringLiteral("b.png")}));
        QTRY_COMPARE(explorer()->photo().path, photos_.path(QStringLiteral("a.png")));
        QTRY_COMPARE(phrases(), (QStringList{QStringLiteral("a dog"), QStringLiteral("a tree")}));
        QTRY_VERIFY(!session()->model().empty());

        session()->judge(subject("b.png", "a dog"), Verdict::right);
        QCOMPARE(listed(), QStringList{QStringLiteral("a.png")});
        QVERIFY(panel()->why().startsWith(QStringLiteral("Work list: 1 of 3 judged")));
        session()->judge(subject("a.png", "a dog"), Verdict::absent);
        QCOMPARE(listed(), QStringList{QStringLiteral("a.png")});
        explorer()->undo_stack()->undo();
        QVERIFY(panel()->why().startsWith(QStringLiteral("Work list: 1 of 3 judged")));

        // Others have other work.
        session()->set_annotator(QStringLiteral("ben"));
        QTRY_VERIFY(panel()->why().startsWith(QStringLiteral("Work list: 0 of 2 judged")));
        QCOMPARE(listed(), QStringList{QStringLiteral("b.png")});
        session()->set_annotator(QStringLiteral("anna"));
        QTRY_COMPARE(listed(), QStringList{QStringLiteral("a.png")});

        host_->window()->action(QStringLiteral("file.close_work_list"))->trigger();
        QVERIFY(panel()->why().isEmpty());
        QVERIFY(listed().size() > 2);
    }
};

QTEST_MAIN(WorkListControllerTest)
#include "work_list_controller_test.moc"
