// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/screenshots.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

#include "app/session/sample_phrases.h"
#include "core/base/error.h"

namespace gbs::app {

namespace {

constexpr int max_photos = 6;
constexpr int timeout_milliseconds = 300'000;

void wait_until_idle(MainWindow& window) {
    QElapsedTimer clock;
    clock.start();
    while (window.explorer()->busy()) {
        QEventLoop loop;
        QObject::connect(window.explorer(), &Explorer::idle, &loop, &QEventLoop::quit);
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        if (clock.elapsed() > timeout_milliseconds)
            throw Error("the window was still busy after five minutes");
    }
}

void wait_for_layout() {
    QEventLoop loop;
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    loop.exec();
}

void ground_sample_phrases(MainWindow& window, const QString& path) {
    Explorer& explorer = *window.explorer();
    explorer.clear_phrases();
    const QStringList phrases = sample_phrases(path);
    explorer.add_phrases(phrases);
    wait_until_idle(window);
    if (!explorer.layers(phrases.front()))
        throw Error(
            QObject::tr("%1: no map was computed. %2").arg(path, window.message_bar()->text()).toStdString());
}

}  // namespace

QStringList make_screenshots(MainWindow& window, const QStringList& paths, const QString& folder) {
    if (!QDir().mkpath(folder)) throw Error(folder.toStdString() + ": cannot create the folder");
    window.resize(1600, 900);
    window.show();
    window.open(paths);
    wait_until_idle(window);
    const QStringList images = window.explorer()->browser()->images();
    if (images.isEmpty()) throw Error("no photos to show. " + window.message_bar()->text().toStdString());
    QStringList written;
    for (const QString& image : images.mid(0, max_photos)) {
        window.explorer()->show_image(image);
        wait_until_idle(window);
        ground_sample_phrases(window, image);
        wait_for_layout();
        const QString target =
            QDir(folder).filePath(QFileInfo(image).completeBaseName() + QStringLiteral(".png"));
        if (!window.grab().save(target)) throw Error(target.toStdString() + ": cannot write the file");
        written << target;
    }
    return written;
}

}  // namespace gbs::app
