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

constexpr int most_photos = 6;
constexpr int patience_milliseconds = 300'000;

void wait_until_idle(MainWindow& window) {
    QElapsedTimer clock;
    clock.start();
    while (window.explorer()->busy()) {
        QEventLoop loop;
        QObject::connect(window.explorer(), &Explorer::idle, &loop, &QEventLoop::quit);
        QTimer::singleShot(200, &loop, &QEventLoop::quit);
        loop.exec();
        if (clock.elapsed() > patience_milliseconds)
            throw Error("the window was still busy after five minutes");
    }
}

void let_it_settle() {
    QEventLoop loop;
    QTimer::singleShot(300, &loop, &QEventLoop::quit);
    loop.exec();
}

void put_phrases(MainWindow& window, const QString& path) {
    Explorer& explorer = *window.explorer();
    explorer.clear_phrases();
    const QStringList phrases = sample_phrases(path);
    explorer.add_phrases(phrases);
    wait_until_idle(window);
    if (!explorer.layers(phrases.front()))
        throw Error(
            QObject::tr("%1: no map was made. %2").arg(path, window.message_bar()->text()).toStdString());
}

}  // namespace

QStringList make_screenshots(MainWindow& window, const QStringList& paths, const QString& folder) {
    if (!QDir().mkpath(folder)) throw Error(folder.toStdString() + ": the folder cannot be made");
    window.resize(1600, 900);
    window.show();
    window.open(paths);
    wait_until_idle(window);
    const QStringList images = window.explorer()->browser()->images();
    if (images.isEmpty()) throw Error("no photos to draw. " + window.message_bar()->text().toStdString());
    QStringList written;
    for (const QString& image : images.mid(0, most_photos)) {
        window.explorer()->show_image(image);
        wait_until_idle(window);
        put_phrases(window, image);
        let_it_settle();
        const QString target =
            QDir(folder).filePath(QFileInfo(image).completeBaseName() + QStringLiteral(".png"));
        if (!window.grab().save(target)) throw Error(target.toStdString() + ": the file cannot be written");
        written << target;
    }
    return written;
}

}  // namespace gbs::app
