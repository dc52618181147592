// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/maps/color_map.h"

namespace gbs::widgets {

/// An image with its texts.
struct ImageTile {
    QString title;       ///< rich text: H(T<sub>1</sub>)
    QString name;        ///< plain text, for accessibility
    QString caption;     ///< plain text in two lines; the tooltip has the full caption
    QString note;        ///< a measurement, one line of plain text
    bool warns = false;  ///< the note reports a bad value
    QString tip;         ///< explains the image
    QImage image;        ///< null: shows `missing` instead
    QString missing;
    /// The image is a map in gray, with 0 to 255 for 0 to 1: draws it with this color map and shows the value
    /// under the pointer.
    std::optional<ColorMap> colors;
};

/// Tiles of equal size in rows of `columns`, as large as fits. A tile without title, image and `missing`
/// is a gap.
class ImageTiles : public QWidget {
    Q_OBJECT

 public:
    explicit ImageTiles(QWidget* parent = nullptr);

    void set_tiles(std::vector<ImageTile> tiles, int columns);
    /// An alternative arrangement, used if its tiles are larger: the tile for each cell, row by row.
    void set_wide_order(std::vector<int> order, int columns);
    const std::vector<ImageTile>& tiles() const { return tiles_; }
    /// The area of a tile's image in the widget.
    QRect image_rect(int tile) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

 private:
    int rows(int columns) const;
    int side_for(int columns) const;
    int columns() const;
    int cell_of(int tile) const;
    int title_height() const;
    int words_height() const;
    QSize size_for(int side, int columns) const;
    void paint_tile(QPainter& painter, const ImageTile& tile, const QImage& drawn, const QRect& place) const;
    QString tip_at(QPoint point) const;

    std::vector<ImageTile> tiles_;
    std::vector<QImage> drawn_;  ///< with color maps applied
    int columns_ = 1;
    int wide_columns_ = 0;         ///< 0: no wide arrangement
    std::vector<int> wide_cells_;  ///< cell of each tile
};

}  // namespace gbs::widgets
