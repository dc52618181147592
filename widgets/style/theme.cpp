// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTimer>

#include "widgets/style/system_theme.h"

namespace gbs::widgets {

namespace {

struct Shades {
    QRgb window, base, alternate, button, text, dim, disabled, highlight, link, canvas, line;
};

constexpr Shades light{0xfff5f6f8, 0xffffffff, 0xfff0f2f5, 0xfffbfbfc, 0xff1c1f24, 0xff5d6470,
                       0xffa3a9b3, 0xff1f6feb, 0xff0b57c4, 0xffe3e6ea, 0xffcbd0d8};
constexpr Shades dark{0xff23262b, 0xff1b1d21, 0xff26292f, 0xff31353c, 0xffe6e8eb, 0xff9aa2ae,
                      0xff646b76, 0xff2f72d6, 0xff77aaff, 0xff17191c, 0xff3c4149};

QPalette palette_of(const Shades& shades) {
    QPalette palette(QColor::fromRgb(shades.button), QColor::fromRgb(shades.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb color) {
        palette.setColor(role, QColor::fromRgb(color));
    };
    set(QPalette::Window, shades.window);
    set(QPalette::Base, shades.base);
    set(QPalette::AlternateBase, shades.alternate);
    set(QPalette::Button, shades.button);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, shades.text);
    set(QPalette::ToolTipBase, shades.button);
    set(QPalette::BrightText, 0xffffffff);
    set(QPalette::PlaceholderText, shades.dim);
    set(QPalette::Highlight, shades.highlight);
    set(QPalette::HighlightedText, 0xffffffff);
    set(QPalette::Link, shades.link);
    set(QPalette::Dark, shades.canvas);
    set(QPalette::Mid, shades.line);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(shades.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor::fromRgb(shades.line));
    return palette;
}

/// The platform's own palette, without ours.
bool platform_is_dark() {
    QApplication::setPalette(QPalette());
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

/// Rich text keeps the link color of its last layout: lay it out again.
void recolor_links() {
    for (QWidget* const widget : QApplication::allWidgets()) {
        auto* const label = qobject_cast<QLabel*>(widget);
        if (!label || !label->text().contains(QStringLiteral("<a "))) continue;
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
}

/// Applies the theme's palette, also after the system's colors change.
class ThemeKeeper : public QObject {
 public:
    explicit ThemeKeeper(QObject* parent) : QObject(parent) {
        system_.set_platform_dark(platform_is_dark());
        connect(&system_, &SystemTheme::changed, this, [this] { set(theme_); });
        system_.follow_portal();
        qApp->installEventFilter(this);
    }
    void set(Theme theme) {
        theme_ = theme;
        QApplication::setPalette(theme_palette(theme, system_.is_dark()));
        recolor_links();
    }
    bool eventFilter(QObject*, QEvent* event) override {
        // Every window receives it; update once, after Qt has processed it.
        if (event->type() == QEvent::ThemeChange && !looking_) {
            looking_ = true;
            QTimer::singleShot(0, this, [this] {
                system_.set_platform_dark(platform_is_dark());
                set(theme_);
                looking_ = false;
            });
        }
        return false;
    }

 private:
    SystemTheme system_;
    Theme theme_ = Theme::system;
    bool looking_ = false;
};

/// Outlines check boxes, which Fusion draws with little contrast in a dark window.
class OutlinedFusion final : public QProxyStyle {
 public:
    OutlinedFusion() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) return;
        const bool enabled = option->state & State_Enabled;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(option->palette.color(enabled ? QPalette::PlaceholderText : QPalette::Mid));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
    }
};

}  // namespace

QString theme_name(Theme theme) {
    switch (theme) {
        case Theme::light:
            return QStringLiteral("light");
        case Theme::dark:
            return QStringLiteral("dark");
        case Theme::system:
            break;
    }
    return QStringLiteral("system");
}

Theme parse_theme(const QString& name) {
    for (const Theme theme : {Theme::light, Theme::dark})
        if (theme_name(theme) == name) return theme;
    return Theme::system;
}

QPalette theme_palette(Theme theme, bool dark_system) {
    const bool is_dark = theme == Theme::dark || (theme == Theme::system && dark_system);
    return palette_of(is_dark ? dark : light);
}

void apply_theme(Theme theme) {
    // Set the style only once: replacing it repolishes every widget.
    static QPointer<OutlinedFusion> style;
    if (!style) QApplication::setStyle(style = new OutlinedFusion);
    static QPointer<ThemeKeeper> keeper;
    if (!keeper) keeper = new ThemeKeeper(qApp);
    keeper->set(theme);
}

}  // namespace gbs::widgets
