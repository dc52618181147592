#include "widgets/image_tiles.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStaticText>
#include <QTextLayout>
#include <QToolTip>
#include <algorithm>

namespace gbs {

namespace {

constexpr int gap = 10, smallest_side = 84, usual_side = 150, padding = 2;

/// The grey image in colours.
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

int ImageTiles::rows() const {
    return (static_cast<int>(tiles_.size()) + columns_ - 1) / columns_;
}

int ImageTiles::title_height() const {
    return fontMetrics().lineSpacing() + 5;
}

/// Of caption and note below an image; the same for all, so that the images stand in rows.
int ImageTiles::words_height() const {
    const auto has = [this](QString ImageTile::*words) {
        return std::any_of(tiles_.begin(), tiles_.end(),
                           [&](const ImageTile& tile) { return !(tile.*words).isEmpty(); });
    };
    const int lines = (has(&ImageTile::caption) ? 2 : 0) + (has(&ImageTile::note) ? 1 : 0);
    return lines * fontMetrics().lineSpacing() + (lines ? padding : 0);
}

QSize ImageTiles::size_for(int side) const {
    const int height = title_height() + side + words_height();
    return QSize(columns_ * side + (columns_ + 1) * gap, std::max(1, rows()) * (height + gap) + gap);
}

QSize ImageTiles::sizeHint() const {
    return size_for(usual_side);
}
QSize ImageTiles::minimumSizeHint() const {
    return size_for(smallest_side);
}

QRect ImageTiles::image_rect(int tile) const {
    const int around = title_height() + words_height();
    const int fits = std::max(1, rows());
    const int side = std::max(
        1, std::min((width() - (columns_ + 1) * gap) / columns_, (height() - gap) / fits - gap - around));
    const QSize used = size_for(side);
    int column = tile % columns_;
    if (layoutDirection() == Qt::RightToLeft) column = columns_ - 1 - column;
    const int left = (width() - used.width()) / 2 + gap + column * (side + gap);
    const int top =
        std::max(0, (height() - used.height()) / 2) + gap + (tile / columns_) * (side + around + gap);
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
        // The cells of a map are to be seen as they are.
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
    // Captions come from files: what looks like markup is none.
    const QString shown = text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), QStringLiteral("<qt>%1</qt>").arg(shown), this);
    return true;
}

}  // namespace gbs
