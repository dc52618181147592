#include "app/window/window_actions.h"

#include <QCoreApplication>
#include <QKeySequence>

#include "widgets/icons.h"

namespace gbs {

namespace {

QString text(const char* source) {
    return QCoreApplication::translate("WindowActions", source);
}

struct Maker {
    QObject* parent;

    QAction* operator()(const char* name, const QList<QKeySequence>& keys = {}, const char* icon = nullptr,
                        const char* tip = nullptr) const {
        auto* const action = new QAction(text(name), parent);
        action->setShortcuts(keys);
        if (icon) action->setIcon(line_icon(QString::fromLatin1(icon)));
        QString hint = tip ? text(tip) : text(name).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
        if (!keys.isEmpty())
            hint += QStringLiteral(" (%1)").arg(keys.front().toString(QKeySequence::NativeText));
        action->setToolTip(hint);
        return action;
    }
};

QList<QKeySequence> key(QKeyCombination combination) {
    return {QKeySequence(combination)};
}

}  // namespace

WindowActions::WindowActions(QObject* parent)
    : views(new QActionGroup(parent)), themes(new QActionGroup(parent)) {
    const Maker make{parent};
    open_image = make(QT_TRANSLATE_NOOP("WindowActions", "Open &Photo…"), {QKeySequence::Open}, "image");
    open_folder = make(QT_TRANSLATE_NOOP("WindowActions", "Open &Folder…"),
                       key(Qt::CTRL | Qt::SHIFT | Qt::Key_O), "folder");
    open_samples = make(QT_TRANSLATE_NOOP("WindowActions", "Open &Sample Photos"));
    quit = make(QT_TRANSLATE_NOOP("WindowActions", "&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)});
    previous_image = make(QT_TRANSLATE_NOOP("WindowActions", "&Previous Photo"),
                          {QKeySequence(Qt::Key_PageUp), QKeySequence(Qt::ALT | Qt::Key_Left)}, "previous");
    next_image = make(QT_TRANSLATE_NOOP("WindowActions", "&Next Photo"),
                      {QKeySequence(Qt::Key_PageDown), QKeySequence(Qt::ALT | Qt::Key_Right)}, "next");
    edit_phrase = make(QT_TRANSLATE_NOOP("WindowActions", "&Type a Phrase"), key(Qt::CTRL | Qt::Key_L));
    previous_phrase =
        make(QT_TRANSLATE_NOOP("WindowActions", "&Previous Phrase"), key(Qt::CTRL | Qt::Key_Up));
    next_phrase = make(QT_TRANSLATE_NOOP("WindowActions", "&Next Phrase"), key(Qt::CTRL | Qt::Key_Down));
    hide_phrase = make(QT_TRANSLATE_NOOP("WindowActions", "&Hide or Show Phrase"), key(Qt::CTRL | Qt::Key_H));
    remove_phrase = make(QT_TRANSLATE_NOOP("WindowActions", "&Remove Phrase"),
                         key(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
    view = {make(QT_TRANSLATE_NOOP("WindowActions", "&Three Maps"), key(Qt::CTRL | Qt::Key_1), "three-maps"),
            make(QT_TRANSLATE_NOOP("WindowActions", "&GbS"), key(Qt::CTRL | Qt::Key_2), nullptr,
                 QT_TRANSLATE_NOOP("WindowActions", "The decoder's map alone")),
            make(QT_TRANSLATE_NOOP("WindowActions", "&i2t"), key(Qt::CTRL | Qt::Key_3), nullptr,
                 QT_TRANSLATE_NOOP("WindowActions", "The map of image and text features alone")),
            make(QT_TRANSLATE_NOOP("WindowActions", "&Mean"), key(Qt::CTRL | Qt::Key_4), nullptr,
                 QT_TRANSLATE_NOOP("WindowActions", "The geometric mean of both maps alone"))};
    for (QAction* const action : view) {
        action->setCheckable(true);
        views->addAction(action);
    }
    view[0]->setChecked(true);
    show_maps = make(QT_TRANSLATE_NOOP("WindowActions", "&Show the Maps"), key(Qt::CTRL | Qt::Key_M), "eye",
                     QT_TRANSLATE_NOOP("WindowActions", "Show or hide the maps over the photo"));
    show_maps->setCheckable(true);
    show_maps->setChecked(true);
    zoom_in =
        make(QT_TRANSLATE_NOOP("WindowActions", "Zoom &In"),
             {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, "zoom-in");
    zoom_out =
        make(QT_TRANSLATE_NOOP("WindowActions", "Zoom &Out"), key(Qt::CTRL | Qt::Key_Minus), "zoom-out");
    fit = make(QT_TRANSLATE_NOOP("WindowActions", "&Fit to Window"), key(Qt::CTRL | Qt::Key_0), "fit");
    actual_size =
        make(QT_TRANSLATE_NOOP("WindowActions", "&Actual Size"), key(Qt::CTRL | Qt::Key_9), "actual-size",
             QT_TRANSLATE_NOOP("WindowActions", "100 %: one photo pixel on one screen pixel"));
    theme = {make(QT_TRANSLATE_NOOP("WindowActions", "As the &System")),
             make(QT_TRANSLATE_NOOP("WindowActions", "&Light")),
             make(QT_TRANSLATE_NOOP("WindowActions", "&Dark"))};
    for (QAction* const action : theme) {
        action->setCheckable(true);
        themes->addAction(action);
    }
    about = make(QT_TRANSLATE_NOOP("WindowActions", "&About GbS Explorer"));
}

}  // namespace gbs
