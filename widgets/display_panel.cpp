#include "widgets/display_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

namespace gbs {

DisplayPanel::DisplayPanel(QWidget* parent)
    : QWidget(parent),
      opacity_(new QSlider(Qt::Horizontal)),
      opacity_text_(new QLabel),
      color_map_(new QComboBox),
      limits_(new QComboBox),
      maps_(new QCheckBox(tr("Show the &maps"))),
      fade_low_(new QCheckBox(tr("&Fade low values"))),
      peaks_(new QCheckBox(tr("Mark &peaks"))) {
    opacity_->setRange(0, 100);
    opacity_->setPageStep(10);
    opacity_->setAccessibleName(tr("Opacity of the maps in percent"));
    opacity_->setToolTip(tr("How much of the photo the maps cover, in percent"));
    opacity_text_->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    opacity_text_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    color_map_->setIconSize({56, 12});
    color_map_->setAccessibleName(tr("Colour map"));
    for (const ColorMap map : all_color_maps)
        color_map_->addItem(QIcon(QPixmap::fromImage(color_gradient(map, {112, 24}))), color_map_name(map),
                            static_cast<int>(map));
    limits_->setAccessibleName(tr("Limits of the colours"));
    limits_->addItem(tr("Fixed, 0 to 1"), static_cast<int>(Limits::unit));
    limits_->addItem(tr("Stretched to each map"), static_cast<int>(Limits::per_map));
    limits_->setToolTip(tr("Fixed limits keep colours comparable between maps and photos"));
    maps_->setToolTip(tr("Off: the photo alone"));
    fade_low_->setToolTip(tr("Low values let the photo show through"));
    peaks_->setToolTip(tr("A ring at the highest value; dots where the other phrases have theirs"));

    auto* const opacity_row = new QHBoxLayout;
    opacity_row->addWidget(opacity_, 1);
    opacity_row->addWidget(opacity_text_);
    auto* const form = new QFormLayout(this);
    form->setContentsMargins(10, 10, 10, 10);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Opacity"), opacity_row);
    form->addRow(tr("&Colours"), color_map_);
    form->addRow(tr("&Limits"), limits_);
    auto* const checks = new QVBoxLayout;
    for (QCheckBox* const box : {maps_, fade_low_, peaks_}) checks->addWidget(box);
    form->addRow(QString(), checks);
    if (auto* const label = qobject_cast<QLabel*>(form->labelForField(opacity_row)))
        label->setBuddy(opacity_);

    peaks_->setChecked(true);
    set_style({});
    connect(opacity_, &QSlider::valueChanged, this, &DisplayPanel::report);
    connect(color_map_, &QComboBox::currentIndexChanged, this, &DisplayPanel::report);
    connect(limits_, &QComboBox::currentIndexChanged, this, &DisplayPanel::report);
    connect(maps_, &QCheckBox::toggled, this, &DisplayPanel::report);
    connect(fade_low_, &QCheckBox::toggled, this, &DisplayPanel::report);
    connect(peaks_, &QCheckBox::toggled, this, &DisplayPanel::peaks_shown_changed);
}

LayerStyle DisplayPanel::style() const {
    LayerStyle style;
    style.visible = maps_->isChecked();
    style.opacity = opacity_->value() / 100.0;
    style.color_map = static_cast<ColorMap>(color_map_->currentData().toInt());
    style.limits = static_cast<Limits>(limits_->currentData().toInt());
    style.fade_low = fade_low_->isChecked();
    return style;
}

void DisplayPanel::set_style(const LayerStyle& style) {
    {
        const QSignalBlocker blocker(this);
        opacity_->setValue(static_cast<int>(std::lround(style.opacity * 100)));
        color_map_->setCurrentIndex(color_map_->findData(static_cast<int>(style.color_map)));
        limits_->setCurrentIndex(limits_->findData(static_cast<int>(style.limits)));
        maps_->setChecked(style.visible);
        fade_low_->setChecked(style.fade_low);
    }
    report();
}

void DisplayPanel::report() {
    opacity_text_->setText(tr("%1 %").arg(opacity_->value()));
    Q_EMIT style_changed(style());
}

}  // namespace gbs
