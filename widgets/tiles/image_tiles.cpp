// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tiles/image_tiles.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QStaticText>
#include <QTextLayout>
#include <QToolTip>
#include <algorithm>

#include "widgets/style/plain_tips.h"

namespace gbs::widgets {

namespace {

constexpr int gap = 10, smallest_side = 84, usual_side = 150, padding = 2;

/// Applies a color map to a gray image.
QImage colored(const QImage& grey, ColorMap map) {
    QImage indexed = grey.convertToFormat(QImage::Format_Grayscale8);
    indexed.reinterpretAsFormat(QImage::Format_Indexed8);
    const auto& table = color_table(map);
    indexed.setColorTable(QVector<QRgb>(table.begin(), table.end()));
    return indexed.convertToFormat(QImage::Format_RGB32);
}

/// At most two lines, the second one elided.
void draw_words(QPainter& painter, const QRect& place, const QString& text) {
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid()) return;
    first.setLineWidth(place.width());
    const int rest = first.textStart() + first.textLength();
    layout.endLayout();
    const QFontMetrics metrics(painter.font());
    const QRect line(place.topLeft(), QSize(place.width(), metrics.lineSpacing()));
    const int flags = Qt::AlignHCenter | Qt::AlignTop;
    painter.drawText(line, flags,
                     metrics.elidedText(text.left(rest).trimmed(), Qt::ElideRight, line.width()));
    painter.drawText(line.translated(0, line.height()), flags,
                     metrics.elidedText(text.mid(rest).trimmed(), Qt::ElideRight, line.width()));
}

}  // namespace

