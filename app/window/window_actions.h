#pragma once

#include <QAction>
#include <QActionGroup>
#include <QObject>
#include <array>

namespace gbs {

/// Every action of the window with its text, icon, shortcut and tool tip; menus and tool bar are made of
/// these.
struct WindowActions {
    explicit WindowActions(QObject* parent);

    QAction *open_image, *open_folder, *open_samples, *quit;
    QAction *previous_image, *next_image;
    QAction *edit_phrase, *previous_phrase, *next_phrase, *hide_phrase, *remove_phrase;
    QActionGroup* views;
    std::array<QAction*, 4> view;  ///< in the order of CanvasView
    QAction *show_maps, *zoom_in, *zoom_out, *fit, *actual_size;
    QActionGroup* themes;
    std::array<QAction*, 3> theme;  ///< in the order of Theme
    QAction* about;
};

}  // namespace gbs
