// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QVariantMap>
#include <vector>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// How the layers of one phrase share the canvas.
enum class Arrangement {
    stacked,  ///< in one tile
    apart     ///< each map in its own tile
};

/// A model of the layers with their styles, topmost first. Each arrangement has its own visibility settings
/// because stacked maps hide each other.
class LayerStack : public QAbstractListModel {
    Q_OBJECT

 public:
    enum Role { KindRole = Qt::UserRole + 1, ColorMapRole };

    explicit LayerStack(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& from_parent, int from, int count, const QModelIndex& to_parent,
                  int to) override;

    int find_row(LayerKind kind) const;
    LayerKind kind_at(int row) const { return layers_[static_cast<std::size_t>(row)].kind; }
    /// The translated name of a kind.
    static QString layer_name(LayerKind kind);

    /// `visible` is that of the current arrangement.
    LayerStyle style(LayerKind kind) const;
    /// While maps are linked, a new style applies to all of them, except for visibility.
    void set_style(LayerKind kind, const LayerStyle& style);
    /// The look of the maps outside the canvas: in reports, overlays and film strips.
    MapLook look() const { return style(LayerKind::mean); }
    /// Sets the limits of all maps, also while they are not linked.
    void set_limits(Limits limits);
    void set_visible(LayerKind kind, bool visible);
    /// Moves the layer one row up (-1) or down (1).
    void move(LayerKind kind, int by);

    bool linked() const { return linked_; }
    /// Linking copies the style of `from` to all maps.
    void set_linked(bool linked, LayerKind from = LayerKind::mean);
    /// Hides or shows all maps at once.
    bool maps_shown() const { return maps_shown_; }
    void set_maps_shown(bool shown);
    void set_arrangement(Arrangement arrangement);

    /// For settings and sessions. restore() ignores missing, unknown and out-of-range entries.
    QVariantMap to_map() const;
    void restore(const QVariantMap& saved);

 Q_SIGNALS:
    void changed();  ///< after any change

 private:
    struct Layer {
        LayerKind kind = LayerKind::mean;
        LayerStyle style;  ///< `visible` is unused
        bool visible_stacked = true;
        bool visible_apart = true;

        bool& visible(Arrangement arrangement) {
            return arrangement == Arrangement::stacked ? visible_stacked : visible_apart;
        }
    };
    static std::vector<Layer> default_layers();
    void report();

    std::vector<Layer> layers_;
    bool linked_ = true;
    bool maps_shown_ = true;
    Arrangement arrangement_ = Arrangement::apart;
};

}  // namespace gbs::widgets