ImageTiles::ImageTiles(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ImageTiles::set_tiles(std::vector<ImageTile> tiles, int columns) {
    tiles_ = std::move(tiles);
    columns_ = std::max(1, columns);
    drawn_.clear();
    QStringList words;
    for (const ImageTile& tile : tiles_) {
        drawn_.push_back(tile.colors && !tile.image.isNull() ? colored(tile.image, *tile.colors)
                                                             : tile.image);
        QStringList parts{tile.name, tile.image.isNull() ? tile.missing : tile.note, tile.caption};
        parts.removeAll(QString());
        if (!parts.isEmpty()) words << parts.join(QStringLiteral(", "));
    }
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void ImageTiles::set_wide_order(std::vector<int> order, int columns) {
    wide_columns_ = columns;
    wide_cells_.assign(order.size(), 0);
    for (std::size_t cell = 0; cell < order.size(); ++cell)
        wide_cells_[static_cast<std::size_t>(order[cell])] = static_cast<int>(cell);
    updateGeometry();
    update();
}

int ImageTiles::rows(int columns) const {
    return std::max(1, (static_cast<int>(tiles_.size()) + columns - 1) / columns);
}

/// Side of the images in an arrangement of that many columns.
int ImageTiles::side_for(int columns) const {
    const int around = title_height() + words_height();
    return std::min((width() - (columns + 1) * gap) / columns,
                    (height() - gap) / rows(columns) - gap - around);
}

int ImageTiles::columns() const {
    const bool wide = wide_columns_ > 0 && tiles_.size() == wide_cells_.size();
    return wide && side_for(wide_columns_) > side_for(columns_) ? wide_columns_ : columns_;
}

int ImageTiles::cell_of(int tile) const {
    return columns() == columns_ ? tile : wide_cells_[static_cast<std::size_t>(tile)];
}

int ImageTiles::title_height() const {
    return fontMetrics().lineSpacing() + 5;
}

/// Height of caption and note below an image; equal for all tiles to align the rows.
int ImageTiles::words_height() const {
    const auto has = [this](QString ImageTile::*words) {
        return std::any_of(tiles_.begin(), tiles_.end(),
                           [&](const ImageTile& tile) { return !(tile.*words).isEmpty(); });
    };
    const int lines = (has(&ImageTile::caption) ? 2 : 0) + (has(&ImageTile::note) ? 1 : 0);
    return lines * fontMetrics().lineSpacing() + (lines ? padding : 0);
}

QSize ImageTiles::size_for(int side, int columns) const {
    const int height = title_height() + side + words_height();
    return QSize(columns * side + (columns + 1) * gap, rows(columns) * (height + gap) + gap);
}

QSize ImageTiles::sizeHint() const {
    return size_for(usual_side, columns_);
}

/// Less height if there is room for the wide arrangement.
QSize ImageTiles::minimumSizeHint() const {
    const QSize least = size_for(smallest_side, columns_);
    if (wide_columns_ == 0) return least;
    const QSize wide = size_for(smallest_side, wide_columns_);
    return width() >= wide.width() ? QSize(least.width(), wide.height()) : least;
}

void ImageTiles::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (wide_columns_ > 0 && event->size().width() != event->oldSize().width()) updateGeometry();
}

QRect ImageTiles::image_rect(int tile) const {
    const int around = title_height() + words_height();
    const int in_row = columns();
    const int side = std::max(1, side_for(in_row));
    const QSize used = size_for(side, in_row);
    const int cell = cell_of(tile);
    int column = cell % in_row;
    if (layoutDirection() == Qt::RightToLeft) column = in_row - 1 - column;
    const int left = (width() - used.width()) / 2 + gap + column * (side + gap);
    const int top =
        std::max(0, (height() - used.height()) / 2) + gap + (cell / in_row) * (side + around + gap);
    return {left, top + title_height(), side, side};
}

void ImageTiles::paint_tile(QPainter& painter, const ImageTile& tile, const QImage& drawn,
                            const QRect& place) const {
    const QPalette colors = palette();
    painter.setPen(colors.color(QPalette::WindowText));
    QStaticText title(tile.title);
    title.setTextFormat(Qt::RichText);
    title.prepare({}, painter.font());
    painter.drawStaticText(
        QPointF(place.center().x() - title.size().width() / 2, place.top() - title_height()), title);
    if (drawn.isNull()) {
        painter.setPen(QPen(colors.color(QPalette::Mid), 1, Qt::DashLine));
        painter.drawRect(place.adjusted(0, 0, -1, -1));
        painter.setPen(colors.color(QPalette::PlaceholderText));
        painter.drawText(place.adjusted(6, 6, -6, -6), Qt::AlignCenter | Qt::TextWordWrap, tile.missing);
    } else {
        const QSize fitted = drawn.size().scaled(place.size(), Qt::KeepAspectRatio);
        const QRect target(place.center() - QPoint(fitted.width() / 2, fitted.height() / 2), fitted);
        // Show the cells of a map without smoothing.
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !tile.colors);
        painter.drawImage(target, drawn);
        painter.setPen(colors.color(QPalette::Mid));
        painter.drawRect(target.adjusted(0, 0, -1, -1));
    }
    QRect words(place.left() - gap / 2, place.bottom() + 1 + padding, place.width() + gap,
                painter.fontMetrics().lineSpacing());
    if (!tile.note.isEmpty()) {
        QFont font = painter.font();
        painter.save();
        font.setBold(tile.warns);
        painter.setFont(font);
        painter.setPen(colors.color(tile.warns ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop,
                         painter.fontMetrics().elidedText(tile.note, Qt::ElideRight, words.width()));
        painter.restore();
        words.translate(0, words.height());
    }
    painter.setPen(colors.color(QPalette::WindowText));
    draw_words(painter, words, tile.caption);
}

void ImageTiles::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const ImageTile& tile = tiles_[i];
        if (tile.title.isEmpty() && tile.image.isNull() && tile.missing.isEmpty()) continue;
        paint_tile(painter, tile, drawn_[i], image_rect(static_cast<int>(i)));
    }
}

QString ImageTiles::tip_at(QPoint point) const {
    for (std::size_t i = 0; i < tiles_.size(); ++i) {
        const ImageTile& tile = tiles_[i];
        const QRect place = image_rect(static_cast<int>(i));
        if (!place.adjusted(0, -title_height(), 0, words_height()).contains(point)) continue;
        QStringList lines{tile.tip, tile.caption};
        if (place.contains(point) && tile.colors && !tile.image.isNull()) {
            const int x = (point.x() - place.left()) * tile.image.width() / place.width();
            const int y = (point.y() - place.top()) * tile.image.height() / place.height();
            const double value = qGray(tile.image.pixel(x, y)) / 255.0;
            lines.prepend(tr("Value %1").arg(QLocale().toString(value, 'f', 2)));
        }
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    return {};
}

bool ImageTiles::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    auto* const help = static_cast<QHelpEvent*>(event);
    const QString text = tip_at(help->pos());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), wrapped_tip(text), this);
    return true;
}

}  // namespace gbs::widgets
