// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/frame/accessible_roles.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>
#include <array>
#include <string_view>

namespace gbs::app {

namespace {

struct Role {
    std::string_view name;  ///< of the class
    QAccessible::Role role;
};

constexpr std::array roles{Role{"gbs::widgets::HeatmapView", QAccessible::Graphic},
                           Role{"gbs::widgets::ColorBar", QAccessible::Graphic},
                           Role{"gbs::widgets::Legend", QAccessible::Graphic},
                           Role{"gbs::widgets::ImageTiles", QAccessible::Graphic},
                           Role{"gbs::widgets::SeparationView", QAccessible::Graphic},
                           Role{"gbs::widgets::CurvePlot", QAccessible::Chart},
                           Role{"gbs::widgets::HistogramPlot", QAccessible::Chart},
                           Role{"gbs::widgets::MapHistogram", QAccessible::Chart},
                           Role{"gbs::widgets::ScoreBars", QAccessible::Chart}};

QAccessibleInterface* make_interface(const QString& name, QObject* object) {
    auto* const widget = qobject_cast<QWidget*>(object);
    if (!widget) return nullptr;
    for (const Role& each : roles)
        if (name == QLatin1String(each.name.data(), static_cast<qsizetype>(each.name.size())))
            return new QAccessibleWidget(widget, each.role);
    return nullptr;
}

}  // namespace

void install_accessible_roles() {
    // Qt ignores a factory that it has.
    QAccessible::installFactory(make_interface);
}

}  // namespace gbs::app
