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

constexpr int min_percent = 5, max_percent = 400;

QCheckBox* make_box(const char* name, const QString& text, const QString& tip, bool checked) {
    auto* const box = new QCheckBox(text);
    box->setObjectName(QLatin1String(name));
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
    options.percent = std::clamp(value("percent", 100).toInt(), min_percent, max_percent);
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
    format_->setObjectName(QStringLiteral("format"));
    percent_->setObjectName(QStringLiteral("percent"));
    size_->setObjectName(QStringLiteral("size"));
    const FigureOptions last = last_figure_options();
    format_->addItem(tr("PNG (raster)"));
    format_->addItem(tr("SVG (text and lines as vectors)"));
    format_->addItem(tr("PDF (text and lines as vectors)"));
    format_->setCurrentIndex(static_cast<int>(last.format));
    format_->setToolTip(tr("File format"));
    titles_ = make_box("titles", tr("&Titles"), tr("Name and peak above each map"), last.titles);
    color_bars_ =
        make_box("color_bars", tr("&Color bars"), tr("Color scale below each map"), last.color_bars);
    caption_ =
        make_box("caption", tr("C&aption"), tr("Phrase, model and photo below the figure"), last.caption);
    legend_ = make_box("legend", tr("&Legend"), tr("Phrases and their colors below the figure"), last.legend);
    percent_->setRange(min_percent, max_percent);
    percent_->setSuffix(tr(" %"));
    percent_->setSingleStep(25);
    percent_->setValue(last.percent);
    percent_->setToolTip(tr("Scale of the photos, in percent of their resolution"));
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
    connect(this, &QDialog::accepted, this, &ExportDialog::save_choices);
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

void ExportDialog::save_choices() const {
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
