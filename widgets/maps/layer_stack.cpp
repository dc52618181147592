// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/maps/layer_stack.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gbs::widgets {

namespace {

constexpr std::array all_blend_modes{BlendMode::normal, BlendMode::multiply, BlendMode::screen,
                                     BlendMode::overlay};
constexpr std::array all_limits{Limits::unit, Limits::per_map, Limits::shared, Limits::typed};

/// For settings; not translated.
QString key_of(LayerKind kind) {
    switch (kind) {
        case LayerKind::gbs:
            return QStringLiteral("gbs");
        case LayerKind::i2t:
            return QStringLiteral("i2t");
        case LayerKind::mean:
            return QStringLiteral("mean");
        case LayerKind::detector:
            return QStringLiteral("detector");
        case LayerKind::combined:
            return QStringLiteral("combined");
        case LayerKind::phrases:
            return QStringLiteral("phrases");
        case LayerKind::truth:
            return QStringLiteral("truth");
        case LayerKind::peak:
            return QStringLiteral("peak");
    }
    return {};
}

QString key_of(Limits limits) {
    switch (limits) {
        case Limits::unit:
            return QStringLiteral("unit");
        case Limits::per_map:
            return QStringLiteral("per map");
        case Limits::shared:
            return QStringLiteral("shared");
        case Limits::typed:
            return QStringLiteral("typed");
    }
    return {};
}

QString key_of(BlendMode blend) {
    switch (blend) {
        case BlendMode::multiply:
            return QStringLiteral("multiply");
        case BlendMode::screen:
            return QStringLiteral("screen");
        case BlendMode::overlay:
            return QStringLiteral("overlay");
        case BlendMode::normal:
            break;
    }
    return QStringLiteral("normal");
}

/// A finite number from a setting, clamped to [low, high], or `fallback`.
double number_of(const QVariant& value, double low, double high, double fallback) {
    bool is_number = false;
    const double number = value.toDouble(&is_number);
    return is_number && std::isfinite(number) ? std::clamp(number, low, high) : fallback;
}

QVariantMap to_map(const LayerStyle& style) {
    QVariantMap map{{QStringLiteral("opacity"), style.opacity},
                    {QStringLiteral("color_map"), color_map_name(style.color_map)},
                    {QStringLiteral("limits"), key_of(style.limits)},
                    {QStringLiteral("low"), static_cast<double>(style.typed.low)},
                    {QStringLiteral("high"), static_cast<double>(style.typed.high)},
                    {QStringLiteral("fade_low"), style.fade_low}};
    map.insert(QStringLiteral("gamma"), style.gamma);
    map.insert(QStringLiteral("blend"), key_of(style.blend));
    if (style.threshold) map.insert(QStringLiteral("threshold"), static_cast<double>(*style.threshold));
    return map;
}

LayerStyle style_of(const QVariantMap& map, LayerStyle style) {
    style.opacity = number_of(map.value(QStringLiteral("opacity")), 0, 1, style.opacity);
    if (map.contains(QStringLiteral("color_map")))
        style.color_map = parse_color_map(map.value(QStringLiteral("color_map")).toString());
    for (const Limits limits : all_limits)
        if (map.value(QStringLiteral("limits")).toString() == key_of(limits)) style.limits = limits;
    const ValueRange typed{static_cast<float>(number_of(map.value(QStringLiteral("low")), 0, 1, 0)),
                           static_cast<float>(number_of(map.value(QStringLiteral("high")), 0, 1, 1))};
    if (typed.high > typed.low) style.typed = typed;
    style.fade_low = map.value(QStringLiteral("fade_low"), style.fade_low).toBool();
    style.gamma = number_of(map.value(QStringLiteral("gamma")), smallest_gamma, largest_gamma, style.gamma);
    for (const BlendMode blend : all_blend_modes)
        if (map.value(QStringLiteral("blend")).toString() == key_of(blend)) style.blend = blend;
    const double threshold = number_of(map.value(QStringLiteral("threshold")), 0, 1, -1);
    if (threshold >= 0) style.threshold = static_cast<float>(threshold);
    return style;
}

}  // namespace

LayerStack::LayerStack(QObject* parent) : QAbstractListModel(parent), layers_(default_layers()) {}

std::vector<LayerStack::Layer> LayerStack::default_layers() {
    LayerStyle marks;
    marks.opacity = 1;
    LayerStyle phrases;
    phrases.opacity = 0.6;
    phrases.threshold = 0.2F;  // with the default model, small and faint objects reach 0.3
    const LayerStyle map;
    return {{LayerKind::peak, marks, true, true},       {LayerKind::truth, marks, true, true},
            {LayerKind::phrases, phrases, false, true}, {LayerKind::combined, map, false, true},
            {LayerKind::detector, map, false, true},    {LayerKind::mean, map, true, true},
            {LayerKind::i2t, map, false, true},         {LayerKind::gbs, map, false, true}};
}

QString LayerStack::layer_name(LayerKind kind) {
    switch (kind) {
        case LayerKind::gbs:
            return tr("GbS");
        case LayerKind::i2t:
            return tr("i2t");
        case LayerKind::mean:
            return tr("Mean");
        case LayerKind::detector:
            return tr("Detector");
        case LayerKind::combined:
            return tr("Mean with detector");
        case LayerKind::phrases:
            return tr("Phrases as colors");
        case LayerKind::truth:
            return tr("Ground truth");
        case LayerKind::peak:
            return tr("Peaks");
    }
    return {};
}

