// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/canvas/heatmap_tile.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/maps/value_text.h"

namespace gbs::widgets {

HeatmapTile::HeatmapTile(ImageViewport* viewport, QWidget* parent)
    : QFrame(parent),
      title_(new QLabel),
      meaning_(new QLabel),
      peak_(new QLabel),
      view_(new HeatmapView(viewport)),
      color_bar_(new ColorBar),
      other_bar_(new ColorBar),
      legend_(new Legend) {
    title_->setTextFormat(Qt::RichText);
    title_->setMinimumWidth(1);
    meaning_->setTextFormat(Qt::RichText);
    meaning_->setForegroundRole(QPalette::PlaceholderText);
    meaning_->setMinimumWidth(0);
    meaning_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    // Words of some languages are long: a narrow tile cuts the text, and does not push the window off the screen.
    peak_->setMinimumWidth(1);
    auto* const header = new QHBoxLayout;
    header->setContentsMargins(5, 0, 5, 0);
    header->addWidget(title_);
    header->addWidget(meaning_, 1);
    header->addWidget(peak_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(header);
    layout->addWidget(view_, 1);
    auto* const bars = new QHBoxLayout;
    bars->addWidget(color_bar_);
    bars->addWidget(other_bar_);
    layout->addLayout(bars);
    layout->addWidget(legend_);
}

void HeatmapTile::set_figure(const TileFigure& figure) {
    view_->set_figure(figure);
    fit_header();
    color_bar_->set_figure(figure.color_bar);
    other_bar_->set_figure(figure.other ? figure.other->color_bar : ColorBarFigure());
    legend_->set_entries(figure.legend, figure.legend_left_out);
    legend_->setVisible(!figure.legend.empty());
    const bool has_bar = figure.kind != LayerKind::phrases && figure.has_color_bar;
    color_bar_->setVisible(has_bar);
    other_bar_->setVisible(has_bar && figure.other);
    const QString plain_meaning = QTextDocumentFragment::fromHtml(figure.meaning).toPlainText();
    view_->setAccessibleName(figure.name.isEmpty() ? tr("Photo")
                             : plain_meaning.isEmpty()
                                 ? tr("Heatmap %1").arg(figure.name)
                                 : tr("Heatmap %1, %2").arg(figure.name, plain_meaning));
    view_->setAccessibleDescription(peak_text());
    view_->setToolTip(figure.other ? tr("Drag the divider, or move it with Shift and the arrow keys")
                                   : QString());
    show_pointer_value();
}

/// The value of the peak has a place beside a long name, such as that of a model.
void HeatmapTile::fit_title() {
    const TileFigure& figure = view_->figure();
    QFont bold = title_->font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    const int room = width() - peak_->fontMetrics().horizontalAdvance(peak_text(PeakText::value)) - 28;
    const auto fit = [&metrics](const TileFigure& side, int most) {
        return fitting_title(side, metrics, std::max(0, most));
    };
    const auto join = [](const QString& a, const QString& b) { return tr("%1 | %2").arg(a, b); };
    const TileFigure* const other = figure.other.get();
    const int half = (room - metrics.horizontalAdvance(join({}, {}))) / 2;
    const QString shown = other ? join(fit(figure, half), fit(*other, half)) : fit(figure, room);
    const QString whole = other ? join(figure.title, other->title) : figure.title;
    title_->setText(QStringLiteral("<b>%1</b>").arg(shown));
    title_->setToolTip(shown == whole ? QString() : QTextDocumentFragment::fromHtml(whole).toPlainText());
}

/// What does not fit is in the tool tips. Formulas are short, and cannot be elided.
void HeatmapTile::fit_header() {
    fit_title();
    const QString& text = view_->figure().meaning;
    const bool formula = text.contains(QStringLiteral("<sub>"));
    const QString plain = QTextDocumentFragment::fromHtml(text).toPlainText();
    const int spacing = layout()->itemAt(0)->layout()->spacing();
    const int beside_title = width() - title_->sizeHint().width() - 22;
    for (const PeakText form : {PeakText::place, PeakText::word, PeakText::value}) {
        peak_->setText(peak_text(form));
        int wanted = peak_->fontMetrics().horizontalAdvance(peak_->text());
        // The ring shows the place, nothing else what the words say.
        if (form == PeakText::place && !formula && !plain.isEmpty())
            wanted += meaning_->fontMetrics().horizontalAdvance(plain) + spacing;
        if (wanted <= beside_title) break;
    }
    const QString peak = peak_text();
    const QString what = tr("The highest value and its pixel (x, y) in the photo");
    peak_->setToolTip(peak_->text() == peak ? what : tr("%1: %2").arg(what, peak));
    const int taken = title_->sizeHint().width() + peak_->sizeHint().width();
    const int room = std::max(0, width() - taken - 2 * spacing - 12);
    QString fitting = meaning_->fontMetrics().elidedText(plain, Qt::ElideRight, room);
    if (fitting.size() == 1) fitting.clear();  // dots alone say nothing
    meaning_->setText(formula ? text : fitting.toHtmlEscaped());
    meaning_->setToolTip(fitting == plain ? QString() : plain);
    meaning_->setAccessibleName(plain);
}

void HeatmapTile::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit_header();
}

QSizeF HeatmapTile::around_photo() const {
    const int spacing = layout()->spacing();
    return {0.0, title_->sizeHint().height() + spacing +
                     (color_bar_->isHidden() ? 0.0 : color_bar_->sizeHint().height() + spacing)};
}

QString HeatmapTile::title() const {
    return view_->figure().name;
}

QString HeatmapTile::peak_text(PeakText form) const {
    const auto describe = [form](const HeatmapLayer& map) {
        if (map.empty()) return QString();
        const QString value = value_text(map.peak_value);
        if (form == PeakText::value) return value;
        return form == PeakText::place
                   ? tr("peak %1 at %2, %3").arg(value).arg(map.peak.x()).arg(map.peak.y())
                   : tr("peak %1").arg(value);
    };
    const auto& other = view_->figure().other;
    return other ? tr("%1 | %2").arg(describe(layer()), describe(other->map)) : describe(layer());
}

void HeatmapTile::set_pointer(std::optional<QPointF> place, bool own) {
    view_->set_linked_pointer(own ? std::nullopt : place);
    pointer_ = place;
    show_pointer_value();
}

float HeatmapTile::pointed_value(const HeatmapLayer& map) const {
    const auto& photo = view_->figure().photo;
    if (!pointer_ || !photo || map.empty()) return std::numeric_limits<float>::quiet_NaN();
    return value_at(
        map, photo->size(),
        QPoint(static_cast<int>(std::floor(pointer_->x())), static_cast<int>(std::floor(pointer_->y()))));
}

void HeatmapTile::show_pointer_value() {
    color_bar_->set_pointer_value(pointed_value(layer()));
    const auto& other = view_->figure().other;
    other_bar_->set_pointer_value(pointed_value(other ? other->map : HeatmapLayer()));
}

}  // namespace gbs::widgets
