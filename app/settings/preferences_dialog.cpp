// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settings/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "app/settings/language.h"
#include "widgets/style/mnemonic.h"

namespace gbs::app {

namespace {

void choose(QComboBox* box, const QVariant& data) {
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

void prepare(QSpinBox* box, Preferences::Range range, int step, const QString& suffix) {
    box->setRange(range.low, range.high);
    box->setSingleStep(step);
    box->setSuffix(suffix);
    box->setAccelerated(true);
}

QFormLayout* add_group(QVBoxLayout* layout, const QString& title) {
    auto* const group = new QGroupBox(title);
    auto* const form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    layout->addWidget(group);
    return form;
}

}  // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent),
      language_(new QComboBox),
      theme_(new QComboBox),
      scale_(new QComboBox),
      map_while_typing_(new QCheckBox(tr("Show the map &while typing"))),
      typing_pause_(new QSpinBox),
      keep_zoom_(new QCheckBox(tr("&Keep zoom and position between photos"))),
      encode_neighbors_(new QCheckBox(tr("&Preload neighboring photos"))),
      device_(new QComboBox),
      encoding_cache_(new QSpinBox),
      map_cache_(new QSpinBox),
      restore_session_(new QCheckBox(tr("&Reopen last session"))),
      annotator_(new QLineEdit),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                    QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults)) {
    setWindowTitle(tr("Preferences"));
    make_controls();
    lay_out();
    set_preferences(preferences);
    connect(map_while_typing_, &QCheckBox::toggled, typing_pause_, &QWidget::setEnabled);
    connect(buttons_, &QDialogButtonBox::accepted, this, [this] {
        report();
        accept();
    });
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons_->button(QDialogButtonBox::Apply), &QPushButton::clicked, this,
            &PreferencesDialog::report);
    connect(buttons_->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        const Preferences known = known_;
        set_preferences({});
        known_ = known;  // report the change on OK or Apply
    });
}

void PreferencesDialog::make_controls() {
    map_while_typing_->setObjectName(QStringLiteral("map_while_typing"));
    typing_pause_->setObjectName(QStringLiteral("typing_pause"));
    device_->setObjectName(QStringLiteral("device"));
    language_->addItem(tr("Follow system"), QStringLiteral("system"));
    for (const Language& language : languages()) language_->addItem(language.name, language.code);
    language_->setToolTip(tr("Language of the window. Changes take effect immediately."));
    theme_->addItem(tr("Follow system"), widgets::theme_name(widgets::Theme::system));
    theme_->addItem(tr("Light"), widgets::theme_name(widgets::Theme::light));
    theme_->addItem(tr("Dark"), widgets::theme_name(widgets::Theme::dark));
    theme_->setToolTip(tr("Colors of the window"));
    scale_->setObjectName(QStringLiteral("scale"));
    for (const int percent : {100, 125, 150, 175, 200, 250, 300})
        scale_->addItem(tr("%1 %").arg(percent), percent);
    scale_->setToolTip(
        tr("Size of texts and buttons, on top of the system's. Takes effect at the next start."));
    map_while_typing_->setToolTip(tr("Updates the map without pressing Enter"));
    prepare(typing_pause_, Preferences::typing_pause_range, 50, tr(" ms"));
    typing_pause_->setToolTip(tr("Delay before the map is updated, in milliseconds"));
    keep_zoom_->setToolTip(tr("If off, each photo is fitted to the window"));
    encode_neighbors_->setToolTip(
        tr("Reads and encodes the previous and the next photo while the program is idle"));
    device_->addItem(tr("Automatic"), QStringLiteral("auto"));
    device_->setToolTip(tr("Device that the model runs on. Automatic selects the first usable GPU."));
    prepare(encoding_cache_, Preferences::encoding_cache_range, 64, tr(" MB"));
    encoding_cache_->setToolTip(
        tr("Memory for encoded photos, in megabytes. Takes effect when a model is loaded."));
    prepare(map_cache_, Preferences::map_cache_range, 16, tr(" MB"));
    map_cache_->setToolTip(tr("Memory for computed maps, in megabytes"));
    annotator_->setObjectName(QStringLiteral("annotator"));
    annotator_->setMaxLength(200);
    annotator_->setToolTip(tr("Your name in the verdicts that you give from now on"));
    restore_session_->setToolTip(
        tr("Restores the folder, photo, phrases, layers and view at the next start"));
}

