// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QVariantMap>
#include <vector>

#include "widgets/maps/heatmap_layer.h"

namespace gbs::widgets {

/// How the layers of one phrase share the canvas.
enum class Arrangement {
    stacked,  ///< over each other in one tile
    apart     ///< each map in a tile of its own
};

/// The layers with their looks, the topmost first; knows no widget. Which layers are visible is kept for each
/// arrangement apart: stacked, three maps would hide each other.
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

    int row_of(LayerKind kind) const;
    LayerKind kind_at(int row) const { return layers_[static_cast<std::size_t>(row)].kind; }
    /// "H_GbS" in words that a person reads.
    static QString name_of(LayerKind kind);

    /// With `visible` as it is in the arrangement of now.
    LayerStyle style(LayerKind kind) const;
    /// While the maps are linked, what is set for one of them holds for all; visibility is each layer's own.
    void set_style(LayerKind kind, const LayerStyle& style);
    void set_visible(LayerKind kind, bool visible);
    /// Moves the layer one place up (-1) or down (1).
    void move(LayerKind kind, int by);

    bool linked() const { return linked_; }
    /// Linking gives all maps the style of `from`.
    void set_linked(bool linked, LayerKind from = LayerKind::mean);
    /// Whether maps are drawn at all: all of them are put away and brought back at once.
    bool maps_shown() const { return maps_shown_; }
    void set_maps_shown(bool shown);
    Arrangement arrangement() const { return arrangement_; }
    void set_arrangement(Arrangement arrangement);

    /// For settings and sessions. What is missing, unknown or out of range in `saved` keeps its default.
    QVariantMap to_map() const;
    void restore(const QVariantMap& saved);

 Q_SIGNALS:
    void changed();  ///< anything of the above

 private:
    struct Layer {
        LayerKind kind = LayerKind::mean;
        LayerStyle style;  ///< but for `visible`
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
