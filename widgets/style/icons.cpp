// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

// Without this the linker drops the resource of a static library.
static void load_icon_resource() {
    Q_INIT_RESOURCE(icons);
}

namespace gbs::widgets {

namespace {

class LineIconEngine final : public QIconEngine {
 public:
    LineIconEngine(const QString& name, const QColor& color) : name_(name), color_(color) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
        if (file.open(QIODevice::ReadOnly)) svg_ = file.readAll();
    }

    QIconEngine* clone() const override { return new LineIconEngine(*this); }
    QString iconName() override { return name_; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray svg = svg_;
        svg.replace("#000000", color(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, QRectF(rect));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        if (pixmap.isNull()) return pixmap;  // the button has no room
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

 private:
    QColor color(QIcon::Mode mode) const {
        if (color_.isValid() && mode != QIcon::Disabled) return color_;
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        return QGuiApplication::palette().color(group, role);
    }

    QString name_;
    QColor color_;
    QByteArray svg_;
};

}  // namespace

QIcon line_icon(const QString& name, const QColor& color) {
    static const bool loaded = (load_icon_resource(), true);
    static_cast<void>(loaded);
    return QIcon(new LineIconEngine(name, color));
}

}  // namespace gbs::widgets