int LayerStack::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

QVariant LayerStack::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const LayerKind kind = kind_at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return layer_name(kind);
        case Qt::CheckStateRole:
            return style(kind).visible ? Qt::Checked : Qt::Unchecked;
        case Qt::AccessibleTextRole:
            return style(kind).visible ? tr("%1, visible").arg(layer_name(kind))
                                       : tr("%1, hidden").arg(layer_name(kind));
        case KindRole:
            return static_cast<int>(kind);
        case ColorMapRole:
            return is_map(kind) ? QVariant(static_cast<int>(style(kind).color_map)) : QVariant();
        default:
            return {};
    }
}

bool LayerStack::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    set_visible(kind_at(index.row()), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags LayerStack::flags(const QModelIndex& index) const {
    // Drops go between layers, never onto one.
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled |
           Qt::ItemNeverHasChildren;
}

bool LayerStack::moveRows(const QModelIndex& from_parent, int from, int count, const QModelIndex& to_parent,
                          int to) {
    if (from_parent.isValid() || to_parent.isValid() || count != 1 || from < 0 || from >= rowCount() ||
        to < 0 || to > rowCount() || !beginMoveRows({}, from, from, {}, to))
        return false;
    const auto begin = layers_.begin();
    if (to > from)
        std::rotate(begin + from, begin + from + 1, begin + to);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    endMoveRows();
    Q_EMIT changed();
    return true;
}

int LayerStack::find_row(LayerKind kind) const {
    const auto found = std::find_if(layers_.begin(), layers_.end(),
                                    [kind](const Layer& layer) { return layer.kind == kind; });
    return static_cast<int>(found - layers_.begin());
}

LayerStyle LayerStack::style(LayerKind kind) const {
    Layer layer = layers_[static_cast<std::size_t>(find_row(kind))];
    layer.style.visible = layer.visible(arrangement_);
    return layer.style;
}

void LayerStack::set_style(LayerKind kind, const LayerStyle& wanted) {
    if (wanted == style(kind)) return;
    layers_[static_cast<std::size_t>(find_row(kind))].visible(arrangement_) = wanted.visible;
    for (Layer& layer : layers_)
        if (layer.kind == kind || (linked_ && is_map(kind) && is_map(layer.kind))) layer.style = wanted;
    report();
}

void LayerStack::set_limits(Limits limits) {
    for (Layer& layer : layers_)
        if (is_map(layer.kind)) layer.style.limits = limits;
    report();
}

void LayerStack::set_visible(LayerKind kind, bool visible) {
    bool& now = layers_[static_cast<std::size_t>(find_row(kind))].visible(arrangement_);
    if (now == visible) return;
    now = visible;
    report();
}

void LayerStack::move(LayerKind kind, int by) {
    const int row = find_row(kind);
    moveRows({}, row, 1, {}, by < 0 ? row - 1 : row + 2);
}

void LayerStack::set_linked(bool linked, LayerKind from) {
    if (linked == linked_) return;
    linked_ = linked;
    if (linked && is_map(from))
        for (Layer& layer : layers_)
            if (is_map(layer.kind)) layer.style = style(from);
    report();
}

void LayerStack::set_maps_shown(bool shown) {
    if (shown == maps_shown_) return;
    maps_shown_ = shown;
    Q_EMIT changed();
}

void LayerStack::set_arrangement(Arrangement arrangement) {
    if (arrangement == arrangement_) return;
    arrangement_ = arrangement;
    report();
}

void LayerStack::report() {
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

QVariantMap LayerStack::to_map() const {
    QVariantList layers;
    for (const Layer& layer : layers_) {
        QVariantMap map = widgets::to_map(layer.style);
        map.insert(QStringLiteral("kind"), key_of(layer.kind));
        map.insert(QStringLiteral("visible_stacked"), layer.visible_stacked);
        map.insert(QStringLiteral("visible_apart"), layer.visible_apart);
        layers << map;
    }
    return {{QStringLiteral("layers"), layers}, {QStringLiteral("linked"), linked_}};
}

void LayerStack::restore(const QVariantMap& saved) {
    beginResetModel();
    std::vector<Layer> rest = default_layers();
    layers_.clear();
    for (const QVariant& entry : saved.value(QStringLiteral("layers")).toList()) {
        const QVariantMap map = entry.toMap();
        const auto found = std::find_if(rest.begin(), rest.end(), [&map](const Layer& layer) {
            return key_of(layer.kind) == map.value(QStringLiteral("kind")).toString();
        });
        if (found == rest.end()) continue;
        Layer layer = *found;
        rest.erase(found);
        layer.style = style_of(map, layer.style);
        layer.visible_stacked = map.value(QStringLiteral("visible_stacked"), layer.visible_stacked).toBool();
        layer.visible_apart = map.value(QStringLiteral("visible_apart"), layer.visible_apart).toBool();
        layers_.push_back(layer);
    }
    layers_.insert(layers_.end(), rest.begin(), rest.end());
    linked_ = saved.value(QStringLiteral("linked"), true).toBool();
    endResetModel();
    Q_EMIT changed();
}

}  // namespace gbs::widgets
