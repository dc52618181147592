// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include "app/present/presentation_window.h"

namespace gbs::app {

class MainWindow;

/// Starts presentations: of a script, or of the images and phrases that are open.
class PresentController : public QObject {
    Q_OBJECT

 public:
    explicit PresentController(MainWindow& window);

    void present_images();
    /// Reads the script in a worker; what is wrong with it is told in the window.
    void present_script(const QString& path);
    PresentationWindow* presentation() const { return presentation_; }  ///< null while there is none

 private:
    void start(const Script& script, ScriptPlace place);

    MainWindow& window_;
    QPointer<PresentationWindow> presentation_;
};

}  // namespace gbs::app