void PreferencesDialog::lay_out() {
    auto* const layout = new QVBoxLayout(this);
    QFormLayout* const looks = add_group(layout, tr("Appearance"));
    looks->addRow(tr("&Language"), language_);
    looks->addRow(tr("&Theme"), theme_);
    looks->addRow(tr("&Scale"), scale_);
    QFormLayout* const phrases = add_group(layout, tr("Phrases"));
    phrases->addRow(map_while_typing_);
    phrases->addRow(tr("Dela&y"), typing_pause_);
    QFormLayout* const photos = add_group(layout, tr("Photos"));
    photos->addRow(keep_zoom_);
    photos->addRow(encode_neighbors_);
    QFormLayout* const model = add_group(layout, tr("Model"));
    model->addRow(tr("&Device"), device_);
    model->addRow(tr("Memory for &encoded photos"), encoding_cache_);
    model->addRow(tr("Memory for &maps"), map_cache_);
    QFormLayout* const reviews = add_group(layout, tr("Reviews"));
    reviews->addRow(tr("Your &name"), annotator_);
    QFormLayout* const start = add_group(layout, tr("Startup"));
    start->addRow(restore_session_);
    layout->addStretch();
    layout->addWidget(buttons_);
    for (QFormLayout* const form : {looks, phrases, model, reviews})
        for (int row = 0; row < form->rowCount(); ++row) {
            auto* const label = form->itemAt(row, QFormLayout::LabelRole);
            auto* const field = form->itemAt(row, QFormLayout::FieldRole);
            if (label && field)
                field->widget()->setAccessibleName(
                    widgets::without_mnemonic(static_cast<QLabel*>(label->widget())->text()));
        }
}

Preferences PreferencesDialog::preferences() const {
    Preferences set;
    set.language = language_->currentData().toString();
    set.theme = widgets::parse_theme(theme_->currentData().toString());
    set.scale = scale_->currentData().toInt();
    set.map_while_typing = map_while_typing_->isChecked();
    set.typing_pause = typing_pause_->value();
    set.keep_zoom = keep_zoom_->isChecked();
    set.encode_neighbors = encode_neighbors_->isChecked();
    set.device = device_->currentData().toString();
    set.encoding_cache = encoding_cache_->value();
    set.map_cache = map_cache_->value();
    set.restore_session = restore_session_->isChecked();
    set.annotator = annotator_->text().simplified();
    if (set.annotator.isEmpty()) set.annotator = login_name();
    return set;
}

void PreferencesDialog::set_preferences(const Preferences& preferences) {
    known_ = preferences;
    choose(language_, preferences.language);
    choose(theme_, widgets::theme_name(preferences.theme));
    if (scale_->findData(preferences.scale) < 0)
        scale_->addItem(tr("%1 %").arg(preferences.scale), preferences.scale);
    choose(scale_, preferences.scale);
    map_while_typing_->setChecked(preferences.map_while_typing);
    typing_pause_->setValue(preferences.typing_pause);
    typing_pause_->setEnabled(preferences.map_while_typing);
    keep_zoom_->setChecked(preferences.keep_zoom);
    encode_neighbors_->setChecked(preferences.encode_neighbors);
    // Keep a device that is missing now; it may return.
    if (device_->findData(preferences.device) < 0) device_->addItem(preferences.device, preferences.device);
    choose(device_, preferences.device);
    encoding_cache_->setValue(preferences.encoding_cache);
    map_cache_->setValue(preferences.map_cache);
    restore_session_->setChecked(preferences.restore_session);
    annotator_->setText(preferences.annotator);
}

void PreferencesDialog::set_devices(const std::vector<DeviceInfo>& devices) {
    for (const DeviceInfo& device : devices) {
        const QString name = QString::fromStdString(device.name);
        const QString text = tr("%1 (%2)").arg(
            name, QString::fromStdString(device.usable ? device.description : device.reason));
        int index = device_->findData(name);
        if (index < 0) {
            index = device_->count();
            device_->addItem(text, name);
        }
        device_->setItemText(index, text);
        device_->setItemData(index, QString::fromStdString(device.reason), Qt::ToolTipRole);
        auto* const items = qobject_cast<QStandardItemModel*>(device_->model());
        if (items && index != device_->currentIndex()) items->item(index)->setEnabled(device.usable);
    }
}

void PreferencesDialog::report() {
    const Preferences set = preferences();
    if (set == known_) return;
    known_ = set;
    Q_EMIT preferences_changed(set);
}

}  // namespace gbs::app
