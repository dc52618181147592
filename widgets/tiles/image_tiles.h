// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/maps/color_map.h"

namespace gbs::widgets {

/// An image with its words.
struct ImageTile {
    QString title;       ///< rich text: H(T<sub>1</sub>)
    QString name;        ///< the same in plain text, for those who hear it
    QString caption;     ///< plain; what does not fit in two lines is in the tool tip
    QString note;        ///< plain, one line: what was measured
    bool warns = false;  ///< the note tells of something that is not as it should be
    QString tip;         ///< what the image means
    QImage image;        ///< null: `missing` is told in its place
    QString missing;
    /// A grey image holds the values 0 to 1 of a map: they are told under the pointer and drawn in these
    /// colours.
    std::optional<ColorMap> colors;
};

/// Tiles in rows of `columns`, all of one size, as large as fits. A tile without title, image and `missing`
/// is a gap.
class ImageTiles : public QWidget {
    Q_OBJECT

 public:
    explicit ImageTiles(QWidget* parent = nullptr);

    void set_tiles(std::vector<ImageTile> tiles, int columns);
    /// Another arrangement, taken where the tiles are larger in it: which tile stands in each place, row by
    /// row.
    void set_wide_order(std::vector<int> order, int columns);
    const std::vector<ImageTile>& tiles() const { return tiles_; }
    /// Where the image of a tile is drawn.
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
    std::vector<QImage> drawn_;  ///< in their colours
    int columns_ = 1;
    int wide_columns_ = 0;         ///< 0: there is no wide arrangement
    std::vector<int> wide_cells_;  ///< of each tile
};

}  // namespace gbs::widgets
