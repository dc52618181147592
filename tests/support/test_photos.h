// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

/// A folder with three photos of different sizes and one broken file.
struct TestPhotos {
    QTemporaryDir folder;

    TestPhotos() {
        make(QStringLiteral("a.png"), {160, 120}, Qt::darkGreen);
        make(QStringLiteral("b.png"), {120, 160}, Qt::darkBlue);
        write(QStringLiteral("broken.png"), "this is no image");
        make(QStringLiteral("c.png"), {200, 100}, Qt::darkRed);
    }
    QString path(const QString& name) const { return folder.filePath(name); }
    void make(const QString& name, QSize size, const QColor& color) const {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        image.save(path(name));
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
    }
};
