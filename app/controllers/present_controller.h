// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <functional>

#include "app/present/presentation_window.h"

namespace gbs::app {

class MainWindow;

/// Starts presentations of a script or of the open images and phrases.
class PresentController : public QObject {
    Q_OBJECT

 public:
    explicit PresentController(MainWindow& window);

    void present_images();
    /// Reads the script in the background; errors are shown in the window.
    void present_script(const QString& path);
    /// Writes a script as one HTML file in the background.
    void save_page(const Script& script, const QString& path);

 private:
    void start(const Script& script, ScriptPlace place);
    /// The open images with the phrases of the list.
    Script script_of_images() const;
    GrounderFactory factory_of(const Script& script) const;
    void with_script(const std::function<void(const Script& script, const QString& path)>& what);
    void ask_page(const Script& script, const QString& name);

    MainWindow& window_;
    QPointer<PresentationWindow> presentation_;
};

}  // namespace gbs::app
