// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/export_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLocale>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>

namespace gbs::app {

namespace {

constexpr int smallest_percent = 5, largest_percent = 400;

QCheckBox* make_box(const QString& text, const QString& tip, bool checked) {
    auto* const box = new QCheckBox(text);
    box->setToolTip(tip);
    box->setChecked(checked);
    return box;
}

}  // namespace

FigureOptions last_figure_options() {
    const QSettings settings;
    const auto value = [&](const char* key, const QVariant& fallback) {
        return settings.value(QStringLiteral("export/figure_") + QLatin1String(key), fallback);
    };
    FigureOptions options;
    options.format = static_cast<FigureFormat>(std::clamp(value("format", 0).toInt(), 0, 2));
    options.titles = value("titles", true).toBool();
    options.color_bars = value("color_bars", true).toBool();
    options.caption = value("caption", true).toBool();
    options.legend = value("legend", true).toBool();
    options.percent = std::clamp(value("percent", 100).toInt(), smallest_percent, largest_percent);
    return options;
}

ExportDialog::ExportDialog(const widgets::CanvasFigure& figure, const FigureText& text, QWidget* parent)
    : QDialog(parent),
      figure_(figure),
      text_(text),
      format_(new QComboBox),
      percent_(new QSpinBox),
      size_(new QLabel) {
    setWindowTitle(tr("Export Figure"));
    const FigureOptions last = last_figure_options();
    format_->addItem(tr("PNG, pixels"));
    format_->addItem(tr("SVG, letters and lines as vectors"));
    format_->addItem(tr("PDF, letters and lines as vectors"));
    format_->setCurrentIndex(static_cast<int>(last.format));
    format_->setToolTip(tr("The kind of file"));
    titles_ = make_box(tr("&Titles"), tr("Name and peak above each map"), last.titles);
    color_bars_ = make_box(tr("&Colour bars"), tr("Colours and values below each map"), last.color_bars);
    caption_ = make_box(tr("C&aption"), tr("Phrase, model and photo below the figure"), last.caption);
    legend_ = make_box(tr("&Legend"), tr("The phrases and their colours below the figure"), last.legend);
    percent_->setRange(smallest_percent, largest_percent);
    percent_->setSuffix(tr(" %"));
    percent_->setSingleStep(25);
    percent_->setValue(last.percent);
    percent_->setToolTip(tr("Pixels of the figure a pixel of the photo, in percent"));
    size_->setWordWrap(true);
    size_->setAccessibleName(tr("Size of the figure"));
    auto* const form = new QFormLayout;
    form->addRow(tr("&Format"), format_);
    form->addRow(tr("&Size"), percent_);
    form->addRow(titles_);
    form->addRow(color_bars_);
    form->addRow(caption_);
    form->addRow(legend_);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    export_ = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(size_);
    layout->addWidget(buttons);
    export_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, &ExportDialog::remember);
    for (QCheckBox* const box : {titles_, color_bars_, caption_, legend_})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::show_size);
    connect(percent_, &QSpinBox::valueChanged, this, &ExportDialog::show_size);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::show_size);
    show_size();
}

FigureOptions ExportDialog::options() const {
    return {.format = static_cast<FigureFormat>(format_->currentIndex()),
            .titles = titles_->isChecked(),
            .color_bars = color_bars_->isChecked(),
            .caption = caption_->isChecked(),
            .legend = legend_->isChecked(),
            .percent = percent_->value()};
}

void ExportDialog::show_size() {
    const QSize size = figure_size(figure_, text_, options());
    const QString why = why_too_large(size);
    const QLocale locale;
    size_->setText(
        !why.isEmpty()
            ? why
            : tr("%1 × %2 pixels").arg(locale.toString(size.width()), locale.toString(size.height())));
    export_->setEnabled(why.isEmpty());
}

void ExportDialog::remember() const {
    QSettings settings;
    const auto set = [&](const char* key, const QVariant& value) {
        settings.setValue(QStringLiteral("export/figure_") + QLatin1String(key), value);
    };
    const FigureOptions chosen = options();
    set("format", static_cast<int>(chosen.format));
    set("titles", chosen.titles);
    set("color_bars", chosen.color_bars);
    set("caption", chosen.caption);
    set("legend", chosen.legend);
    set("percent", chosen.percent);
}

}  // namespace gbs::app
