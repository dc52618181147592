// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/lists/layer_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPixmap>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "widgets/lists/layer_delegate.h"
#include "widgets/lists/map_histogram.h"
#include "widgets/maps/value_text.h"
#include "widgets/style/icons.h"

namespace gbs::widgets {

namespace {

constexpr double min_range = 0.01;
constexpr int gamma_steps = 20;  ///< of the slider for each doubling

QDoubleSpinBox* make_value_box(const QString& name, const QString& tip) {
    auto* const box = new QDoubleSpinBox;
    box->setDecimals(2);
    box->setSingleStep(0.05);
    box->setRange(0, 1);
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

QToolButton* make_arrow(Qt::ArrowType arrow, const QString& name) {
    auto* const button = new QToolButton;
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

}  // namespace

LayerPanel::LayerPanel(LayerStack* stack, QWidget* parent)
    : QWidget(parent),
      stack_(stack),
      list_(new QListView),
      up_(make_arrow(Qt::UpArrow, tr("Move this layer up (Alt+Up in the list)"))),
      down_(make_arrow(Qt::DownArrow, tr("Move this layer down (Alt+Down in the list)"))),
      opacity_(new QSlider(Qt::Horizontal)),
      opacity_text_(new QLabel),
      color_map_(new QComboBox),
      limits_(new QComboBox),
      histogram_(new MapHistogram),
      low_(make_value_box(tr("Lower color limit"), tr("Value at the low end of the color map, 0 to 1"))),
      high_(make_value_box(tr("Upper color limit"), tr("Value at the high end of the color map, 0 to 1"))),
      gamma_(new QSlider(Qt::Horizontal)),
      gamma_text_(new QLabel),
      blend_(new QComboBox),
      outlined_(new QCheckBox),
      threshold_(new QSlider(Qt::Horizontal)),
      threshold_text_(new QLabel),
      fade_low_(new QCheckBox(tr("Transparent &where low"))),
      linked_(new QCheckBox(tr("&Apply to all maps"))) {
    build_controls();
    build_layout();
    connect_controls();
    set_current(LayerKind::mean);
}

void LayerPanel::build_controls() {
    const std::pair<QWidget*, const char*> names[] = {{list_, "layers"},
                                                      {opacity_, "opacity"},
                                                      {color_map_, "color_map"},
                                                      {limits_, "limits"},
                                                      {low_, "low"},
                                                      {high_, "high"},
                                                      {gamma_, "gamma"},
                                                      {blend_, "blend"},
                                                      {outlined_, "outlined"},
                                                      {threshold_, "threshold"},
                                                      {fade_low_, "fade_low"},
                                                      {linked_, "linked"},
                                                      {up_, "up"},
                                                      {down_, "down"}};
    for (const auto& [widget, name] : names) widget->setObjectName(QLatin1String(name));
    list_->setModel(stack_);
    list_->setItemDelegate(new LayerDelegate(this));
    list_->setAccessibleName(tr("Layers, topmost first"));
    list_->setToolTip(
        tr("Click an eye or press Space to show or hide a layer in this view. Drag a layer to change the "
           "order."));
    list_->setDragDropMode(QAbstractItemView::InternalMove);
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->installEventFilter(this);
    for (QSlider* const slider : {opacity_, threshold_}) {
        slider->setRange(0, 100);
        slider->setPageStep(10);
    }
    threshold_->setValue(50);
    gamma_->setRange(static_cast<int>(std::ceil(gamma_steps * std::log2(smallest_gamma))),
                     static_cast<int>(gamma_steps * std::log2(largest_gamma)));
    gamma_->setPageStep(gamma_steps / 2);
    gamma_->setAccessibleName(tr("Gamma"));
    gamma_->setToolTip(tr("Below 1, low values are told apart better; above 1, high values"));
    blend_->setAccessibleName(tr("Blend mode"));
    blend_->setToolTip(
        tr("How the colors meet the photo and the layers below. PDF and SVG always have Normal."));
    blend_->addItem(tr("Normal"), static_cast<int>(BlendMode::normal));
    blend_->addItem(tr("Multiply"), static_cast<int>(BlendMode::multiply));
    blend_->addItem(tr("Screen"), static_cast<int>(BlendMode::screen));
    blend_->addItem(tr("Overlay"), static_cast<int>(BlendMode::overlay));
    opacity_->setAccessibleName(tr("Layer opacity in percent"));
    opacity_->setToolTip(tr("How much the layer hides what is below it, in percent"));
    threshold_->setAccessibleName(tr("Threshold in hundredths"));
    threshold_->setToolTip(tr("Values from 0 to 1"));
    for (QLabel* const label : {opacity_text_, threshold_text_, gamma_text_}) {
        label->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    }
    color_map_->setIconSize({56, 12});
    color_map_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    color_map_->setAccessibleName(tr("Color map"));
    color_map_->setToolTip(tr("All color maps except turbo are perceptually uniform"));
    for (const ColorMap map : all_color_maps)
        color_map_->addItem(QIcon(QPixmap::fromImage(color_gradient(map, {112, 24}))), color_map_name(map),
                            static_cast<int>(map));
    limits_->setAccessibleName(tr("Color range"));
    limits_->addItem(tr("Auto (each map)"), static_cast<int>(Limits::per_map));
    limits_->addItem(tr("Auto (shared)"), static_cast<int>(Limits::shared));
    limits_->addItem(tr("0 to 1"), static_cast<int>(Limits::unit));
    limits_->addItem(tr("Custom..."), static_cast<int>(Limits::typed));
    limits_->setToolTip(tr("Fixed limits keep colors comparable between maps and photos"));
    outlined_->setAccessibleName(tr("Outline a region"));
    outlined_->setToolTip(tr("Outline the region at or above this value"));
    fade_low_->setToolTip(tr("Low values let the photo show through"));
    linked_->setToolTip(tr("Apply changes to all maps; each keeps its own visibility"));
}

QWidget* LayerPanel::row_of(std::initializer_list<QWidget*> widgets, QWidget* wide) {
    auto* const row = new QWidget;
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* const widget : widgets) layout->addWidget(widget, widget == wide || !wide ? 1 : 0);
    row->setFocusProxy(wide ? wide : *widgets.begin());
    return row;
}

void LayerPanel::build_layout() {
    opacity_row_ = row_of({opacity_, opacity_text_}, opacity_);
    gamma_row_ = row_of({gamma_, gamma_text_}, gamma_);
    typed_row_ = row_of({low_, high_}, nullptr);
    threshold_row_ = row_of({outlined_, threshold_, threshold_text_}, threshold_);
    auto* const list_row = new QHBoxLayout;
    list_row->setSpacing(4);
    list_row->addWidget(list_, 1);
    auto* const arrows = new QVBoxLayout;
    arrows->addWidget(up_);
    arrows->addWidget(down_);
    arrows->addStretch();
    list_row->addLayout(arrows);
    form_ = new QFormLayout;
    form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form_->setHorizontalSpacing(12);
    form_->setVerticalSpacing(8);
    form_->addRow(tr("&Opacity"), opacity_row_);
    form_->addRow(tr("&Colors"), color_map_);
    form_->addRow(tr("Color &range"), limits_);
    form_->addRow(histogram_);
    form_->addRow(tr("From, &to"), typed_row_);
    form_->addRow(tr("&Gamma"), gamma_row_);
    form_->addRow(tr("&Blend"), blend_);
    form_->addRow(tr("Thre&shold"), threshold_row_);
    form_->addRow(QString(), fade_low_);
    form_->addRow(QString(), linked_);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addLayout(list_row, 1);
    layout->addLayout(form_);
    list_->setMinimumHeight(3 * list_->sizeHintForRow(0) + 2 * list_->frameWidth());
}

void LayerPanel::connect_controls() {
    connect(list_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LayerPanel::show_style);
    connect(stack_, &LayerStack::changed, this, &LayerPanel::show_style);
    connect(up_, &QToolButton::clicked, this, [this] { move(-1); });
    connect(down_, &QToolButton::clicked, this, [this] { move(1); });
    connect(opacity_, &QSlider::valueChanged, this, &LayerPanel::apply_style);
    connect(color_map_, &QComboBox::currentIndexChanged, this, &LayerPanel::apply_style);
    connect(limits_, &QComboBox::currentIndexChanged, this, &LayerPanel::apply_style);
    connect(histogram_, &MapHistogram::range_dragged, this, &LayerPanel::take_range);
    connect(low_, &QDoubleSpinBox::valueChanged, this, &LayerPanel::apply_style);
    connect(high_, &QDoubleSpinBox::valueChanged, this, &LayerPanel::apply_style);
    connect(gamma_, &QSlider::valueChanged, this, &LayerPanel::apply_style);
    connect(blend_, &QComboBox::currentIndexChanged, this, &LayerPanel::apply_style);
    connect(outlined_, &QCheckBox::toggled, this, &LayerPanel::apply_style);
    connect(threshold_, &QSlider::valueChanged, this, &LayerPanel::apply_style);
    connect(fade_low_, &QCheckBox::toggled, this, &LayerPanel::apply_style);
    connect(linked_, &QCheckBox::toggled, this, [this](bool linked) {
        if (!showing_) stack_->set_linked(linked, current());
    });
}

void LayerPanel::set_maps(const std::array<HeatmapLayer, 3>& maps) {
    maps_ = maps;
    show_histogram();
}

void LayerPanel::show_histogram() {
    const LayerKind kind = current();
    const bool known = kind <= LayerKind::mean;  // those of the phrase
    const HeatmapLayer map = known ? maps_[static_cast<std::size_t>(kind)] : HeatmapLayer();
    const LayerStyle& style = stack_->style(kind);
    histogram_->setVisible(known);
    histogram_->set_map(map);
    histogram_->set_colors(style.color_map, display_range(map, style));
}

/// Custom limits, from the histogram.
void LayerPanel::take_range(ValueRange range) {
    showing_ = true;
    limits_->setCurrentIndex(limits_->findData(static_cast<int>(Limits::typed)));
    for (QDoubleSpinBox* const box : {low_, high_}) box->setRange(0, 1);
    low_->setValue(static_cast<double>(range.low));
    high_->setValue(static_cast<double>(range.high));
    showing_ = false;
    apply_style();
}

LayerKind LayerPanel::current() const {
    const QModelIndex index = list_->currentIndex();
    return index.isValid() ? stack_->kind_at(index.row()) : LayerKind::mean;
}

void LayerPanel::set_current(LayerKind kind) {
    list_->setCurrentIndex(stack_->index(stack_->find_row(kind)));
}

void LayerPanel::move(int by) {
    stack_->move(current(), by);
    list_->scrollTo(list_->currentIndex());
}

bool LayerPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == list_ && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        const bool moves = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (moves && key->modifiers() & Qt::AltModifier) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LayerPanel::show_style() {
    showing_ = true;
    // A reset of the stack clears the selection.
    if (!list_->currentIndex().isValid()) set_current(LayerKind::mean);
    const LayerKind kind = current();
    const LayerStyle style = stack_->style(kind);
    const bool map = is_map(kind), phrases = kind == LayerKind::phrases;
    opacity_->setValue(static_cast<int>(std::lround(style.opacity * 100)));
    opacity_text_->setText(tr("%1 %").arg(opacity_->value()));
    color_map_->setCurrentIndex(color_map_->findData(static_cast<int>(style.color_map)));
    limits_->setCurrentIndex(limits_->findData(static_cast<int>(style.limits)));
    low_->setMaximum(static_cast<double>(style.typed.high) - min_range);
    high_->setMinimum(static_cast<double>(style.typed.low) + min_range);
    low_->setValue(static_cast<double>(style.typed.low));
    high_->setValue(static_cast<double>(style.typed.high));
    gamma_->setValue(static_cast<int>(std::lround(gamma_steps * std::log2(style.gamma))));
    gamma_text_->setText(value_text(static_cast<float>(style.gamma)));
    blend_->setCurrentIndex(blend_->findData(static_cast<int>(style.blend)));
    outlined_->setChecked(style.threshold.has_value());
    outlined_->setVisible(!phrases);
    if (style.threshold) threshold_->setValue(static_cast<int>(std::lround(*style.threshold * 100)));
    threshold_->setEnabled(style.threshold.has_value());
    threshold_text_->setText(style.threshold ? value_text(*style.threshold) : tr("off"));
    fade_low_->setChecked(style.fade_low);
    linked_->setChecked(stack_->linked());
    const auto show = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        if (QWidget* const label = form_->labelForField(field)) label->setVisible(shown);
    };
    show(opacity_row_, true);
    for (QWidget* const field : {static_cast<QWidget*>(color_map_), static_cast<QWidget*>(limits_),
                                 static_cast<QWidget*>(gamma_row_), static_cast<QWidget*>(blend_),
                                 static_cast<QWidget*>(fade_low_), static_cast<QWidget*>(linked_)})
        show(field, map);
    show(typed_row_, map && style.limits == Limits::typed);
    show(threshold_row_, map || phrases);
    const int row = list_->currentIndex().row();
    up_->setEnabled(row > 0);
    down_->setEnabled(row + 1 < stack_->rowCount());
    show_histogram();
    showing_ = false;
}

void LayerPanel::apply_style() {
    if (showing_) return;
    const LayerKind kind = current();
    LayerStyle style = stack_->style(kind);
    style.opacity = opacity_->value() / 100.0;
    style.color_map = static_cast<ColorMap>(color_map_->currentData().toInt());
    style.limits = static_cast<Limits>(limits_->currentData().toInt());
    style.typed = {static_cast<float>(low_->value()), static_cast<float>(high_->value())};
    style.gamma = std::exp2(gamma_->value() / static_cast<double>(gamma_steps));
    style.blend = static_cast<BlendMode>(blend_->currentData().toInt());
    style.fade_low = fade_low_->isChecked();
    style.threshold = outlined_->isChecked() ? std::optional(static_cast<float>(threshold_->value()) / 100.F)
                                             : std::nullopt;
    stack_->set_style(kind, style);
}

}  // namespace gbs::widgets
